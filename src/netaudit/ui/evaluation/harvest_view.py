"""The outcomes that were harvested, each with its history, and the forms to write them down."""

import streamlit as st

from netaudit.analysis.evaluation.outcome_words import facts_of
from netaudit.store.evaluation.harvest import Harvested, history, in_order, latest
from netaudit.ui.evaluation.harvest_form import form, more
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, moment_utc

HOW = (
    "What somebody saw change in a person, a team or an organisation, told backwards: first what"
    " changed, then what the programme had to do with it. It holds where measures end."
)
NONE_YET = "Nobody has written down an outcome for this cohort yet. One or two are enough to begin."


def outcomes(view: View, cohort: str) -> None:
    """The form for a new one, the outcomes in the order in which they happened, those set aside."""
    st.markdown(HOW)
    states = history(workspace().ledger, cohort)
    shown = in_order(one for one in latest(states) if not one.outcome.is_set_aside)
    aside = in_order(one for one in latest(states) if one.outcome.is_set_aside)
    with st.expander("Write down an outcome", expanded=not states):
        form(cohort, None)
    if not shown:
        st.info(NONE_YET, icon=":material/inbox:")
    for one in shown:
        _outcome(cohort, one, states)
    if aside:
        with st.expander(f"Set aside: {counted(len(aside), 'outcome')}"):
            for one in aside:
                _outcome(cohort, one, states)


def _outcome(cohort: str, one: Harvested, states: tuple[Harvested, ...]) -> None:
    with st.container(border=True, key=f"outcome {one.number}"):
        st.subheader(md(one.outcome.what), anchor=False)
        st.markdown(
            "  \n".join(f"**{md(title)}:** {md(words)}" for title, words in facts_of(one.outcome))
        )
        leaves = "may leave the team" if one.outcome.may_leave else "for the team alone"
        st.caption(md(f"Number {one.number} · {leaves} · written {moment_utc(one.at)} by {one.by}"))
        earlier = [state for state in states if state.number == one.number][:-1]
        with st.expander("Change"):
            form(cohort, one)
        more(cohort, one, earlier)
