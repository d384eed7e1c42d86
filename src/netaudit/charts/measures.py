"""Charts of measures as findings have them, their titles and scales filled in."""

import pandas as pd

from netaudit.charts.bars import count_bars, stacked_shares
from netaudit.charts.spread import banded, ladder
from netaudit.charts.theme import Chart


def participants_bars(data: pd.DataFrame) -> Chart:
    """Counts of participants; columns: category, count, label."""
    return count_bars(data, "Participants")


def share_ladder(data: pd.DataFrame) -> Chart:
    """Shares spread over participants, from 0 to 100 %; columns as a ladder's."""
    return ladder(data, "Of a participant's contacts", (0.0, 1.0))


def number_ladder(data: pd.DataFrame) -> Chart:
    """Means of a measure that is no share; columns as a ladder's."""
    return ladder(data, "Mean", None, ".1f")


def mean_ladder(data: pd.DataFrame) -> Chart:
    """Means of a share; columns as a ladder's."""
    return ladder(data, "Mean", (0.0, 1.0))


def chance_ladder(data: pd.DataFrame) -> Chart:
    """Chances that two contacts differ, from 0 to 100 %; columns as a ladder's."""
    return ladder(data, "Chance that two contacts differ", (0.0, 1.0))


def stacked(data: pd.DataFrame) -> Chart:
    """Full bars cut into parts in the order of the data; columns as stacked_shares has them."""
    return stacked_shares(data, list(dict.fromkeys(data["part"])))


def mean_band(data: pd.DataFrame) -> Chart:
    """Means of a share over a band; columns as banded has them."""
    return banded(data, "Mean", (0.0, 1.0))


def number_band(data: pd.DataFrame) -> Chart:
    """Means of a measure that is no share over a band; columns as banded has them."""
    return banded(data, "Mean", None, ".1f")
