import streamlit as st

from netaudit.ui import access_links, access_log_view, access_roles, access_settings_view
from netaudit.ui.access_outcome import tell
from netaudit.ui.frame import heading

LINKS = {"Personal links": access_links.show_links}
ROLES = {"Roles": access_roles.show_roles}
LOG = {"Who looked": access_log_view.show_log}
SETTINGS = {"Settings": access_settings_view.show_settings}

viewer = heading("Access", "Who may see what, and who looked?", audience="access")
tell()
is_administrator = viewer.role == "administrator"
parts = {**ROLES, **LOG, **SETTINGS} if is_administrator else {**LINKS, **ROLES, **LOG}
tabs = st.tabs(list(parts), key="part of access", on_change="rerun")
for tab, show_part in zip(tabs, parts.values(), strict=True):
    if tab.open:
        with tab:
            show_part(viewer)
