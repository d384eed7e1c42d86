"""A few contacts and who knows whom, as the worked examples show them."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT
from netaudit.network import Pair, positions

SIDE = 170
REACH = alt.Scale(domain=[-1.35, 1.35], nice=False)
DASHES = {"known": [1, 0], "open": [2, 4]}


def small_network(
    members: Sequence[str], ties: Sequence[Pair], unanswered: Sequence[Pair] = ()
) -> alt.LayerChart:
    """Members as named dots, a line for each tie, a dotted one for each pair not answered.

    The participant, who knows them all, is left out.
    """
    place = positions(members, ties)
    lines = pd.DataFrame(
        [
            {"x": place[a][0], "y": place[a][1], "x2": place[b][0], "y2": place[b][1], "kind": kind}
            for kind, pairs in (("known", ties), ("open", unanswered))
            for a, b in pairs
        ],
        columns=["x", "y", "x2", "y2", "kind"],
    )
    dots = pd.DataFrame(
        [{"x": x, "y": y, "name": name} for name, (x, y) in place.items()],
        columns=["x", "y", "name"],
    )
    chart: alt.LayerChart = (
        alt.layer(_line_layer(lines), _dot_layer(dots), _name_layer(dots))
        .properties(
            width=SIDE, height=SIDE, autosize=alt.AutoSizeParams(type="pad", contains="content")
        )
        .configure_view(stroke=None)
    )
    return chart


def _line_layer(lines: pd.DataFrame) -> alt.Chart:
    dash = alt.StrokeDash(
        "kind",
        type="nominal",
        scale=alt.Scale(domain=list(DASHES), range=list(DASHES.values())),
        legend=None,
    )
    layer: alt.Chart = (
        alt.Chart(lines)
        .mark_rule(color=LINE, strokeWidth=1.5)
        .encode(x=_across("x"), y=_up("y"), x2=alt.X2("x2"), y2=alt.Y2("y2"), strokeDash=dash)
    )
    return layer


def _dot_layer(dots: pd.DataFrame) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(dots).mark_circle(size=150, opacity=1).encode(x=_across("x"), y=_up("y"))
    )
    return layer


def _name_layer(dots: pd.DataFrame) -> alt.Chart:
    outside = dots.assign(x=dots["x"] * 1.22, y=dots["y"] * 1.22)
    layer: alt.Chart = (
        alt.Chart(outside)
        .mark_text(color=TEXT, fontSize=12)
        .encode(x=_across("x"), y=_up("y"), text=alt.Text("name", type="nominal"))
    )
    return layer


def _across(field: str) -> alt.X:
    return alt.X(field, type="quantitative", scale=REACH, axis=None)


def _up(field: str) -> alt.Y:
    return alt.Y(field, type="quantitative", scale=REACH, axis=None)
