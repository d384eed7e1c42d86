"""How a chart gets onto a page."""

from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import Any, cast

import altair as alt
import pandas as pd
import streamlit as st

from netaudit.charts.theme import Chart, in_page_colours

CHECKED = False
"""Whether charts are held against Vega-Lite's schema when they are drawn, as tests do; it takes
longer than all the rest of drawing."""

ROWS_APART = "rows apart"


@dataclass(frozen=True)
class Drawing:
    """A chart of these rows; whoever looks at the same rows again gets it without the work.

    `chart` is a function of a module, or a `partial` of one with plain values.
    """

    chart: Callable[[pd.DataFrame], Chart]
    rows: pd.DataFrame

    def to_dict(self) -> dict[str, Any]:
        """The specification in Vega-Lite, in the page's colours; its tables are DataFrames."""
        return _specification(self.chart, self.rows, CHECKED)


@dataclass(frozen=True)
class _Drawn:
    """What Streamlit asks of a chart: its specification."""

    chart: Chart

    def to_dict(self) -> dict[str, Any]:
        return self.chart.to_dict(validate=CHECKED)


def draw_chart(chart: Chart | Drawing, **options: Any) -> None:
    """The chart with the options of st.altair_chart: its text alternative, its size, its key."""
    drawn = chart if isinstance(chart, Drawing) else _Drawn(chart)
    st.altair_chart(cast(alt.Chart, drawn), **options)


def _by_name(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__qualname__}"


@st.cache_data(max_entries=500, show_spinner=False, hash_funcs={FunctionType: _by_name})
def _specification(
    chart: Callable[[pd.DataFrame], Chart], rows: pd.DataFrame, checked: bool
) -> dict[str, Any]:
    tables: dict[str, pd.DataFrame] = {}
    with alt.data_transformers.enable(ROWS_APART, tables=tables):
        drawn = in_page_colours(chart(rows)).to_dict(validate=checked)
    return {**drawn, "datasets": tables}


def _keep_apart(rows: Any, tables: dict[str, pd.DataFrame]) -> dict[str, str]:
    known = (name for name, table in tables.items() if table is rows)
    name = next(known, f"table {len(tables) + 1}")
    tables[name] = rows
    return {"name": name}


alt.data_transformers.register(ROWS_APART, _keep_apart)
