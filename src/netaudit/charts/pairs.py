"""Everybody's value at two waves, without names."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    LINE,
    TEXT,
    TITLED_AXIS,
    Chart,
    height,
    hover,
    legend_height,
    part_legend,
)

EACH = 15
MOST = 60
"""Of more people than these, single lines would be a wall: they are counted instead."""


def pairs_chart(data: pd.DataFrame, title: str, number_format: str = ".0%") -> Chart:
    """A line for each person from the earlier value to the later, the largest fall first.

    Columns: pair, wave (its words, the earlier first), value, difference, direction; two rows a
    person. Of more than MOST people the changes are counted by size. For those only who may see
    people one by one.
    """
    if data["pair"].nunique() > MOST:
        return _counted(data, title, number_format)
    waves = list(dict.fromkeys(data["wave"]))
    order = data.sort_values("difference", kind="stable")["pair"].unique().tolist()
    rows = alt.Y("pair", type="ordinal", sort=order, axis=None)
    axis = alt.Axis(title=title, format=number_format, tickCount=6, domain=False)
    room = alt.Scale(zero=False, padding=10)
    lines = (
        alt.Chart(_ends(data, waves))
        .mark_rule(color=LINE, strokeWidth=2)
        .encode(
            y=rows,
            x=alt.X("earlier", type="quantitative", axis=axis, scale=room),
            x2=alt.X2("later"),
        )
    )
    points = (
        alt.Chart(data)
        .mark_point(size=60, stroke=TEXT, opacity=1, strokeWidth=1.5)
        .encode(
            y=rows,
            x=alt.X("value", type="quantitative", axis=axis, scale=room),
            shape=alt.Shape(
                "wave",
                type="nominal",
                scale=alt.Scale(domain=waves, range=["diamond", "circle"]),
                legend=part_legend(waves),
            ),
            fill=alt.Fill(
                "wave",
                type="nominal",
                scale=alt.Scale(domain=waves, range=["transparent", TEXT]),
                legend=part_legend(waves),
            ),
            tooltip=hover(wave="Wave", direction="Went"),
        )
    )
    room_above = TITLED_AXIS + legend_height(waves)
    return alt.layer(lines, points).properties(**height(len(order), EACH, axis=room_above))


def _ends(data: pd.DataFrame, waves: list[str]) -> pd.DataFrame:
    """One row a person with the earlier and the later value."""
    wide = data.pivot(index="pair", columns="wave", values="value").reset_index()
    return wide.rename(columns=dict(zip(waves, ("earlier", "later"), strict=True)))


def _counted(data: pd.DataFrame, title: str, number_format: str) -> Chart:
    """People by how much their value changed."""
    people = data.drop_duplicates("pair")
    axis = alt.Axis(title=f"Change: {title}", format=f"+{number_format}", domain=False)
    counts = alt.Axis(title="Participants", tickMinStep=1, format="d", domain=False)
    bars: alt.Chart = (
        alt.Chart(people)
        .mark_bar()
        .encode(
            x=alt.X("difference", type="quantitative", bin=alt.Bin(maxbins=20), axis=axis),
            y=alt.Y(aggregate="count", type="quantitative", axis=counts),
        )
    )
    return bars.properties(height=260)
