"""Choosing a cohort's primary outcomes, each with the smallest change that matters."""

import pandas as pd
import streamlit as st

from netaudit.analysis.change.choices import (
    measure_choices,
    measure_of,
    measure_value,
    usual_smallest,
)
from netaudit.analysis.change.measured_words import smallest_words
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.change.words import measure_words, unit_words
from netaudit.store.outcomes import MOST, Outcome, choose_outcomes, outcome_choices
from netaudit.ui.access.outcome import tell, then_tell
from netaudit.ui.change.compared import is_share
from netaudit.ui.figure import table
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import moment_utc

NONE = ""
ORDER = ("First outcome", "Second outcome", "Third outcome")
WHY = (
    "Up to three measures that this cohort is about, and for each the smallest change that would"
    " matter. Chosen before the first wave closes, they show that nobody picked them by the"
    " figures. Every choice is kept with its date and the name of who made it."
)


def outcomes_form(view: View, cohort: str, chosen: Chosen) -> None:
    """What was chosen for the cohort so far, and another choice."""
    tell()
    _history(cohort)
    with st.expander("Choose the primary outcomes", expanded=not chosen.outcomes):
        st.markdown(md(WHY))
        offered = _offered(view, chosen)
        for place in range(MOST):
            _row(view, place, offered, chosen)
        st.button(
            "Save with today's date",
            type="primary",
            key="save outcomes",
            on_click=then_tell,
            args=(_save, cohort),
        )


def _history(cohort: str) -> None:
    made = outcome_choices(workspace().ledger, cohort)
    if made:
        rows = [
            {
                "Chosen": moment_utc(one.chosen_at),
                "By": one.chosen_by,
                "Primary outcomes": "; ".join(map(_said, one.outcomes)) or "None",
            }
            for one in reversed(made)
        ]
        table(pd.DataFrame(rows), "Every choice of primary outcomes, the latest first")


def _said(one: Outcome) -> str:
    words = measure_words(one.measure, one.attribute)
    return f"{words}, from {smallest_words(one.measure, one.smallest_change)}"


def _offered(view: View, chosen: Chosen) -> dict[str, str]:
    """The main measures, and whatever else is chosen already."""
    own = {
        measure_value(one.measure, one.attribute): measure_words(one.measure, one.attribute)
        for one in chosen.outcomes
    }
    return {NONE: "None", **{c.value: c.words for c in view.ask(measure_choices)}, **own}


def _row(view: View, place: int, offered: dict[str, str], chosen: Chosen) -> None:
    before = chosen.outcomes[place] if place < len(chosen.outcomes) else None
    start = measure_value(before.measure, before.attribute) if before else NONE
    left, right = st.columns((2, 1), vertical_alignment="bottom")
    with left:
        value = st.selectbox(
            ORDER[place],
            list(offered),
            index=list(offered).index(start),
            format_func=offered.__getitem__,
            key=_key(place),
        )
    if not value:
        return
    measure, _ = measure_of(value)
    if before is not None and value == start:
        usual: float | None = before.smallest_change
    else:
        usual = view.ask(usual_smallest, measure=measure)
    with right:
        st.number_input(
            f"Smallest change that matters{_unit(measure)}",
            min_value=0.01,
            value=None if usual is None else _as_typed(measure, usual),
            step=1.0 if is_share(measure) else 0.1,
            key=_key(place, value),
        )


def _key(place: int, value: str | None = None) -> str:
    return f"outcome {place}" if value is None else f"smallest {place} {value}"


def _unit(measure: str) -> str:
    unit = "percentage points" if is_share(measure) else unit_words(measure)
    return f", in {unit}" if unit else ""


def _as_typed(measure: str, smallest: float) -> float:
    return round(smallest * 100, 6) if is_share(measure) else smallest


def _as_kept(measure: str, typed: float) -> float:
    return typed / 100 if is_share(measure) else typed


def _save(cohort: str) -> str:
    by = identity.acting_in(cohort, "coordinator", "evaluator")
    outcomes = [one for place in range(MOST) if (one := _typed(place)) is not None]
    choose_outcomes(workspace().ledger, cohort, outcomes, by)
    if not outcomes:
        return "From now on there is no primary outcome."
    return f"Kept: {'; '.join(map(_said, outcomes))}."


def _typed(place: int) -> Outcome | None:
    value = st.session_state.get(_key(place))
    if not value:
        return None
    measure, attribute = measure_of(value)
    typed = st.session_state.get(_key(place, value)) or 0.0
    return Outcome(
        measure=measure, attribute=attribute, smallest_change=_as_kept(measure, float(typed))
    )
