"""One card of two records that may be one person, with what there is to decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from netaudit.ui.access.outcome import then_tell
from netaudit.ui.markdown import md
from netaudit.wording import counted

AT_ONCE = 3
"""So many cards are shown; the next come up as these are decided."""

LATER = "who is who later"


@dataclass(frozen=True, kw_only=True)
class Record:
    """One of the two: who it is, and lines on what is known."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Card:
    """Two records with the reasons to think that they are one; `key` is nobody else's.

    `same` and `different` keep what was decided and say so; `other_way` keeps the second record's
    code instead of the first's, where one of the two goes.
    """

    key: str
    records: tuple[Record, Record]
    reasons: tuple[str, ...]
    same: Callable[[], str]
    different: Callable[[], str]
    other_way: Callable[[], str] | None = None


def not_put_off(keys: Sequence[str]) -> list[int]:
    """The places of those that nobody put off in this session."""
    put_off = st.session_state.get(LATER, set())
    return [place for place, key in enumerate(keys) if key not in put_off]


def waiting(of: str, shown: int, left: int, put_off: int) -> None:
    """How many there are beyond those shown, and a way to those put off; `of` names the list."""
    if left > shown:
        st.caption(f"{shown} of {left:,} are shown; the next come up as you decide.")
    if put_off:
        st.caption(f"{counted(put_off, 'proposal')} put off.")
        st.button("Show them again", key=f"again {of}", on_click=_nothing_put_off)


def show_card(card: Card) -> None:
    """Both records, the reasons, and three ways to answer."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**{md('. '.join(card.reasons))}**")
        grid = st.grid(2, min_column_width=240, gap="small")
        for record in card.records:
            with grid.cell(), st.container(border=True, gap="xsmall"):
                st.markdown(f"**{md(record.title)}**")
                # In markdown an address would become a link.
                st.text("\n".join(line for line in record.lines if line))
        with st.container(horizontal=True):
            _answer("Same person", "same", card, card.same)
            if card.other_way is not None:
                words = f"Same person, keep {md(card.records[1].title)}"
                _answer(words, "other way", card, card.other_way)
            _answer("Different people", "different", card, card.different)
            st.button("Later", key=f"later {card.key}", type="tertiary", on_click=_put_off,
                      args=(card.key,))  # fmt: skip


def _answer(words: str, name: str, card: Card, work: Callable[[], str]) -> None:
    st.button(words, key=f"{name} {card.key}", on_click=then_tell, args=(work,))


def _put_off(key: str) -> None:
    st.session_state[LATER] = st.session_state.get(LATER, set()) | {key}


def _nothing_put_off() -> None:
    st.session_state.pop(LATER, None)
