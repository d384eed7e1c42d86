"""How a finding of a person's network looks: in full view, since the page is made to be printed."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.charts.theme import Chart, in_page_colours
from netaudit.ui.downloads import downloads
from netaudit.ui.markdown import md, md_table
from netaudit.ui.my_plan_section import section


def told(topic: str, finding: Finding, chart: Chart | None = None) -> None:
    """The topic as a heading, then the finding."""
    section(topic, finding.headline, finding.base)
    rows(finding, chart)


def further(finding: Finding, chart: Chart | None = None) -> None:
    """A further finding of the same topic, under a sentence of its own."""
    st.markdown(f"**{md(finding.headline)}**")
    if finding.base:
        st.caption(md(finding.base))
    rows(finding, chart)


def rows(finding: Finding, chart: Chart | None = None, *, download: bool = True) -> None:
    """The chart, every row of the table, and what the figures must not be taken for."""
    if chart is not None:
        st.altair_chart(in_page_colours(chart), alt=finding.alternative)
    if not finding.table.empty:
        st.table(
            md_table(finding.table), border="horizontal", hide_index=True, alt=finding.headline
        )
    if finding.caution:
        st.caption(f":material/info: {md(finding.caution)}")
    if download and not finding.table.empty:
        with st.popover("Download", type="tertiary", icon=":material/download:"):
            downloads(finding.table, finding.id, about=finding)
