"""What all charts share: types, sizes and the channels that look the same everywhere.

Colours come from the page's theme, light or dark; a chart names the order of its categories only,
so that a category keeps its colour from wave to wave. No chart tells things apart by colour alone.
"""

from collections.abc import Sequence
from typing import Any

import altair as alt

Chart = alt.Chart | alt.LayerChart | alt.FacetChart | alt.HConcatChart | alt.VConcatChart

ROW = 30
"""Height of one horizontal bar with its gap, in pixels."""

FULL_SHARE = alt.Scale(domain=[0, 1], nice=False)
TEXT = "currentColor"
"""What is written in a chart has the colour of the page's text, light or dark."""

LINE = "#7a828c"
"""A grey that stands out at 3:1 from both backgrounds: lines that carry no category."""

AXIS = 48
TITLED_AXIS = 76
"""Height of an axis without and with a title, in pixels; a chart's height includes it."""

NARROW, LETTER, SYMBOL = 350, 8, 30
"""Widths in pixels: a chart on a telephone, a letter of a legend, its symbol with the gaps."""

LEGEND_ROW = 18
"""Height of a row of a legend, in pixels."""

NARROW_PLOT, WRITTEN_LETTER = 225, 6.2
"""Widths in pixels: a chart on a telephone without its names, a letter written in a chart."""


def in_page_colours(chart: Chart) -> Chart:
    """The chart with its axes and legends in the colour of the page's text.

    Streamlit's own grey for them is too pale on a white page (3.7:1).
    """
    axes = alt.AxisConfig(labelColor=TEXT, titleColor=TEXT)
    legends = alt.LegendConfig(labelColor=TEXT, titleColor=TEXT)
    coloured: Chart = chart.configure(axis=axes, legend=legends)
    return coloured


def has_room(words: str, share: float) -> bool:
    """Whether words fit over that share of a bar, even on a telephone."""
    return share * NARROW_PLOT >= len(words) * WRITTEN_LETTER


def category_axis(field: str, order: Sequence[str]) -> alt.Y:
    """Horizontal category names down the left, in the order given."""
    axis = alt.Axis(title=None, labelLimit=220, ticks=False, domain=False, labelPadding=8)
    return alt.Y(field, type="nominal", sort=list(order), axis=axis)


def wave_axis(field: str, order: Sequence[str]) -> alt.X:
    """Wave names along the bottom, upright, in the programme's order."""
    axis = alt.Axis(title=None, labelAngle=0, labelLimit=140, labelFlush=False)
    room_for_names = alt.Scale(type="point", padding=0.7)
    return alt.X(field, type="ordinal", sort=list(order), axis=axis, scale=room_for_names)


def share_axis(title: str | None = None) -> alt.Axis:
    """A percentage axis with few lines."""
    return alt.Axis(title=title, format=".0%", tickCount=5, domain=False)


def part_legend(parts: Sequence[str]) -> alt.Legend:
    """The names of a bar's parts right above it, in as many columns as fit a narrow screen."""
    return alt.Legend(
        orient="top",
        direction="horizontal",
        title=None,
        labelLimit=NARROW,
        columns=_legend_columns(parts),
    )


def legend_height(parts: Sequence[str]) -> int:
    """The room that the names of the parts take above a chart, in pixels."""
    return LEGEND_ROW * -(-len(parts) // _legend_columns(parts))


def _legend_columns(parts: Sequence[str]) -> int:
    widest = max(len(part) for part in parts) * LETTER + SYMBOL
    return max(1, min(len(parts), NARROW // widest))


def hover(**titles: str) -> list[alt.Tooltip]:
    """What a pointer shows: texts, by field and its title."""
    return [alt.Tooltip(field, type="nominal", title=title) for field, title in titles.items()]


def height(rows: int, each: int = ROW, axis: int = AXIS) -> dict[str, Any]:
    """The size of a chart of so many rows and an axis; its width is the page's."""
    return {"height": max(rows, 1) * each + axis}
