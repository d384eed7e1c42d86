"""The four patterns: what the list says beside what the person says."""

from netaudit.analysis import person_patterns
from netaudit.reports.document import Block, Heading
from netaudit.reports.finding_blocks import finding_table, lead, notes
from netaudit.reports.person_subject import Subject

COLUMNS = ("Pattern", "Shown as", "What the list says", "Own rating", "Distance from the line")


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on the patterns."""
    found = about.ask(person_patterns.patterns, wave=about.at.wave)
    return (
        Heading(text="Four patterns to look at"),
        lead(found),
        *notes(found),
        *finding_table(
            found,
            "The patterns, by your list and by your own rating",
            columns=COLUMNS,
            widths=(2, 2, 4, 2, 3),
        ),
    )
