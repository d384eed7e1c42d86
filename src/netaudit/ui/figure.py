"""How one finding looks: its sentence, on whom it rests, the chart, the rows behind it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from netaudit.analysis.finding import Figures, Finding, SingleFigure
from netaudit.charts.theme import Chart, in_page_colours
from netaudit.ui.chart import Drawing, draw_chart
from netaudit.ui.downloads import downloads
from netaudit.ui.markdown import md, md_table

SHORT_TABLE = 12
NARROW_TABLE = 10
"""So many rows and columns can be read without scrolling."""


def show(finding: Finding, chart: Chart | Drawing | None = None) -> None:
    """The finding with its chart (none where it is not worth one), table and downloads."""
    with st.container():
        st.subheader(md(finding.headline), anchor=False)
        st.caption(md(finding.base))
        if chart is not None and not finding.is_empty:
            coloured = chart if isinstance(chart, Drawing) else in_page_colours(chart)
            draw_chart(coloured, alt=finding.alternative)
        for note, icon in ((finding.caution, "info"), (finding.withheld, "visibility_off")):
            if note:
                st.caption(f":material/{icon}: {md(note)}")
        if not finding.table.empty:
            with st.expander("Table and download"):
                table(finding.table, finding.headline)
                downloads(finding.table, finding.id, about=finding)
    st.space("small")


def table(rows: pd.DataFrame, alternative: str) -> None:
    """A table for reading: a plain one while it is small, else one that scrolls and sorts."""
    if len(rows) <= SHORT_TABLE and len(rows.columns) <= NARROW_TABLE:
        st.table(md_table(rows), border="horizontal", hide_index=True, alt=alternative)
    else:
        st.dataframe(rows, hide_index=True, alt=alternative)
        on_paper(len(rows))


def on_paper(rows: int) -> None:
    """What is printed in place of a table that scrolls."""
    words = f"A table of {rows:,} rows stands here on the screen; all of them are in the download."
    st.html(f'<p class="on-paper">{words}</p>')


def cards(figures: Figures, way_on: Callable[[SingleFigure], None] | None = None) -> None:
    """Single figures beside each other, each with its base and, if given, a way on under it."""
    grid = st.grid(max(len(figures.figures), 1), min_column_width=150, border=True)
    for figure in figures.figures:
        with grid.cell(), st.container(gap="xsmall"):
            st.markdown(f":small[{md(figure.title)}]")
            st.metric(md(figure.title), md(figure.value), label_visibility="collapsed")
            st.caption(md(figure.base), help=md(figure.help) or None)
            if figure.beside:
                st.caption(md(figure.beside))
            if way_on is not None:
                way_on(figure)
