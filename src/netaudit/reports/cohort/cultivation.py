"""What participants do about their networks after the audit."""

from datetime import date

import pandas as pd

from netaudit.analysis.cultivation import actions, activities, aims, exchange, reflection, states
from netaudit.charts.bars import count_bars, share_bars
from netaudit.charts.measures import stacked
from netaudit.charts.share_points import share_points_by_wave
from netaudit.charts.theme import Chart
from netaudit.reports.cohort.parts import part
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Block, Paragraph

ALONG = ("Activity", "Wave", "Doing or done", "Answered", "Share", "95% interval")


def blocks(about: Subject) -> tuple[Block, ...]:
    """The section on cultivation."""
    return (
        *part("The seven activities", about.figure(activities.taken_up), stacked),
        *part(
            "The activities wave by wave",
            about.figure(activities.along_waves),
            share_points_by_wave,
            columns=ALONG,
        ),
        *_actions(about),
        *part("Exchange of knowledge", about.figure(exchange.parts_taken), share_bars),
        *part("Strengths and weaknesses", about.figure(reflection.written), share_bars),
    )


def _actions(about: Subject) -> tuple[Block, ...]:
    because = about.choices(actions.nothing_because)
    if because:
        return (Paragraph(text=because),)
    as_of = {"today": about.on or date.min}
    return (
        *part("Actions in the plans", about.figure(actions.per_person, **as_of), share_bars),
        *part("How far they have come", about.figure(states.by_status, **as_of), _counted),
        *part("Done by the due date", about.figure(states.by_due_date, **as_of), _counted),
        *part("Plans and purposes", about.figure(aims.wanted_purposes), stacked),
    )


def _counted(rows: pd.DataFrame) -> Chart:
    return count_bars(rows, "Actions")
