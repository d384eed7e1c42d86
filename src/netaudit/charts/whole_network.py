"""The drawing of a whole network: some dozen to some hundred people."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT
from netaudit.charts.whole_network_names import Mark, beside, cut

SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The size of a drawing, in pixels; `margin` is kept free for names.

    `scale` is that of a mark's area; names have `longest` letters, and at most `names` are written.
    """

    name: str
    width: int
    height: int
    margin: int
    longest: int
    scale: float
    names: int


WIDE_SHEET = Sheet(name="wide", width=660, height=560, margin=46, longest=22, scale=1.0, names=60)
NARROW_SHEET = Sheet(
    name="narrow", width=330, height=420, margin=30, longest=12, scale=0.5, names=15
)


def whole_network(
    nodes: pd.DataFrame, ties: pd.DataFrame, groups: Sequence[str], sheet: Sheet = WIDE_SHEET
) -> alt.LayerChart:
    """Marks where analysis.shared.drawing placed them; larger means joined to more.

    Columns as that module's Drawing says. Whole lines are strong ties, broken lines others.
    """
    placed = _on_sheet(nodes, sheet)
    lines = _lines_on_sheet(nodes, ties, sheet)
    chart: alt.LayerChart = (
        alt.layer(
            _line_layer(lines, sheet),
            _mark_layer(placed, groups, sheet),
            _name_layer(_names(placed, sheet), sheet),
        )
        .properties(
            width=sheet.width,
            height=sheet.height,
            autosize=alt.AutoSizeParams(type="pad", contains="content"),
        )
        .configure_view(stroke=None)
    )
    return chart


def _span(nodes: pd.DataFrame) -> float:
    """How far below 0 the rows of those without a tie reach."""
    return min(float(nodes["y"].min()), 0.0)


def _on_sheet(nodes: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    low = _span(nodes)
    most = len(nodes)
    return nodes.assign(
        px=sheet.margin + nodes["x"] * (sheet.width - 2 * sheet.margin),
        py=sheet.height
        - sheet.margin
        - (nodes["y"] - low) / (1 - low) * (sheet.height - 2 * sheet.margin),
        area=sheet.scale
        * ((80 if most <= 60 else 34) + nodes["size"] * (220 if most <= 60 else 150)),
    )


def _lines_on_sheet(nodes: pd.DataFrame, ties: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    low = _span(nodes)

    def across(values: pd.Series) -> pd.Series:
        return sheet.margin + values * (sheet.width - 2 * sheet.margin)

    def down(values: pd.Series) -> pd.Series:
        inner = sheet.height - 2 * sheet.margin
        return sheet.height - sheet.margin - (values - low) / (1 - low) * inner

    return pd.DataFrame(
        {
            "px": across(ties["x"]),
            "py": down(ties["y"]),
            "px2": across(ties["x2"]),
            "py2": down(ties["y2"]),
            "is_strong": ties["is_strong"],
        }
    )


def _line_layer(lines: pd.DataFrame, sheet: Sheet) -> alt.Chart:
    many = len(lines)
    layer: alt.Chart = (
        alt.Chart(lines)
        .mark_rule(
            color=LINE,
            strokeWidth=1.4 if many <= 150 else 0.8,
            opacity=0.9 if many <= 150 else max(0.18, 60 / many),
        )
        .encode(
            x=_across("px", sheet),
            y=_down("py", sheet),
            x2=alt.X2("px2"),
            y2=alt.Y2("py2"),
            strokeDash=alt.condition("datum.is_strong", alt.value([1, 0]), alt.value([4, 3])),
        )
    )
    return layer


def _mark_layer(placed: pd.DataFrame, groups: Sequence[str], sheet: Sheet) -> alt.Chart:
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=1 if sheet is NARROW_SHEET else 3,
        symbolSize=110,
        symbolOpacity=1,
        symbolStrokeWidth=0,
        labelLimit=sheet.width // (1 if sheet is NARROW_SHEET else 3),
    )
    shapes = alt.Scale(domain=list(groups), range=list(SHAPES[: len(groups)]))
    layer: alt.Chart = (
        alt.Chart(placed)
        .mark_point(filled=True, opacity=1, stroke="white", strokeWidth=0.8)
        .encode(
            x=_across("px", sheet),
            y=_down("py", sheet),
            size=alt.Size("area", type="quantitative", scale=None, legend=None),
            color=alt.Color(
                "group", type="nominal", scale=alt.Scale(domain=list(groups)), legend=legend
            ),
            shape=alt.Shape("group", type="nominal", scale=shapes, legend=legend),
            description=alt.Description("description", type="nominal"),
            tooltip=[alt.Tooltip("description", type="nominal", title="Who")],
        )
    )
    return layer


def _name_layer(names: pd.DataFrame, sheet: Sheet) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(names)
        .mark_text(color=TEXT, fontSize=12)
        .encode(
            x=_across("px", sheet),
            y=_down("py", sheet),
            text=alt.Text("label", type="nominal"),
        )
    )
    return layer


def _names(placed: pd.DataFrame, sheet: Sheet) -> pd.DataFrame:
    """The names of the most joined first, as far as they have room."""
    order = placed.sort_values("size", ascending=False, kind="stable")
    marks = [
        Mark(x=float(x), y=float(y), area=float(area), words=cut(str(words), sheet.longest))
        for x, y, area, words in zip(
            order["px"], order["py"], order["area"], order["label"], strict=True
        )
    ]
    written = beside(marks, sheet.width, sheet.height)[: sheet.names]
    return pd.DataFrame(written, columns=["px", "py", "label"])


def _across(field: str, sheet: Sheet) -> alt.X:
    scale = alt.Scale(domain=[0, sheet.width], nice=False)
    return alt.X(field, type="quantitative", scale=scale, axis=None)


def _down(field: str, sheet: Sheet) -> alt.Y:
    scale = alt.Scale(domain=[sheet.height, 0], nice=False)
    return alt.Y(field, type="quantitative", scale=scale, axis=None)
