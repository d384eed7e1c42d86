"""Points, spreads and intervals on paper: names on the left, figures in words on the right.

Screens may be narrow, and there the words stand above each row; a page is wide enough for both.
"""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT, TITLED_AXIS, Chart, category_axis, height

EACH = 26
"""Height of a row, in pixels."""

PLOT = 420
"""Width of what is drawn, without names and words, in pixels."""

ZERO_ROOM = 14
"""What the words above the zero line take, in pixels."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The scale of a drawing: its title, how numbers read on it, and its ends (None: the data's).

    `zero` are words above a line at zero (blank: no line); up to `smallest` on both sides of it
    there is a shade.
    """

    title: str
    number_format: str
    ends: tuple[float, float] | None = None
    zero: str = ""
    smallest: float | None = None


def intervals(data: pd.DataFrame, scale: Scale) -> Chart:
    """A row each: a point with its interval. Columns: category, value, ci_low, ci_high, label."""
    return _rows(data, scale, _marks(data, scale, ("ci_low", "ci_high"), "value"))


def spreads(data: pd.DataFrame, scale: Scale) -> Chart:
    """A row each: a bar over the middle half and a mark at the middle; a dot at `own`, if given.

    Columns: category, middle, lower_quartile, upper_quartile, label and perhaps own.
    """
    return _rows(data, scale, _bars(data, scale))


def _rows(data: pd.DataFrame, scale: Scale, marks: list[alt.Chart]) -> Chart:
    words = (
        alt.Chart(data)
        .mark_text(align="left", dx=8, color=TEXT)
        .encode(
            y=_names(data),
            x=alt.value(PLOT),
            text=alt.Text("label", type="nominal"),
        )
    )
    layers = (*_shade(scale), *_zero(scale), *marks, words)
    return alt.layer(*layers).properties(width=PLOT, **height(len(data), EACH, axis=TITLED_AXIS))


def _names(data: pd.DataFrame) -> alt.Y:
    return category_axis("category", data["category"].tolist())


def _x(field: str, scale: Scale) -> alt.X:
    axis = alt.Axis(
        title=scale.title,
        format=scale.number_format,
        labelExpr="datum.value == 0 ? '0' : datum.label" if scale.zero else alt.Undefined,
        tickCount=5,
        domain=False,
    )
    ends = (
        alt.Scale(padding=10, zero=bool(scale.zero))
        if scale.ends is None
        else alt.Scale(domain=list(scale.ends), nice=False)
    )
    return alt.X(field, type="quantitative", axis=axis, scale=ends)


def _marks(data: pd.DataFrame, scale: Scale, ends: tuple[str, str], middle: str) -> list[alt.Chart]:
    points = (
        alt.Chart(data)
        .mark_point(size=80, filled=True, opacity=1)
        .encode(y=_names(data), x=_x(middle, scale))
    )
    reaching = data.dropna(subset=list(ends))
    if reaching.empty:
        return [points]
    spans = (
        alt.Chart(reaching)
        .mark_rule(strokeWidth=3, opacity=0.6, color=TEXT)
        .encode(y=_names(data), x=_x(ends[0], scale), x2=alt.X2(ends[1]))
    )
    return [spans, points]


def _bars(data: pd.DataFrame, scale: Scale) -> list[alt.Chart]:
    base = alt.Chart(data)
    middle = base.mark_tick(thickness=4, height=16, opacity=1).encode(
        y=_names(data), x=_x("middle", scale)
    )
    halves = data.dropna(subset=["lower_quartile", "upper_quartile"])
    drawn = [middle]
    if len(halves):
        half = alt.Chart(halves).mark_bar(height=8, opacity=0.45, cornerRadius=4)
        placed = half.encode(
            y=_names(data), x=_x("lower_quartile", scale), x2=alt.X2("upper_quartile")
        )
        drawn = [placed, middle]
    if "own" in data:
        dots = alt.Chart(data.dropna(subset=["own"]))
        dot = dots.mark_point(size=90, filled=True, opacity=1, color=TEXT)
        drawn.append(dot.encode(y=_names(data), x=_x("own", scale)))
    return drawn


def _shade(scale: Scale) -> list[alt.Chart]:
    if scale.smallest is None:
        return []
    ends = pd.DataFrame({"low": [-scale.smallest], "high": [scale.smallest]})
    shade = alt.Chart(ends).mark_rect(color=LINE, opacity=0.16)
    return [shade.encode(x=_x("low", scale), x2=alt.X2("high"))]


def _zero(scale: Scale) -> list[alt.Chart]:
    if not scale.zero:
        return []
    at = alt.Chart(pd.DataFrame({"at": [0.0], "words": [scale.zero]})).encode(x=_x("at", scale))
    rule = at.mark_rule(strokeDash=[4, 4], color=LINE)
    written = at.mark_text(baseline="bottom", dy=-4, color=TEXT).encode(
        text=alt.Text("words", type="nominal"), y=alt.value(0)
    )
    return [rule, written]
