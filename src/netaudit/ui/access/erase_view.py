"""Erasing a participant, or a person whom participants named, from the access page."""

import streamlit as st

from netaudit.analysis.invitations import invited
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.store.erasing.gone import Request
from netaudit.ui import data
from netaudit.ui.access.erase_certificates import show_certificates
from netaudit.ui.access.erase_confirm import Asked, also_words, follow, show_first
from netaudit.ui.access.erase_named import look_for_named
from netaudit.ui.access.erase_wishes import show_wishes
from netaudit.ui.workspace import workspace
from netaudit.wording import known

PART = "Erasing"
WHO, ALSO = "erase who", "erase also"


def show_erase(viewer: Viewer) -> None:
    """The ways to erase somebody that are open to this person, and what was erased before."""
    st.markdown(
        "Somebody who asks for it goes from every import, from the files kept of it, from the"
        " figures and from the ledger. First you see what will go."
    )
    if not follow(PART):
        show_wishes(viewer, PART)
        _participant(viewer)
        if viewer.role == "administrator":
            look_for_named(PART)
        else:
            st.caption(
                "An administrator can look for somebody whom participants named: labels are shown"
                " to nobody else."
            )
    show_certificates(viewer)


def _participant(viewer: Viewer) -> None:
    if workspace().is_empty and viewer.role != "administrator":
        st.info("There are no participants yet.", icon=":material/inbox:")
        return
    with st.container(border=True):
        st.subheader("A participant", anchor=False)
        code = _typed() if viewer.role == "administrator" else _chosen(viewer)
        st.text_input(
            "Other names in texts",
            key=ALSO,
            placeholder="Nicknames, first names",
            help="Looked for in what others of the cohort wrote. Name, address and code are looked"
            " for anyway, in what anybody wrote.",
            max_chars=400,
            autocomplete="off",
        )
        request = Request(participants=(code,), also=also_words(ALSO))
        st.button(
            "Show what will go",
            key="foresee participant",
            disabled=not code,
            on_click=show_first,
            args=(Asked(part=PART, request=request, who=f"participant {code}", word=code),),
        )


def _chosen(viewer: Viewer) -> str:
    people = data.answer(invited, data.database(), viewer, EVERYTHING)
    names = {
        str(row["participant_id"]): _name(str(row["participant_id"]), row["name"])
        for row in people.to_dict("records")
    }
    return (
        st.selectbox(
            "Participant",
            list(names),
            index=None,
            key=WHO,
            format_func=lambda code: names.get(code, code),
            placeholder="Search by name or code",
        )
        or ""
    )


def _typed() -> str:
    """An administrator sees no participants; whoever asks for it says the code."""
    return st.text_input(
        "The participant's code", key=WHO, max_chars=120, autocomplete="off"
    ).strip()


def _name(code: str, name: object) -> str:
    return f"{name} · {code}" if known(name) else code
