"""What participants wrote of their networks: strengths and weaknesses by theme, as counts."""

from dataclasses import replace

from netaudit.analysis.finding import Finding
from netaudit.analysis.themes.counts import BY_PEOPLE, ITEMS, WHOLE_COHORT, readers, themes
from netaudit.analysis.themes.given import given
from netaudit.charts.bars import share_bars
from netaudit.reports.cohort.parts import Part, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Note


def blocks(about: Subject) -> Part:
    """The section on themes; nothing where no text has a theme yet."""
    held = given(about.ledger)
    choices = about.choices(readers, given=held)
    if not choices:
        return ()
    default = next((one.value for one in choices if one.is_default), choices[0].value)
    asked = {"reader": default, "given": held}
    found = {title: about.figure(themes, item=item, **asked) for item, (title, _) in ITEMS.items()}
    always = f"{BY_PEOPLE} {WHOLE_COHORT}"
    return (
        *(
            block
            for title, one in found.items()
            for block in part(f"{title} by theme", _without(one, always), share_bars)
        ),
        Note(text=always),
    )


def _without(found: Finding, words: str) -> Finding:
    return replace(found, caution=found.caution.replace(words, "").strip())
