"""The cohort's changes against those of a comparison cohort, where there is one."""

from dataclasses import replace

from netaudit.analysis.change.comparison import (
    ASSUMPTIONS,
    against_comparison,
    comparison_choices,
)
from netaudit.analysis.change.comparison_binary import HOW, binary_against_comparison
from netaudit.reports.cohort.drawings import BOTH_ALIKE, changes
from netaudit.reports.cohort.parts import Part, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Note, Paragraph

IN_AMOUNTS = "Difference of changes; 1 is the smallest that matters, shaded: less"
IN_POINTS = "Difference of changes in percentage points"
MEASURES = ("Measure", "Change here", "Change in comparison", "Difference", "95% interval (Welch)")


def blocks(about: Subject) -> Part:
    """The section on a comparison cohort; nothing where there is none."""
    others = about.choices(comparison_choices)
    if about.span is None or not others:
        return ()
    waves = {"first": about.span.first, "last": about.span.last}
    return tuple(
        block for other in others for block in _against(about, other.value, other.words, waves)
    )


def _against(about: Subject, other: str, name: str, waves: dict[str, str]) -> Part:
    asked = {"comparison": other, **waves}
    measured = about.figure(against_comparison, chosen=about.chosen, **asked)
    yes_or_no = about.figure(binary_against_comparison, **asked)
    return (
        Paragraph(text=f"Compared with: {name}. {ASSUMPTIONS}"),
        *part(
            "Measures",
            replace(measured, caution=""),
            changes(IN_AMOUNTS, zero=BOTH_ALIKE, smallest=1.0),
            columns=MEASURES,
            keep_table=True,
        ),
        *part(
            "Patterns and mentoring",
            replace(yes_or_no, caution=""),
            changes(IN_POINTS, zero=BOTH_ALIKE),
            keep_table=True,
        ),
        Note(text=HOW),
    )
