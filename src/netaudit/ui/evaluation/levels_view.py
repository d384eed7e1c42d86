"""The four levels: what of the cohort's figures speaks to each, and a note on what else does."""

from dataclasses import replace

import streamlit as st

from netaudit.analysis.change.outcomes import chosen_in
from netaudit.analysis.chosen_wave import at_one_wave
from netaudit.analysis.evaluation.bound import usual_span
from netaudit.analysis.evaluation.levels import LEVELS, NO_HARVEST, Level, level
from netaudit.store.evaluation.harvest import harvest
from netaudit.store.evaluation.logic_model import LONGEST_NOTE, LogicModel
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.evaluation import kept
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import label
from netaudit.wording import counted

HOW = (
    "Four questions that evaluations of courses and programmes ask in turn, after Kirkpatrick."
    " Under each stands what this cohort's answers say to it, and what they cannot say."
)
NOTHING = "Nothing here speaks to this level yet."
NOTE_HELP = (
    "Stands in the team's report and in none for readers outside. Name nobody: neither participants"
    " nor contacts."
)


def levels(view: View, cohort: str) -> None:
    """Every level in turn."""
    st.markdown(HOW)
    history = kept.history(cohort)
    notes = history[-1].model.notes if history else {}
    seen = history[-1].revision if history else 0
    here = replace(view, selection=view.ask(at_one_wave))
    span = view.ask(usual_span)
    chosen = chosen_in(workspace().ledger, view.database, view.viewer, view.selection)
    for number, code in enumerate(LEVELS, start=1):
        found = level(code, here.ask, span=span, chosen=chosen)
        with st.container(border=True):
            st.subheader(f"{number}. {label('evaluation_level', code)}", anchor=False)
            st.markdown(found.asks)
            _evidence(found, cohort)
            _note(cohort, code, notes.get(code, ""), seen)


def _evidence(found: Level, cohort: str) -> None:
    said = [one.headline for one in found.found if not one.is_empty]
    if found.code == "results":
        number = len(harvest(workspace().ledger, cohort))
        said.append(f"{counted(number, 'outcome')} harvested" if number else NO_HARVEST)
    if said:
        st.markdown("\n".join(f"- {md(words)}" for words in said))
    else:
        st.info(NOTHING, icon=":material/inbox:")
    st.caption(f":material/info: {md(found.beyond)}")


def _note(cohort: str, code: str, before: str, seen: int) -> None:
    key = f"note {code} {seen}"
    if before:
        st.markdown(f"**Noted:** {md(before)}")
    with (
        st.expander("Change the note" if before else "Note what else speaks to it"),
        st.form(f"note on {code}", border=False),
    ):
        st.text_area(
            "What else speaks to this level",
            value=before,
            key=key,
            max_chars=LONGEST_NOTE,
            help=NOTE_HELP,
        )
        st.form_submit_button("Save", on_click=then_tell, args=(_save, cohort, code, key, seen))


def _save(cohort: str, code: str, key: str, seen: int) -> str:
    words = str(st.session_state.get(key) or "").strip()
    history = kept.history(cohort)
    # A note alone makes no logic model: netaudit's own stays a proposal until somebody saves it.
    held = history[-1].model if history else LogicModel()
    notes = {level: said for level, said in {**held.notes, code: words}.items() if said}
    kept.keep(cohort, replace(held, notes=notes), seen)
    return "The note is kept."
