"""Relationships over time: one bar each."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import AXIS, Chart, category_axis, height, hover

DAYS = "%b %Y"
STATES = ["Open", "Not open"]
LEGEND = 76
"""Height of the legend and the gap below it, in pixels."""


def timeline_chart(data: pd.DataFrame) -> Chart | None:
    """One bar a relationship, from its start to its end, hollow where it is no longer open.

    data: relationship, state, started, ended, described, in the order of the rows. A row without
    both dates is left to the table; None where no row has them.
    """
    dated = data.dropna(subset=["started", "ended"])
    if dated.empty:
        return None
    scale = alt.Scale(domain=STATES)
    legend = alt.Legend(title=None, orient="top")
    fills = alt.Scale(domain=STATES, range=[1, 0.12])
    axis = alt.Axis(title=None, format=DAYS, labelAngle=0, tickCount=4, domain=False)
    chart: alt.Chart = (
        alt.Chart(dated)
        .mark_bar(height=14, cornerRadius=3, strokeWidth=1.5)
        .encode(
            alt.X(field="started", type="temporal", axis=axis),
            alt.X2(field="ended"),
            category_axis("relationship", list(dated["relationship"])),
            alt.Color(field="state", type="nominal", scale=scale, legend=legend),
            alt.Stroke(field="state", type="nominal", scale=scale, legend=legend),
            alt.FillOpacity(field="state", type="ordinal", scale=fills, legend=legend),
            tooltip=hover(described="Relationship"),
        )
        .properties(**height(len(dated), axis=AXIS + LEGEND))
    )
    return chart
