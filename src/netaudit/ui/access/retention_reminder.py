"""One line for coordinators as soon as something was kept long enough."""

from datetime import date

import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store import retention
from netaudit.ui.links import link
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.wording import enumerated


def remind(viewer: Viewer) -> None:
    """The cohorts of which something is due to go, with the way there; nothing while none is."""
    if viewer.role not in ("coordinator", "administrator") or workspace().is_empty:
        return
    cohorts = [one.cohort for one in retention.due(workspace(), date.today(), viewer.cohorts)]
    if cohorts:
        which = f"{'cohort' if len(cohorts) == 1 else 'cohorts'} {enumerated(cohorts)}"
        with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(md(f"Data of {which} were kept long enough."), width="content")
            link("access", "See what is due", {"part": "Retention"})
