"""The choices that a page's address holds, written once a run.

A browser adds an entry to its history whenever the address changes, so a page that wrote one
choice at a time would need several steps back to be left.
"""

import streamlit as st

_TO_WRITE = "address to write"
_WISHED = "wished "


def begin() -> None:
    """Nothing is to be written yet: the first thing in a run."""
    st.session_state[_TO_WRITE] = {}


def note(**chosen: str | None) -> None:
    """These choices belong into the address; None stands for no choice and is left alone."""
    held = st.session_state.setdefault(_TO_WRITE, {})
    held.update({key: value for key, value in chosen.items() if value is not None})


def noted() -> dict[str, str]:
    """What was noted so far in this run."""
    return dict(st.session_state.get(_TO_WRITE, {}))


def write() -> None:
    """Makes the address say what was noted in this run; its further parameters stay."""
    noted = st.session_state.pop(_TO_WRITE, {})
    if any(st.query_params.get(key) != value for key, value in noted.items()):
        st.query_params.update(noted)


def wish(key: str, value: str | None) -> None:
    """What a person has just chosen, or None to choose nothing: counts before the address."""
    st.session_state[_WISHED + key] = value


def wished(key: str) -> str | None:
    """The value wished for `key`, else what the address asks for."""
    name = _WISHED + key
    if name in st.session_state:
        value: str | None = st.session_state.pop(name)
        return value
    return st.query_params.get(key)
