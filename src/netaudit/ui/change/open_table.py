"""Findings that are a table: shown opened, as there is no chart."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import table
from netaudit.ui.markdown import md


def with_open_table(finding: Finding) -> None:
    """The finding with its rows in view, as many as there are."""
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    if not finding.table.empty:
        table(finding.table, finding.alternative)
    for note, icon in ((finding.caution, "info"), (finding.withheld, "visibility_off")):
        if note:
            st.caption(f":material/{icon}: {md(note)}")
    if not finding.table.empty:
        downloads(finding.table, finding.id, about=finding)
    st.space("small")
