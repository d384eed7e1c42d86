"""From enrolment to the answers that are compared: who took part, and the cohort at a glance."""

from netaudit.analysis.cohort import key_figures, overview
from netaudit.charts.bars import share_bars
from netaudit.reports.cohort.parts import cards, part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Heading


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on who answered."""
    return (
        *part("From enrolment to answers", about.figure(overview.response), share_bars),
        Heading(text="The cohort in five figures", level=2),
        cards(about.choices(key_figures.key_figures)),
    )
