"""How a chart gets onto a page."""

from typing import Any, cast

import altair as alt
import streamlit as st

from netaudit.charts.theme import Chart

CHECKED = False
"""Whether charts are held against Vega-Lite's schema when they are drawn, as tests do; it takes
longer than all the rest of drawing."""


class _Drawn:
    """What Streamlit asks of a chart: its specification."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart

    def to_dict(self) -> dict[str, Any]:
        """The specification in Vega-Lite."""
        return self.chart.to_dict(validate=CHECKED)


def draw_chart(chart: Chart, **options: Any) -> None:
    """The chart with the options of st.altair_chart: its text alternative, its size, its key."""
    st.altair_chart(cast(alt.Chart, _Drawn(chart)), **options)
