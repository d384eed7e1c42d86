"""Introductions: suggested, made, and what came of them. Nothing is sent by netaudit."""

from functools import partial

import streamlit as st

from netaudit.analysis.introductions import progress, suggestions
from netaudit.analysis.introductions.letters import as_text, letter, merge_rows
from netaudit.analysis.introductions.suggestions import Introduction, Side
from netaudit.network import Pair
from netaudit.store import introductions as ledger_steps
from netaudit.store.introductions import FOLLOWS, MOST, Step, Taken
from netaudit.store.matching import corrections
from netaudit.ui import data
from netaudit.ui.access.outcome import tell, then_tell
from netaudit.ui.downloads import csv_bytes
from netaudit.ui.figure import table
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.opened import taking_away
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted

AT_ONCE = 8
SHOWN = "introductions shown"
ABOUT = (
    f"Both of a pair agree to be introduced, do not know each other yet, and could gain from each"
    f" other; nobody is in more than {MOST} introductions. What somebody could gain is for you"
    " alone: the letters speak of what the other could be asked about, and netaudit sends nothing."
)


def introductions(view: View) -> None:
    """What is under way first, then who else could be introduced."""
    tell()
    taken = _taken()
    found = suggestions.introductions(view.ask(suggestions.candidates), taken)
    st.markdown(md(ABOUT))
    st.caption(md(view.ask(suggestions.coverage)))
    _under_way(found, taken)
    _suggested(found.suggested)


def _taken() -> tuple[Taken, ...]:
    ledger = workspace().ledger
    return ledger_steps.steps(ledger, corrections.in_force(ledger))


def _under_way(found: suggestions.Introductions, taken: tuple[Taken, ...]) -> None:
    if not found.under_way and not found.gone:
        return
    st.subheader("Under way", anchor=False)
    st.caption(md(progress.in_numbers(found.under_way, found.gone)))
    for one in found.under_way:
        if one.last is not None and one.last.step != "put_aside":
            _card(one)
    _letters([one for one in found.under_way if one.last and one.last.step == "accepted"])
    with st.expander("Every step taken, also those undone and put aside"):
        table(progress.history(taken, found.under_way), "Every step of these introductions")
        for one in found.under_way:
            if one.last is not None and one.last.step == "put_aside":
                _undo(one, one.last)


def _suggested(suggested: tuple[Introduction, ...]) -> None:
    st.subheader(md(f"{counted(len(suggested), 'introduction')} you could make"), anchor=False)
    if not suggested:
        st.caption("Nobody else who agrees could gain from somebody they do not know yet.")
        return
    shown = int(st.session_state.get(SHOWN, AT_ONCE))
    for one in suggested[:shown]:
        _card(one)
    if len(suggested) > shown:
        st.button("Show more", key="more introductions", on_click=_more, args=(shown,))


def _more(shown: int) -> None:
    st.session_state[SHOWN] = shown + AT_ONCE


def _card(one: Introduction) -> None:
    key = " ".join(one.pair)
    with st.container(border=True, gap="xsmall", key=f"pair {key}"):
        names = " and ".join(side.name for side in one.sides)
        state = f" · {progress.STEPS[one.last.step].lower()}" if one.last else ""
        st.markdown(f"**{md(names)}**{md(state)}")
        for side in one.sides:
            st.caption(md(_line(side)))
        with st.container(horizontal=True):
            for step in FOLLOWS[one.last.step if one.last else None]:
                st.button(
                    progress.BUTTONS[step],
                    key=f"{step} {key}",
                    type="primary" if step in ("accepted", "introduced", "spoke") else "secondary",
                    on_click=then_tell,
                    args=(partial(_take, one.pair, one.cohort, step),),
                )
            with st.popover("Letters", type="tertiary"):
                for to, about in (one.sides, one.sides[::-1]):
                    st.code(letter(to, about), language=None, wrap_lines=True)
            if one.last is not None:
                _undo(one, one.last)


def _line(side: Side) -> str:
    where = f"{side.name} ({side.function}, {side.organisation})"
    return f"{where} could gain: {side.lacks}" if side.lacks else f"{where}"


def _undo(one: Introduction, last: Taken) -> None:
    words = "Undo" if last.step != "put_aside" else f"Suggest again: {_names(one)}"
    st.button(
        md(words),
        key=f"undo {last.number}",
        type="tertiary",
        icon=":material/undo:",
        on_click=then_tell,
        args=(partial(_take_back, last.number),),
    )


def _names(one: Introduction) -> str:
    return " and ".join(side.name for side in one.sides)


def _letters(made: list[Introduction]) -> None:
    """Files for a mail merge, of introductions that are to be made."""
    if not made:
        return
    noted = taking_away("introductions")

    def csv() -> bytes:
        noted()
        return csv_bytes(merge_rows(made))

    def text() -> bytes:
        noted()
        return as_text(made).encode()

    with st.container(horizontal=True):
        st.download_button(
            "Letters for a mail merge (CSV)",
            csv,
            file_name="netaudit-introductions.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="introductions csv",
        )
        st.download_button(
            "Letters as text",
            text,
            file_name="netaudit-introductions.txt",
            mime="text/plain",
            icon=":material/download:",
            on_click="ignore",
            key="introductions text",
        )


def _take(pair: Pair, cohort: str, step: Step) -> str:
    by = identity.acting_in(cohort, "coordinator")
    suggestions.check_open_to_it(data.database(), data.viewer(), pair, cohort=cohort)
    ledger = workspace().ledger
    ledger_steps.take(ledger, pair, step, by, corrections.in_force(ledger), cohort=cohort)
    return {
        "accepted": "Kept. Their letters are ready to take away; netaudit sends nothing.",
        "put_aside": "They are not suggested again.",
    }.get(step, "Kept.")


def _take_back(number: int) -> str:
    ledger = workspace().ledger
    by = identity.acting_in(ledger_steps.cohort_of(ledger, number), "coordinator")
    ledger_steps.undo(ledger, number, by, corrections.in_force(ledger))
    return "Undone."
