"""Participants who asked to be erased, each with the way to do it."""

import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store.erasing import wishes
from netaudit.store.erasing.gone import Request
from netaudit.ui.access.erase_confirm import Asked, show_first
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, day


def show_wishes(viewer: Viewer, part: str) -> None:
    """A line and a button for each, the oldest wish first; nothing where there is none."""
    standing = wishes.standing(workspace().ledger, viewer.cohorts)
    if not standing:
        return
    with st.container(border=True):
        st.subheader(f"{counted(len(standing), 'participant')} asked to be erased", anchor=False)
        for one in standing:
            code = one.participant_id
            request = Request(participants=(code,))
            asked = Asked(part=part, request=request, who=f"participant {code}", word=code)
            with st.container(horizontal=True, vertical_alignment="center"):
                words = f"{code}, cohort {one.cohort}, on {day(one.asked_at.date())}"
                st.markdown(md(words), width="content")
                st.button(
                    "Show what will go",
                    key=f"wish of {code}",
                    on_click=show_first,
                    args=(asked,),
                )
