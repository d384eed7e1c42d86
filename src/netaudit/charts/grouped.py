"""Shares of the same categories in a few series beside each other."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    AXIS,
    FULL_SHARE,
    TEXT,
    Chart,
    height,
    hover,
    legend_height,
    part_legend,
    share_axis,
)

BAR, GAP = 17, 12
"""Height of one bar or name with its gap, and the space between categories, in pixels."""

NAME = ""
"""The place of the category's name, in front of the series."""


def grouped_shares(data: pd.DataFrame) -> Chart:
    """Bars on a scale from 0 to 100 %, for each category one a series, in the order of the data.

    Columns: category (the words, written above its bars), series, share (0 to 1), label. A single
    series has no legend.
    """
    categories = list(dict.fromkeys(data["category"]))
    series = _in_order(data)
    y = alt.Y("category", type="nominal", sort=categories, axis=None)
    places = alt.YOffset(
        "series", type="nominal", scale=alt.Scale(domain=[NAME, *series], paddingOuter=0.2)
    )
    base = alt.Chart(data).encode(
        y=y,
        yOffset=places,
        x=alt.X("share", type="quantitative", scale=FULL_SHARE, axis=share_axis()),
        tooltip=hover(category="Category", series="Among", label="Mean share"),
    )
    legend = part_legend(series) if len(series) > 1 else None
    bars = base.mark_bar(cornerRadiusEnd=2).encode(
        color=alt.Color("series", type="nominal", scale=alt.Scale(domain=series), legend=legend)
    )
    labels = base.mark_text(align="left", dx=5, dy=2, color=TEXT).encode(
        text=alt.Text("label", type="nominal")
    )
    room = AXIS + (legend_height(series) if legend else 0)
    return alt.layer(bars, labels, _names(categories, y, places)).properties(
        **height(len(categories), (len(series) + 1) * BAR + GAP, axis=room)
    )


def _in_order(data: pd.DataFrame) -> list[str]:
    """The series as the fullest category has them: another one may lack the first of them."""
    fullest = data["category"].value_counts().idxmax()
    return list(dict.fromkeys([*data.loc[data["category"] == fullest, "series"], *data["series"]]))


def _names(categories: list[str], y: alt.Y, places: alt.YOffset) -> alt.Chart:
    names = pd.DataFrame({"category": categories, "series": NAME})
    written: alt.Chart = alt.Chart(names).mark_text(align="left", dx=2, fontSize=12, color=TEXT)
    placed: alt.Chart = written.encode(
        y=y, yOffset=places, x=alt.value(0), text=alt.Text("category", type="nominal")
    )
    return placed
