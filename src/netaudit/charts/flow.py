"""People on their way through a programme: boxes one below the other, and beside them who is not in
the next one.
"""

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT, Chart

BOX, GAP = 40, 26
"""Height of a box and of the way to the next one, in pixels."""

LEFT, RIGHT = (0.0, 0.46), (0.54, 1.0)
"""Where a box on the way and one beside it begin and end, as shares of the width."""

HEAD = 90
"""Area of an arrow's head, in pixels."""


def flow(data: pd.DataFrame) -> Chart:
    """Boxes with their words, an arrow from each to the next, and one to the side where there is
    something to tell.

    Columns: words, beside (blank where nothing is), in the order of the way.
    """
    placed = data.assign(
        top=[place * (BOX + GAP) for place in range(len(data))],
        left=LEFT[0],
        right=LEFT[1],
        middle=sum(LEFT) / 2,
    )
    placed["bottom"] = placed["top"] + BOX
    beside = placed[placed["beside"] != ""].assign(
        words=lambda rows: rows["beside"], left=RIGHT[0], right=RIGHT[1], middle=sum(RIGHT) / 2
    )
    bottom = float(placed["bottom"].max())
    layers = (
        *_boxes(placed, bottom, solid=True),
        *_boxes(beside, bottom, solid=False),
        *_downwards(placed, bottom),
        *_sideways(beside, bottom),
    )
    return alt.layer(*layers).properties(height=bottom)


def _y(field: str, bottom: float) -> alt.Y:
    scale = alt.Scale(domain=[0, bottom], reverse=True, nice=False)
    return alt.Y(field, type="quantitative", scale=scale, axis=None)


def _x(field: str) -> alt.X:
    scale = alt.Scale(domain=[0, 1], nice=False)
    return alt.X(field, type="quantitative", scale=scale, axis=None)


def _boxes(rows: pd.DataFrame, bottom: float, *, solid: bool) -> list[alt.Chart]:
    if rows.empty:
        return []
    base = alt.Chart(rows)
    frame = base.mark_rect(
        fill=None,
        stroke=TEXT if solid else LINE,
        strokeWidth=1.5 if solid else 1,
        strokeDash=[1, 0] if solid else [4, 3],
        cornerRadius=3,
    ).encode(x=_x("left"), x2=alt.X2("right"), y=_y("top", bottom), y2=alt.Y2("bottom"))
    words = base.mark_text(
        color=TEXT, fontSize=13 if solid else 12, fontWeight=600 if solid else 400, dy=BOX / 2
    ).encode(x=_x("middle"), y=_y("top", bottom), text=alt.Text("words", type="nominal"))
    return [frame, words]


def _downwards(rows: pd.DataFrame, bottom: float) -> list[alt.Chart]:
    if len(rows) < 2:
        return []
    ways = rows.iloc[:-1].assign(to=rows["top"].iloc[1:].to_numpy())
    base = alt.Chart(ways)
    line = base.mark_rule(color=LINE, strokeWidth=1.5).encode(
        x=_x("middle"), y=_y("bottom", bottom), y2=alt.Y2("to")
    )
    head = base.mark_point(
        shape="triangle-down", size=HEAD, filled=True, opacity=1, color=LINE, yOffset=-5
    ).encode(x=_x("middle"), y=_y("to", bottom))
    return [line, head]


def _sideways(rows: pd.DataFrame, bottom: float) -> list[alt.Chart]:
    if rows.empty:
        return []
    ways = rows.assign(start=LEFT[1], at=rows["top"] + BOX / 2, stop=RIGHT[0])
    base = alt.Chart(ways)
    line = base.mark_rule(color=LINE, strokeWidth=1, strokeDash=[4, 3]).encode(
        x=_x("start"), x2=alt.X2("stop"), y=_y("at", bottom)
    )
    head = base.mark_point(
        shape="triangle-right", size=HEAD, filled=True, opacity=1, color=LINE, xOffset=-5
    ).encode(x=_x("stop"), y=_y("at", bottom))
    return [line, head]
