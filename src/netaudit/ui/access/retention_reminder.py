"""A line for coordinators once something was kept long enough, or somebody asks to be erased."""

from datetime import date

import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store import retention
from netaudit.store.erasing import wishes
from netaudit.ui.links import link
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, enumerated


def remind(viewer: Viewer) -> None:
    """What is due to go, with the way there; nothing while nothing is."""
    if viewer.role not in ("coordinator", "administrator") or workspace().is_empty:
        return
    _wishes(viewer)
    _kept_long_enough(viewer)


def _wishes(viewer: Viewer) -> None:
    people = len(wishes.standing(workspace().ledger, viewer.cohorts))
    if people:
        asked = f"{counted(people, 'participant')} asked to be erased."
        _line(asked, "See who asked", "Erasing")


def _kept_long_enough(viewer: Viewer) -> None:
    cohorts = [one.cohort for one in retention.due(workspace(), date.today(), viewer.cohorts)]
    if cohorts:
        which = f"{'cohort' if len(cohorts) == 1 else 'cohorts'} {enumerated(cohorts)}"
        _line(f"Data of {which} were kept long enough.", "See what is due", "Retention")


def _line(words: str, way: str, part: str) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(md(words), width="content")
        link("access", way, {"part": part})
