"""A participant asks to be erased, or takes that back; the programme team does it."""

from collections.abc import Callable

import streamlit as st

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor
from netaudit.store.erasing import wishes
from netaudit.store.ledger import Ledger
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import day

SURE, SORRY = "sure to be erased", "erasure not asked"
Step = Callable[[Ledger, str, str, Actor], None]


def erasure_wish(own: OwnPage) -> None:
    """What was asked for and when, or the way to ask for it."""
    section(
        "To be erased",
        "You can ask for everything about you to be removed",
        "It goes from every wave, from the files that hold it and from the figures, and does not"
        " come back. What was printed or sent before cannot be reached. Take along first what you"
        " want to keep.",
    )
    if sorry := st.session_state.pop(SORRY, ""):
        st.error(md(sorry), icon=":material/error:")
    asked = wishes.of(workspace().ledger, own.person.id)
    if asked is None:
        _ask(own)
        return
    st.info(
        md(
            f"You asked for it on {day(asked.asked_at.date())}. Your coordinators see that and will"
            " do it; until then everything stays as it is."
        ),
        icon=":material/schedule:",
    )
    _button(own, "Take it back", wishes.take_back)


def _ask(own: OwnPage) -> None:
    sure = st.checkbox("I want everything about me to be removed", key=SURE)
    _button(own, "Ask to be erased", wishes.wish, is_open=sure)


def _button(own: OwnPage, words: str, step: Step, *, is_open: bool = True) -> None:
    st.button(
        words,
        key=words,
        disabled=not is_open,
        on_click=_do,
        args=(step, own.person.id, own.person.cohort),
    )


def _do(step: Step, participant: str, cohort: str) -> None:
    try:
        by = identity.acting("participant")
        if identity.viewer().participant_id != participant:
            raise NetauditError("That is not open to you any more.", "Load the page again.")
        step(workspace().ledger, participant, cohort, by)
    except NetauditError as error:
        st.session_state[SORRY] = f"{error.message} {error.hint}"
    st.session_state.pop(SURE, None)
