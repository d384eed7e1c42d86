"""Shares of people, with or without intervals: one row each, or one a wave under each category."""

from typing import Any

import altair as alt
import pandas as pd

from netaudit.charts.theme import (
    FULL_SHARE,
    TEXT,
    Chart,
    category_axis,
    height,
    hover,
    share_axis,
)

EACH = 46
EACH_WAVE = 42
"""Height of a row with its words, in pixels."""


def share_points(data: pd.DataFrame) -> Chart:
    """A point with its interval a row, its words above it.

    Columns: category, share, ci_low, ci_high, label.
    """
    base = alt.Chart(data).encode(
        y=category_axis("category", data["category"].tolist()),
        tooltip=hover(category="What", label="Share"),
    )
    return _points(base).properties(**height(len(data), EACH))


def share_points_by_wave(data: pd.DataFrame) -> Chart:
    """The same with the waves one below the other in each category.

    Columns: category, wave (both in the order shown), share, ci_low, ci_high, label.
    """
    return _points(_by_wave(data)).properties(**_wave_height(data))


def share_bars_by_wave(data: pd.DataFrame) -> Chart:
    """Bars without intervals, the waves one below the other in each category.

    Columns: category, wave (both in the order shown), share, label.
    """
    base = _by_wave(data)
    bars = base.mark_bar(height=12, yOffset=8, cornerRadiusEnd=2).encode(x=_share("share"))
    return alt.layer(bars, _words(base)).properties(**_wave_height(data))


def _by_wave(data: pd.DataFrame) -> alt.Chart:
    waves = list(dict.fromkeys(data["wave"]))
    chart: alt.Chart = alt.Chart(data).encode(
        y=category_axis("category", list(dict.fromkeys(data["category"]))),
        yOffset=alt.YOffset("wave", type="nominal", sort=waves),
        tooltip=hover(category="What", wave="Wave", label="Share"),
    )
    return chart


def _wave_height(data: pd.DataFrame) -> dict[str, Any]:
    return height(data["category"].nunique() * data["wave"].nunique(), EACH_WAVE)


def _points(base: alt.Chart) -> alt.LayerChart | alt.FacetChart:
    spans = base.mark_rule(strokeWidth=2, color=TEXT, opacity=0.6, yOffset=8).encode(
        x=_share("ci_low"), x2=alt.X2("ci_high")
    )
    points = base.mark_point(size=90, filled=True, opacity=1, yOffset=8).encode(x=_share("share"))
    return alt.layer(spans, points, _words(base))


def _words(base: alt.Chart) -> alt.Chart:
    words: alt.Chart = base.mark_text(align="left", dx=2, dy=-13, color=TEXT).encode(
        x=alt.value(0), text=alt.Text("label", type="nominal")
    )
    return words


def _share(field: str) -> alt.X:
    return alt.X(field, type="quantitative", scale=FULL_SHARE, axis=share_axis())
