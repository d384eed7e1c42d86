"""A table of people in which choosing a row opens the person."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.figure import downloads
from netaudit.ui.frame import View
from netaudit.ui.pages import PAGES
from netaudit.ui.words import md

ROW, HEADING = 35, 38
TALLEST = 520


def people_table(view: View, finding: Finding) -> None:
    """The finding's table, whose rows lead to the participant that `data` names for each."""
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    codes = finding.data["participant_id"].tolist()
    if not codes:
        st.text("Nobody.")
        return
    chosen = st.dataframe(
        finding.table,
        hide_index=True,
        alt=finding.alternative,
        key=f"rows {finding.id}",
        on_select="rerun",
        selection_mode="single-row",
        height=min(TALLEST, HEADING + ROW * len(codes)),
    )
    rows = chosen["selection"]["rows"]
    if rows and rows[0] < len(codes):
        participants = next(record for record in PAGES if record.name == "participants")
        st.switch_page(participants.file, query_params=view.address(participant=codes[rows[0]]))
    downloads(finding.table, finding.id)
