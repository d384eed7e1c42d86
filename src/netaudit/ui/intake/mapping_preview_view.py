"""What an import of a survey would make, before it is made."""

import streamlit as st

from netaudit.analysis.intake.mapping_preview import (
    audit_title,
    contact_table,
    flow_table,
    own_lines,
    tie_lines,
)
from netaudit.store.preview import AuditPreview
from netaudit.ui.figure import table
from netaudit.ui.intake.uploads import Review
from netaudit.ui.markdown import md
from netaudit.wording import counted


def show_preview(found: Review) -> None:
    """Where the responses end, and the first audits; nothing for exports of netaudit's own form."""
    if found.read.mapping is None or found.read.flow is None:
        return
    table(flow_table(found.read.flow), "Responses by what becomes of them")
    if not found.audits:
        return
    st.markdown(
        f"**The first {counted(len(found.audits), 'audit')}, contacts by their place in the list**"
    )
    for place, preview in enumerate(found.audits):
        with st.expander(md(audit_title(preview)), expanded=place == 0):
            _audit(preview)


def _audit(preview: AuditPreview) -> None:
    lines = own_lines(preview)
    if lines:
        st.caption(md(" · ".join(lines)))
    contacts = contact_table(preview)
    if not contacts.empty:
        st.dataframe(contacts, hide_index=True, alt="Contacts with what is kept of each")
    for line in tie_lines(preview):
        st.markdown(md(line))
