"""What participants do about their networks after the audit."""

from datetime import date

import pandas as pd

from netaudit.analysis.cultivation import actions, activities, aims, exchange, reflection, states
from netaudit.charts.bars import count_bars, share_bars
from netaudit.charts.measures import stacked
from netaudit.charts.theme import Chart
from netaudit.reports.cohort.parts import Part, part, sentences
from netaudit.reports.cohort.subject import Subject
from netaudit.reports.document import Paragraph

ALONG_WAVES = "The activities wave by wave"
ALONG = ("Activity", "Wave", "Doing or done", "Answered", "Share", "95% interval")


def blocks(about: Subject) -> Part:
    """The section on cultivation."""
    return (
        *part("The seven activities", about.figure(activities.taken_up), stacked),
        *sentences(
            ALONG_WAVES, [(ALONG_WAVES, about.figure(activities.along_waves))], columns=ALONG
        ),
        *_actions(about),
        *part("Exchange of knowledge", about.figure(exchange.parts_taken), share_bars),
        *part("Strengths and weaknesses", about.figure(reflection.written), share_bars),
    )


def _actions(about: Subject) -> Part:
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
