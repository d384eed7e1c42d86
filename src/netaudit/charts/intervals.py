"""Estimates with their intervals: along the waves, and one below the other."""

from typing import Any

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    LINE,
    TEXT,
    TITLED_AXIS,
    Chart,
    category_axis,
    height,
    hover,
    wave_axis,
)


def along_waves(
    data: pd.DataFrame, title: str, scale: tuple[float, float] | None, number_format: str = ".0%"
) -> Chart:
    """A line from wave to wave with a 95 % interval at each.

    Columns: wave (the words, in order), value, ci_low, ci_high (missing: no interval drawn), label;
    with several series also series, written at the end of its line and drawn in its own shape.
    """
    waves = list(dict.fromkeys(data["wave"]))
    series = list(dict.fromkeys(data["series"])) if "series" in data else []
    domain = alt.Scale(zero=False) if scale is None else alt.Scale(domain=list(scale), nice=False)
    axis = alt.Axis(title=title, format=number_format, tickCount=5, domain=False)
    base = alt.Chart(data).encode(
        x=wave_axis("wave", waves), tooltip=hover(wave="Wave", label="Estimate")
    )
    color, shape = _telling_apart(series)
    value = alt.Y("value", type="quantitative", scale=domain, axis=axis)
    low = alt.Y("ci_low", type="quantitative", scale=domain, axis=axis)
    spans = base.mark_rule(strokeWidth=2, opacity=0.6, **_plain(series)).encode(
        y=low, y2=alt.Y2("ci_high"), color=color
    )
    lines = base.mark_line(strokeWidth=2).encode(y=value, color=color)
    points = base.mark_point(size=90, filled=True, opacity=1).encode(
        y=value, color=color, shape=shape
    )
    layers = [spans, lines, points, *_line_ends(base, value, waves, series)]
    return alt.layer(*layers).properties(height=280)


def _telling_apart(series: list[str]) -> tuple[Any, Any]:
    """Colour and shape of the series; neither where there is one only."""
    if not series:
        return alt.Undefined, alt.Undefined
    domain = alt.Scale(domain=series)
    return (
        alt.Color("series", type="nominal", scale=domain, legend=None),
        alt.Shape("series", type="nominal", scale=domain, legend=None),
    )


def _plain(series: list[str]) -> dict[str, Any]:
    return {} if series else {"color": TEXT}


def _line_ends(
    base: alt.Chart, value: alt.Y, waves: list[str], series: list[str]
) -> list[alt.Chart]:
    """The series' names beside their last points, in the page's own colour to be readable."""
    if not series:
        return []
    last = alt.FieldEqualPredicate(field="wave", equal=waves[-1])
    ends = base.transform_filter(last).mark_text(align="left", dx=12, color=TEXT)
    return [ends.encode(y=value, text=alt.Text("series", type="nominal"))]


def one_below_the_other(
    data: pd.DataFrame, title: str, number_format: str = "+.2f", zero_words: str = "no change"
) -> Chart:
    """A point with its interval a row, its words above it, and a line at zero, `zero_words`.

    Columns: category, value, ci_low, ci_high (missing: no interval drawn), label.
    """
    axis = alt.Axis(
        title=title,
        format=number_format,
        labelExpr="datum.value == 0 ? '0' : datum.label",
        tickCount=6,
        domain=False,
    )
    base = alt.Chart(data).encode(
        y=category_axis("category", data["category"].tolist()),
        tooltip=hover(category="What", label="Estimate"),
    )
    room = alt.Scale(padding=14)
    zero = alt.Chart(pd.DataFrame({"at": [0.0], "words": [zero_words]})).encode(
        x=alt.X("at", type="quantitative")
    )
    rule = zero.mark_rule(strokeDash=[4, 4], color=LINE)
    words = zero.mark_text(baseline="bottom", dy=-4, color=TEXT).encode(
        text=alt.Text("words", type="nominal"), y=alt.value(0)
    )
    said = base.mark_text(align="left", dx=2, dy=-13, color=TEXT).encode(
        x=alt.value(0), text=alt.Text("label", type="nominal")
    )
    spans = base.mark_rule(strokeWidth=3, opacity=0.6, color=TEXT, yOffset=8).encode(
        x=alt.X("ci_low", type="quantitative", axis=axis, scale=room), x2=alt.X2("ci_high")
    )
    points = base.mark_point(size=100, filled=True, opacity=1, yOffset=8).encode(
        x=alt.X("value", type="quantitative", axis=axis, scale=room)
    )
    return alt.layer(rule, words, spans, points, said).properties(
        **height(len(data), 46, axis=TITLED_AXIS)
    )
