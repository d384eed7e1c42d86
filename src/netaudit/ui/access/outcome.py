"""What a button of the access page did, told once above it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from netaudit.errors import NetauditError
from netaudit.ui.markdown import md
from netaudit.ui.without_paths import without_paths

_SAID, _SORRY = "access said", "access sorry"


def then_tell(work: Callable[..., str], *of: Any) -> None:
    """Does the work, which says what it did, and keeps the words or what stood in the way."""
    try:
        st.session_state[_SAID] = work(*of)
    except NetauditError as error:
        st.session_state[_SORRY] = (without_paths(error.message), without_paths(error.hint))


def tell() -> None:
    """The outcome of the last button."""
    said, sorry = st.session_state.pop(_SAID, None), st.session_state.pop(_SORRY, None)
    if said:
        st.success(md(said), icon=":material/check:")
    if sorry:
        st.error(md(sorry[0]), icon=":material/error:")
        st.text(sorry[1])
