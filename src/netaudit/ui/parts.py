"""One part of a long page at a time, chosen in a row of names and kept in the address."""

from collections.abc import Mapping

import streamlit as st

from netaudit.ui import address


def choose_part(key: str, parts: Mapping[str, str]) -> str:
    """The name of the part chosen; `parts` gives the words of each, the first is the default.

    `key` is what the address calls the choice, by which another page can lead to a part.
    """
    wanted = (address.wished(key), st.session_state.get(_kept(key)))
    shown = next((name for one in wanted for name in parts if name == one), next(iter(parts)))
    st.session_state[key] = shown
    chosen = st.segmented_control(
        "Part of the page",
        list(parts),
        key=key,
        format_func=parts.__getitem__,
        required=True,
        label_visibility="collapsed",
        on_change=_chosen,
        args=(key,),
    )
    part = chosen or shown
    st.session_state[_kept(key)] = part
    address.note(**{key: part})
    return part


def _kept(key: str) -> str:
    return f"chosen {key}"


def _chosen(key: str) -> None:
    address.wish(key, st.session_state[key])
