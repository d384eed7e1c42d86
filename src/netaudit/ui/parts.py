"""One part of a long page at a time, chosen in a row of names and kept in the address."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from netaudit.ui import address

HIDDEN = """<style>
@media screen {{
  [data-testid="stLayoutWrapper"]:has(> .st-key-{part}) {{
    height: 0;
    overflow: hidden;
    visibility: hidden;
  }}
}}
</style>"""
"""A part that is not looked at keeps its width, so that its charts are ready for paper."""


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


def in_parts(
    key: str, parts: Mapping[str, str], drawn: Mapping[str, Sequence[Callable[[], None]]]
) -> None:
    """Every part in `drawn`, of which the screen shows the chosen one and paper shows all.

    `key` and `parts` are those of `choose_part`; a part is drawn one piece after the other.
    """
    chosen = choose_part(key, {name: parts[name] for name in drawn})
    with st.container(gap=None):
        for name, pieces in drawn.items():
            with st.container(key=_box(key, name)):
                for draw in pieces:
                    draw()
    for name in drawn:
        if name != chosen:
            st.html(HIDDEN.format(part=_box(key, name)))


def _box(key: str, name: str) -> str:
    return f"{key}-{name}"


def _kept(key: str) -> str:
    return f"chosen {key}"


def _chosen(key: str) -> None:
    address.wish(key, st.session_state[key])
