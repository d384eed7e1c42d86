"""How precise a change would be, and which changes are usually found, by the number of pairs."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT, Chart, hover, part_legend

SERIES = {
    "smallest": "Smallest change usually found",
    "half_width": "Half of the 95% interval",
}


def planning_chart(data: pd.DataFrame, title: str) -> Chart:
    """Two falling lines over the number of pairs; columns: pairs, half_width, smallest, is_here.

    A line marks the row that is_here; `title` says what changes are counted in.
    """
    long = data.melt("pairs", list(SERIES), "series", "deviations")
    words = list(SERIES.values())
    told = long.assign(
        series=long["series"].map(SERIES),
        said=[
            f"{n:g} pairs: {d:.2f}" for n, d in zip(long["pairs"], long["deviations"], strict=True)
        ],
    )
    legend = part_legend(words)
    base = alt.Chart(told).encode(
        x=alt.X(
            "pairs",
            type="quantitative",
            axis=alt.Axis(title="Pairs: people who answer both times", tickCount=6, domain=False),
        ),
        y=alt.Y(
            "deviations",
            type="quantitative",
            scale=alt.Scale(zero=True),
            axis=alt.Axis(title=title, tickCount=5, domain=False),
        ),
        color=alt.Color("series", type="nominal", scale=alt.Scale(domain=words), legend=legend),
        shape=alt.Shape("series", type="nominal", scale=alt.Scale(domain=words), legend=legend),
        tooltip=hover(series="What", said="With"),
    )
    marked = alt.Chart(data[data["is_here"]]).encode(x=alt.X("pairs", type="quantitative"))
    here = (
        marked.mark_rule(strokeDash=[4, 4], color=LINE),
        marked.mark_text(text="Here", baseline="bottom", dy=-4, color=TEXT).encode(y=alt.value(0)),
    )
    lines = base.mark_line(strokeWidth=2)
    points = base.mark_point(size=60, filled=True, opacity=1)
    return alt.layer(*here, lines, points).properties(height=300)
