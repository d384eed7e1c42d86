"""How long links, sessions and the log last, as administrators set them."""

import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.store import access_settings, accounts
from netaudit.store.access_settings import LIMITS
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

WORDS = {
    "session_hours": "Hours until somebody has to sign in again",
    "link_days": "Days in which a personal link can be used",
    "log_days": "Days for which the access log is kept",
}


def show_settings(_: Viewer) -> None:
    """The three settings; each counts as soon as it is changed."""
    now = access_settings.access_settings(workspace().ledger)
    for name, words in WORDS.items():
        least, most = LIMITS[name]
        st.session_state[f"set {name}"] = getattr(now, name)
        st.number_input(
            words,
            least,
            most,
            step=1,
            key=f"set {name}",
            on_change=then_tell,
            args=(_set, name),
            width=320,
        )
    st.space("small")
    st.button(
        "Sign everybody out",
        icon=":material/logout:",
        help="Ends every session, by account and by link, yours too.",
        on_click=then_tell,
        args=(_end_all,),
    )


def _set(name: str) -> str:
    value = int(st.session_state[f"set {name}"])
    access_settings.change(workspace().ledger, name, value, identity.acting("administrator"))
    return f"{WORDS[name]}: {value}."


def _end_all() -> str:
    accounts.end_all_sessions(workspace().ledger, identity.acting("administrator"))
    return "Everybody is signed out."
