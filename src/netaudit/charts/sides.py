"""Small counts in two or three parts, such as inside and outside, with the words over each bar."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    AXIS,
    TEXT,
    Chart,
    height,
    hover,
    legend_height,
    part_legend,
)

BAR_WITH_WORDS = 46
"""Height of a bar, the words over it and the gap, in pixels."""


def sides(data: pd.DataFrame, parts: list[str]) -> Chart:
    """One bar a row on a scale of counts, cut into `parts`, named above in the same order.

    Columns: category, part, count, label (written over the bar, the same for all its parts).
    """
    rows = list(dict.fromkeys(data["category"]))
    y = alt.Y("category", type="nominal", sort=rows, axis=None)
    bars = (
        alt.Chart(data.assign(order=data["part"].map(parts.index)))
        .mark_bar(height=16, yOffset=7)
        .encode(
            y=y,
            x=alt.X(
                "count",
                type="quantitative",
                stack="zero",
                axis=alt.Axis(title=None, tickMinStep=1, format="d", domain=False),
            ),
            order=alt.Order("order", type="quantitative"),
            color=alt.Color(
                "part", type="nominal", scale=alt.Scale(domain=parts), legend=part_legend(parts)
            ),
            tooltip=hover(category="Row", part="Part", count="Contacts"),
        )
    )
    words = (
        alt.Chart(data.drop_duplicates("category"))
        .mark_text(align="left", dy=-10, dx=1, color=TEXT, fontSize=12)
        .encode(y=y, x=alt.value(0), text=alt.Text("label", type="nominal"))
    )
    room = AXIS + legend_height(parts)
    return alt.layer(bars, words).properties(**height(len(rows), BAR_WITH_WORDS, axis=room))
