"""What was held back in this report, figure by figure, and by which rule."""

from netaudit.analysis.release.rounding import ROUNDED
from netaudit.analysis.settings import audience
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Paragraph, Table

NOTHING_HELD = "In this report nothing had to be held back."
CAPTION = "What was held back, figure by figure"
TEAM_ONLY = (
    "This version is for readers outside the team. It holds a fixed choice of figures on the whole"
    " cohort; changes in the same people, plans and reflection stay with those who run the"
    " programme."
)


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on what is not shown."""
    readers = about.viewer.for_release if about.leaves else about.viewer
    minimum = audience(about.database, readers).minimum
    rule = Paragraph(
        text=f"No figure rests on fewer than {minimum} participants, and none is shown that could"
        " be worked out to tell of fewer."
    )
    outside = (Paragraph(text=TEAM_ONLY), Paragraph(text=ROUNDED)) if about.leaves else ()
    return (rule, *outside, *_told(about))


def _told(about: Subject) -> tuple[Block, ...]:
    """Figure by figure; that all of them are rounded is said once."""
    said = [
        (found.headline, why)
        for found in about.figures
        if (why := found.withheld.replace(ROUNDED, "").strip())
    ]
    rows = tuple(dict.fromkeys(said))
    if not rows:
        return (Paragraph(text=NOTHING_HELD),)
    return (Table(caption=CAPTION, columns=("Figure", "Held back"), rows=rows, widths=(1, 1)),)
