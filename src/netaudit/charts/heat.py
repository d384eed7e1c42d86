"""Two things crossed: one cell each, its count written in it."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from netaudit.charts.theme import AXIS, TEXT, Chart, height, hover

CELL = 44
MANY, UPRIGHT, TALL_AXIS = 3, -90, 190
"""More columns than these have their names upright, on an axis so many pixels high."""

ABOVE_ROWS: dict[str, Any] = {
    "titleAngle": 0,
    "titleAnchor": "end",
    "titleAlign": "right",
    "titleBaseline": "bottom",
    "titleX": -10,
    "titleY": -6,
}
"""Where it says what the rows are: upright beside them it would lie over long names."""

TITLE = 20
"""Height of the line that says what the columns are, in pixels."""

LONG_NAME, LINE_OF_NAME = 16, 13
IN_LINES = (
    f"length(datum.label) > {LONG_NAME} ? split(datum.label, regexp(' (?=[^ ]+$)')) : datum.label"
)
"""A name of more letters has its last word in a line of its own, so high in pixels."""

STRONGEST = 0.55
"""The fullest cell still lets its words stand out, on a light page and on a dark one."""


def heat(
    data: pd.DataFrame,
    columns: Sequence[str],
    rows: Sequence[str],
    *,
    across: str = "",
    down: str = "",
) -> Chart:
    """A field of cells, the darker the more; `columns` and `rows` in the order shown.

    `across` and `down` say what the columns and the rows are.

    Columns of `data`: column, row (their words), amount, label (written in the cell) and detail.
    """
    plain: dict[str, Any] = {"ticks": False, "domain": False}
    upper = alt.Axis(
        orient="top",
        labelAngle=_angle(columns),
        labelLimit=180,
        labelOverlap=False,
        labelExpr=IN_LINES if _angle(columns) == 0 else alt.Undefined,
        title=across or None,
        **plain,
    )
    left = alt.Axis(labelLimit=215, title=down or None, **ABOVE_ROWS, **plain)
    base = alt.Chart(data).encode(
        x=alt.X("column", type="nominal", sort=list(columns), axis=upper),
        y=alt.Y("row", type="nominal", sort=list(rows), axis=left),
        tooltip=hover(row="Row", column="Column", detail="Count"),
    )
    shade = alt.Scale(domain=[0, data["amount"].max() or 1], range=[0.06, STRONGEST], clamp=True)
    cells = base.mark_rect(xOffset=1, x2Offset=-1, yOffset=1, y2Offset=-1).encode(
        opacity=alt.Opacity("amount", type="quantitative", scale=shade, legend=None)
    )
    words = base.mark_text(color=TEXT).encode(text=alt.Text("label", type="nominal"))
    return alt.layer(cells, words).properties(
        **height(len(rows), CELL, axis=_axis_height(columns) + (TITLE if across else 0))
    )


def _axis_height(columns: Sequence[str]) -> int:
    if _angle(columns):
        return TALL_AXIS
    return AXIS + (LINE_OF_NAME if max(map(len, columns), default=0) > LONG_NAME else 0)


def _angle(columns: Sequence[str]) -> int:
    return UPRIGHT if len(columns) > MANY else 0
