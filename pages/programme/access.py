import streamlit as st

from netaudit.ui.access import erase_view, links, log_view, retention_view, roles, settings_view
from netaudit.ui.access.outcome import tell
from netaudit.ui.frame import heading

LINKS = {"Personal links": links.show_links}
ROLES = {"Roles": roles.show_roles}
LOG = {"Who looked": log_view.show_log}
SETTINGS = {"Settings": settings_view.show_settings}
KEEPING = {
    erase_view.PART: erase_view.show_erase,
    retention_view.PART: retention_view.show_retention,
}

viewer = heading("Access", "Who may see what, and who looked?", audience="access")
tell()
is_administrator = viewer.role == "administrator"
parts = {**ROLES, **LOG, **SETTINGS} if is_administrator else {**LINKS, **ROLES, **LOG}
parts |= KEEPING
asked = st.query_params.get("part")
tabs = st.tabs(
    list(parts),
    default=asked if asked in parts else None,
    key="part of access",
    on_change="rerun",
)
for tab, show_part in zip(tabs, parts.values(), strict=True):
    if tab.open:
        with tab:
            show_part(viewer)
