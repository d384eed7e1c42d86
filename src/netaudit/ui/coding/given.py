"""What coders gave, read anew whenever it changed, and under which name somebody codes."""

import streamlit as st

from netaudit.analysis.themes import given as theme_given
from netaudit.analysis.themes.given import Given
from netaudit.store.themes import coders, state_of
from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.identity import Principal
from netaudit.ui.workspace import workspace

NAME = "coder's name"
LONGEST_TYPED = 40


def given() -> Given:
    """Everything that the ledger holds about themes at this moment."""
    return _given(str(workspace().root), state_of(workspace().ledger))


def coder() -> str:
    """Who codes: the account, or without sign-in the name typed here; blank before that."""
    who = identity.principal()
    if isinstance(who, Principal) and who.way == "account":
        return who.name
    typed = st.text_input(
        "Your name or initials",
        value=st.session_state.get(NAME, ""),
        max_chars=LONGEST_TYPED,
        key="name typed",
        help="It stands beside what you code and change, and is kept until you close the page.",
    )
    name = _as_before((typed or "").strip())
    st.session_state[NAME] = name
    return name


def _as_before(name: str) -> str:
    """The name as it was written the first time: Ann and ann are one coder."""
    known = {one.casefold(): one for one in coders(workspace().ledger)}
    return known.get(name.casefold(), name)


@st.cache_data(max_entries=4, show_spinner=False)
def _given(root: str, state: tuple[int, ...]) -> Given:
    return theme_given.given(workspace().ledger)
