"""Two measures of the same participants against each other."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from netaudit.charts.theme import FULL_SHARE, LINE, TEXT, Chart, hover, share_axis


@dataclass(frozen=True, kw_only=True)
class Quadrants:
    """Where the lines run that part the field in four, and a neutral name for each corner."""

    x: float
    y: float
    low_low: str
    high_low: str
    low_high: str
    high_high: str

    def corners(self) -> pd.DataFrame:
        """The names where they are written; the first word of high_low is about x."""
        edge = {0: (0.01, "left"), 1: (0.99, "right")}
        names = ((0, 0, self.low_low), (1, 0, self.high_low), (0, 1, self.low_high))
        rows = [*names, (1, 1, self.high_high)]
        return pd.DataFrame(
            [
                {"x": edge[x][0], "y": 0.03 + 0.94 * y, "side": edge[x][1], "words": name}
                for x, y, name in rows
            ]
        )


def share_field(
    data: pd.DataFrame, x_title: str, y_title: str, quadrants: Quadrants | None = None
) -> Chart:
    """One mark for each participant or group of equal participants, both axes from 0 to 100 %.

    Columns: x, y, participants (how many share the place; sets the size) and label. Single people
    are to be drawn for those only who may see them one by one.
    """
    marks = (
        alt.Chart(data)
        .mark_circle(opacity=0.65, stroke="white", strokeWidth=0.5)
        .encode(
            x=alt.X("x", type="quantitative", scale=FULL_SHARE, axis=share_axis(x_title)),
            y=alt.Y("y", type="quantitative", scale=FULL_SHARE, axis=share_axis(y_title)),
            size=alt.Size(
                "participants",
                type="quantitative",
                legend=None,
                scale=alt.Scale(domain=[1, 10], range=[90, 700]),
            ),
            tooltip=hover(label="Who", place="Where") if "place" in data else hover(label="Who"),
        )
    )
    if quadrants is None:
        return alt.layer(marks).properties(height=380)
    return alt.layer(*_lines(quadrants), *_names(quadrants), marks).properties(height=380)


def _lines(quadrants: Quadrants) -> list[alt.Chart]:
    at = alt.Chart(pd.DataFrame({"x": [quadrants.x], "y": [quadrants.y]}))
    line = at.mark_rule(strokeDash=[4, 4], color=LINE)
    return [
        line.encode(x=alt.X("x", type="quantitative")),
        line.encode(y=alt.Y("y", type="quantitative")),
    ]


def _names(quadrants: Quadrants) -> list[alt.Chart]:
    corners = quadrants.corners()
    return [
        alt.Chart(corners[corners["side"] == side])
        .mark_text(align=side, color=TEXT, fontSize=12, fontStyle="italic")
        .encode(
            x=alt.X("x", type="quantitative"),
            y=alt.Y("y", type="quantitative"),
            text=alt.Text("words", type="nominal"),
        )
        for side in ("left", "right")
    ]
