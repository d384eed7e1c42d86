"""Which part of the cultivation page is shown, kept in the address."""

from collections.abc import Mapping

import streamlit as st

from netaudit.ui import address

KEY = "part"
CHOSEN, KEPT = "cultivation part", "kept cultivation part"
"""Names in the session: the widget's own, which goes with the page, and one that stays."""


def part_of(parts: Mapping[str, str]) -> str:
    """The part chosen, by its name in the address; `parts` gives the words of each."""
    wanted = (address.wished(KEY), st.session_state.get(KEPT))
    shown = next((name for one in wanted for name in parts if name == one), next(iter(parts)))
    st.session_state[CHOSEN] = shown
    chosen = st.segmented_control(
        "Part",
        list(parts),
        key=CHOSEN,
        format_func=lambda name: parts[name],
        required=True,
        on_change=_chosen,
        label_visibility="collapsed",
    )
    chosen = chosen or shown
    st.session_state[KEPT] = chosen
    address.note(**{KEY: chosen})
    return chosen


def _chosen() -> None:
    address.wish(KEY, st.session_state[CHOSEN])
