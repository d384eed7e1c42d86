"""What participants wrote of their networks: strengths and weaknesses by theme, as counts."""

from netaudit.analysis.themes.counts import ITEMS, readers, themes
from netaudit.analysis.themes.given import given
from netaudit.charts.bars import share_bars
from netaudit.reports.cohort.parts import Part, part
from netaudit.reports.cohort.subject import Subject


def blocks(about: Subject) -> Part:
    """The section on themes; nothing where no text has a theme yet."""
    held = given(about.ledger)
    choices = about.choices(readers, given=held)
    if not choices:
        return ()
    default = next((one.value for one in choices if one.is_default), choices[0].value)
    return tuple(
        block
        for item, (title, _) in ITEMS.items()
        for block in part(
            f"{title} by theme",
            about.figure(themes, item=item, reader=default, given=held),
            share_bars,
        )
    )
