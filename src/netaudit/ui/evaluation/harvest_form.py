"""Writing an outcome down, changing it, setting it aside and deleting it."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from netaudit.analysis.evaluation.outcome_words import FIELDS, facts_of
from netaudit.store.evaluation import harvest
from netaudit.store.evaluation.harvest import LONGEST, LONGEST_NAME, Harvested, Observed
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.markdown import md
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment_utc

HELP = {
    "what": "In one sentence: what is there now that was not there before.",
    "who": "A role, a team or an organisation, such as “two hospitals”. Please name no contact.",
    "contribution": "What of the programme helped, and what else did: rarely is it one thing.",
    "significance": "Why it matters, and to whom.",
    "evidence": "Where it can be seen: minutes, a page, a figure, something that was said.",
    "substantiated_by": "Who else knows of it and agrees: a role rather than a name.",
}
NO_NAMES = (
    "People whom participants named as contacts did not ask to be here: write of roles and"
    " organisations, never of contacts by name. If somebody asks to be erased, their name is"
    " looked for in these texts too."
)
MAY_LEAVE = "May stand in a report for readers outside the team"
LINES = ("what", "who", "substantiated_by")
FIRST_DAY = date(1990, 1, 1)


def form(cohort: str, one: Harvested | None) -> None:
    """The fields of a new outcome, or of one that is changed."""
    stem = _stem(one)
    before = one.outcome if one else Observed(what="", who="")
    with st.form(stem, border=False, clear_on_submit=False):
        st.caption(NO_NAMES)
        for name, title in FIELDS.items():
            _field(name, title, before, stem)
        st.checkbox(MAY_LEAVE, value=before.may_leave, key=f"{stem} may_leave")
        st.form_submit_button("Save", type="primary", on_click=then_tell, args=(_save, cohort, one))


def more(cohort: str, one: Harvested, earlier: list[Harvested]) -> None:
    """Earlier states, setting aside, and deleting for good."""
    with st.expander("Earlier states and more" if earlier else "More"):
        for state in reversed(earlier):
            said = [state.outcome.what, *(": ".join(fact) for fact in facts_of(state.outcome))]
            st.caption(md(f"{moment_utc(state.at)}, {state.by}: {' · '.join(said)}"))
        aside = one.outcome.is_set_aside
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.button(
                "Take up again" if aside else "Set aside",
                key=f"aside {one.number}",
                help="An outcome that is set aside is kept here and stands in no report.",
                on_click=then_tell,
                args=(_set_aside, cohort, one),
            )
            _delete(cohort, one, len(earlier) + 1)


def _delete(cohort: str, one: Harvested, states: int) -> None:
    with st.popover("Delete for good"):
        st.markdown(f"It goes with {counted(states, 'state')} of it, and cannot be brought back.")
        st.button(
            "Delete",
            key=f"delete {one.number}",
            type="primary",
            icon=":material/delete_forever:",
            on_click=then_tell,
            args=(_forget, cohort, one),
        )


def _stem(one: Harvested | None) -> str:
    """Begins the keys of the fields, which are new ones once somebody has saved."""
    if one is None:
        return f"new outcome {st.session_state.get(_WRITTEN, 0)}"
    return f"outcome {one.number} {one.revision}"


_WRITTEN = "outcomes written"


def _field(name: str, title: str, before: Observed, stem: str) -> None:
    key, value = f"{stem} {name}", getattr(before, name)
    if name == "happened_on":
        st.date_input(
            title, value=value, key=key, format="DD/MM/YYYY", min_value=FIRST_DAY,
            max_value=date.today(), help="The day, or the first of the month if that is known."
        )  # fmt: skip
    elif name in LINES:
        most = LONGEST if name == "what" else LONGEST_NAME
        st.text_input(title, value=value, key=key, max_chars=most, help=HELP[name])
    else:
        st.text_area(title, value=value, key=key, max_chars=LONGEST, help=HELP[name], height=80)


def _save(cohort: str, one: Harvested | None) -> str:
    by = identity.acting_in(cohort, "coordinator", "evaluator")
    stem, ledger = _stem(one), workspace().ledger
    typed = {name: _typed(f"{stem} {name}") for name in FIELDS}
    may_leave = bool(st.session_state.get(f"{stem} may_leave"))
    outcome = Observed(**typed, may_leave=may_leave)
    if one is None:
        harvest.add_outcome(ledger, cohort, outcome, by)
        st.session_state[_WRITTEN] = st.session_state.get(_WRITTEN, 0) + 1
    else:
        kept = replace(outcome, is_set_aside=one.outcome.is_set_aside)
        harvest.change_outcome(ledger, cohort, one.number, kept, by, seen=one.revision)
    return "The outcome is kept."


def _typed(key: str) -> Any:
    value = st.session_state.get(key)
    return value.strip() if isinstance(value, str) else value


def _set_aside(cohort: str, one: Harvested) -> str:
    by = identity.acting_in(cohort, "coordinator", "evaluator")
    turned = replace(one.outcome, is_set_aside=not one.outcome.is_set_aside)
    harvest.change_outcome(workspace().ledger, cohort, one.number, turned, by, seen=one.revision)
    return "The outcome is set aside." if turned.is_set_aside else "The outcome counts again."


def _forget(cohort: str, one: Harvested) -> str:
    by = identity.acting_in(cohort, "coordinator", "evaluator")
    harvest.delete_outcome(workspace().ledger, cohort, one.number, by)
    return "The outcome is deleted."
