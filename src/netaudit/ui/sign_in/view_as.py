"""The switch of a local user: netaudit on one's own computer, seen as another role sees it.

It is no sign-in: whoever can start netaudit on a workspace can read all of it. It shows what the
others will see, and nothing more than that.
"""

from collections.abc import Mapping

import streamlit as st

from netaudit.analysis.person import header
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import WorkspaceError
from netaudit.ui.workspace import workspace

ROLES: Mapping[str, str] = {
    "coordinator": "Coordinator",
    "evaluator": "Evaluator",
    "administrator": "Administrator",
    "participant": "Participant",
}
ROLE, PARTICIPANT = "viewed as", "viewed as participant"
CHANGED = "viewed as another"


def viewer() -> Viewer:
    """Whom the local user looks as; a coordinator of every cohort until they choose."""
    role, participant = st.session_state.get(ROLE), st.session_state.get(PARTICIPANT)
    if role == "participant" and participant in _names():
        return Viewer(role="participant", participant_id=participant)
    if role in ("evaluator", "administrator"):
        return Viewer(role=role)
    return Viewer.local()


def switch() -> None:
    """The choice in the sidebar."""
    names = _names()
    if not names:
        return
    looking = viewer()
    with st.sidebar:
        st.session_state["choose role"] = looking.role
        st.selectbox(
            "View as",
            list(ROLES),
            key="choose role",
            format_func=lambda role: ROLES.get(role, role),
            on_change=_choose_role,
            help="netaudit runs on your own computer: this shows what others would see.",
        )
        if looking.role == "participant":
            st.session_state["choose participant"] = looking.participant_id
            st.selectbox(
                "Participant",
                list(names),
                key="choose participant",
                format_func=lambda code: names.get(code, code),
                on_change=_choose_participant,
            )


def become(participant: str) -> None:
    """From now on everything is seen as this participant sees it; for on_click of a button."""
    st.session_state.update({ROLE: "participant", PARTICIPANT: participant, CHANGED: True})


def has_changed() -> bool:
    """Whether the role was changed just now, so that its first page has to be opened; once."""
    return bool(st.session_state.pop(CHANGED, False))


def _choose_role() -> None:
    role = st.session_state["choose role"]
    if role == "participant":
        known = st.session_state.get(PARTICIPANT)
        become(known if known in _names() else next(iter(_names())))
    else:
        st.session_state.update({ROLE: role, CHANGED: True})


def _choose_participant() -> None:
    st.session_state[PARTICIPANT] = st.session_state["choose participant"]


def _names() -> dict[str, str]:
    """Every participant: the code, and the name where one is known."""
    try:
        if workspace().is_empty:
            return {}
        return _names_in(workspace().current_database().fingerprint)
    except WorkspaceError:  # what is wrong with the workspace is for the page to say
        return {}


@st.cache_data(max_entries=2, show_spinner=False)
def _names_in(fingerprint: str) -> dict[str, str]:
    found = header.listing(workspace().current_database(), Viewer.local(), EVERYTHING)
    return {
        code: title if title == code else f"{title} · {code}"
        for code, title in zip(found.data["participant_id"], found.data["title"], strict=True)
    }
