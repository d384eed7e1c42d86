"""The parts of the mentoring page, one shown at a time, so that nobody scrolls through all."""

from collections.abc import Callable, Mapping

import streamlit as st

from netaudit.ui import address

KEY = "see"
"""The name of the chosen part in the address, by which another page can lead to it."""

PARTS = {
    "uptake": "Uptake",
    "people": "People",
    "kinds": "Kinds",
    "knowing": "Knowing",
    "found": "Where found",
    "network": "Network",
    "waves": "Over time",
    "groups": "Groups",
}


def choose_part(drawn: Mapping[str, Callable[[], None]]) -> None:
    """A row of the parts in `drawn`, by their names in PARTS, and the chosen one below it."""
    offered = [name for name in PARTS if name in drawn]
    wanted = (address.wished(KEY), st.session_state.get(_KEPT))
    st.session_state[KEY] = next((name for name in wanted if name in offered), offered[0])
    chosen = st.segmented_control(
        "Part of the page",
        offered,
        key=KEY,
        format_func=PARTS.__getitem__,
        required=True,
        label_visibility="collapsed",
        on_change=_chosen,
    )
    part = chosen or offered[0]
    st.session_state[_KEPT] = part
    address.note(**{KEY: part})
    drawn[part]()


_KEPT = f"chosen {KEY}"


def _chosen() -> None:
    address.wish(KEY, st.session_state[KEY])
