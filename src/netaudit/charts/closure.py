"""Closure against the boundary: how many contacts know each other, how many are outside."""

import pandas as pd

from netaudit.charts.bars import share_bars
from netaudit.charts.scatter import Quadrants, share_field
from netaudit.charts.theme import Chart

QUADRANTS = Quadrants(
    x=0.5,
    y=0.5,
    low_low="open and inside",
    high_low="open and mixed",
    low_high="close and inside",
    high_high="close and mixed",
)


def closure_chart(data: pd.DataFrame) -> Chart:
    """The field with a mark for each place, if the data have places, else a bar a quarter.

    Columns: x, y, participants, label, place; or category, share, label.
    """
    if "x" in data:
        return share_field(
            data,
            "Contacts outside",
            "Pairs of contacts who know each other",
            QUADRANTS,
        )
    return share_bars(data)
