"""Changes with their intervals, each under its own name, so that long names fit a telephone."""

import altair as alt
import pandas as pd

from netaudit.charts.theme import LINE, TEXT, TITLED_AXIS, Chart, height, hover

EACH = 62
NAME, FIGURES, MARK = -22, -6, 12
"""Where name, figures and interval stand in a row of this height, in pixels from its middle."""


def forest(
    data: pd.DataFrame,
    title: str,
    *,
    number_format: str = "+~f",
    zero_words: str = "No change",
    smallest: float | None = None,
) -> Chart:
    """A row for each change: its name, its figures in words, a point with its interval.

    Columns: category, value, ci_low, ci_high (missing: no interval drawn), label. A line runs at
    zero, and a shade on both sides of it up to `smallest`, the smallest change that matters.
    """
    axis = alt.Axis(
        title=title,
        format=number_format,
        labelExpr="datum.value == 0 ? '0' : datum.label",
        tickCount=6,
        domain=False,
    )
    room = alt.Scale(padding=14)
    rows = alt.Y("category", type="nominal", sort=data["category"].tolist(), axis=None)
    base = alt.Chart(data).encode(y=rows, tooltip=hover(category="What", label="Change"))
    points = base.mark_point(size=100, filled=True, opacity=1, yOffset=MARK).encode(
        x=alt.X("value", type="quantitative", axis=axis, scale=room)
    )
    below, above = (*_shade(smallest), *_zero(zero_words)), (points, *_words(base))
    return alt.layer(*below, *_spans(data, rows, axis, room), *above).properties(
        **height(len(data), EACH, axis=TITLED_AXIS)
    )


def _spans(data: pd.DataFrame, rows: alt.Y, axis: alt.Axis, room: alt.Scale) -> list[alt.Chart]:
    """The intervals, as far as there are any."""
    reaching = data.dropna(subset=["ci_low", "ci_high"])
    if reaching.empty:
        return []
    return [
        alt.Chart(reaching)
        .mark_rule(strokeWidth=3, opacity=0.6, color=TEXT, yOffset=MARK)
        .encode(
            y=rows,
            x=alt.X("ci_low", type="quantitative", axis=axis, scale=room),
            x2=alt.X2("ci_high"),
            tooltip=hover(category="What", label="Change"),
        )
    ]


def _shade(smallest: float | None) -> list[alt.Chart]:
    if smallest is None:
        return []
    ends = pd.DataFrame({"low": [-smallest], "high": [smallest]})
    return [
        alt.Chart(ends)
        .mark_rect(color=LINE, opacity=0.16)
        .encode(x=alt.X("low", type="quantitative"), x2=alt.X2("high"))
    ]


def _zero(words: str) -> tuple[alt.Chart, alt.Chart]:
    at = alt.Chart(pd.DataFrame({"at": [0.0], "words": [words]})).encode(
        x=alt.X("at", type="quantitative")
    )
    rule = at.mark_rule(strokeDash=[4, 4], color=LINE)
    written = at.mark_text(baseline="bottom", dy=-4, color=TEXT).encode(
        text=alt.Text("words", type="nominal"), y=alt.value(0)
    )
    return rule, written


def _words(base: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    left = base.mark_text(align="left", dx=2, dy=NAME, color=TEXT, fontWeight=600)
    below = base.mark_text(align="left", dx=2, dy=FIGURES, color=TEXT)
    return (
        left.encode(x=alt.value(0), text=alt.Text("category", type="nominal")),
        below.encode(x=alt.value(0), text=alt.Text("label", type="nominal")),
    )


def in_points(shares: pd.DataFrame) -> pd.DataFrame:
    """The same rows for forest with value, ci_low and ci_high as percentage points."""
    columns = ["value", "ci_low", "ci_high"]
    return shares.assign(**{name: shares[name].astype("float") * 100 for name in columns})
