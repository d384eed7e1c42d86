"""The workspace that the dashboard shows."""

import os
from pathlib import Path

import streamlit as st

from netaudit.store.workspace import Workspace


@st.cache_resource(show_spinner=False)
def workspace() -> Workspace:
    """The workspace named by NETAUDIT_WORKSPACE, else ./workspace; one for the whole process."""
    return Workspace(Path(os.environ.get("NETAUDIT_WORKSPACE") or "workspace"))
