"""The drawings of the cohort report that a page has room for where a screen may have none."""

from functools import partial

import pandas as pd

from netaudit.analysis.change.words import unit_words
from netaudit.charts.rows_on_paper import Scale, intervals, spreads
from netaudit.charts.theme import Chart
from netaudit.definitions.registry import measures
from netaudit.reports.cohort.parts import Draw

SHARE = (0.0, 1.0)
NO_CHANGE, BOTH_ALIKE = "No change", "Both alike"


def _drawing(scale: Scale, rows: pd.DataFrame) -> Chart:
    return intervals(rows, scale)


def _spread(scale: Scale, rows: pd.DataFrame) -> Chart:
    return spreads(rows, scale)


def changes(title: str, *, zero: str = NO_CHANGE, smallest: float | None = None) -> Draw:
    """Changes with their intervals around no change."""
    scale = Scale(title=title, number_format="+~f", zero=zero, smallest=smallest)
    return partial(_drawing, scale)


def changes_of(measure: str) -> Draw:
    """Changes of one measure in its unit."""
    unit = unit_words(measure)
    if measures()[measure].unit == "share":
        return changes("Change in percentage points")
    return changes(f"Change in {unit}" if unit else "Change")


def _shares(title: str, rows: pd.DataFrame) -> Chart:
    scale = Scale(title=title, number_format=".0%", ends=SHARE)
    return intervals(rows.rename(columns={"share": "value"}), scale)


def shares(title: str = "Of participants") -> Draw:
    """Shares with their intervals, from 0 to 100%."""
    return partial(_shares, title)


def spread_shares(title: str) -> Draw:
    """Shares spread over participants, from 0 to 100%."""
    return partial(_spread, Scale(title=title, number_format=".0%", ends=SHARE))


def band(measure: str) -> Draw:
    """Means of one measure over the band of earlier cohorts."""
    if measures()[measure].unit == "share":
        return spread_shares("Mean")
    return partial(_spread, Scale(title="Mean", number_format=".1f"))
