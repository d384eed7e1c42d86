"""The part of the change page for the time before the answers: what to look for, and how well."""

from functools import partial

import streamlit as st

from netaudit.analysis.change.outcomes import chosen_in, timing
from netaudit.analysis.change.planning import what_can_be_told
from netaudit.analysis.change.words import unit_words
from netaudit.charts.planning import planning_chart
from netaudit.ui import address
from netaudit.ui.change.compared import chosen_measure
from netaudit.ui.change.outcomes_form import outcomes_form
from netaudit.ui.drawing import draw
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace

PAIRS = "pairs"
KEPT = f"chosen {PAIRS}"
FEWEST, MOST = 2, 1000


def planning(view: View, first: str) -> None:
    """The primary outcomes with their choice, and how sure a cohort of this size can be."""
    st.header("Primary outcomes", anchor=False)
    chosen = chosen_in(workspace().ledger, view.database, view.viewer, view.selection)
    st.markdown(md(view.ask(timing, first=first, chosen=chosen)))
    if view.selection.cohort is not None:
        outcomes_form(view, view.selection.cohort, chosen)
    st.header("How sure can a cohort of this size be?", anchor=False)
    pairs = _pairs(view)
    measure, attribute = chosen_measure(view, chosen)
    told = view.ask(what_can_be_told, pairs=pairs, measure=measure, attribute=attribute)
    draw(told, partial(planning_chart, title=_title(measure)))


def _title(measure: str) -> str:
    unit = unit_words(measure)
    return f"Change in {unit}" if unit else "Change"


def _pairs(view: View) -> int:
    """How many people answer both times: everybody enrolled until somebody says otherwise."""
    wanted = (address.wished(PAIRS), st.session_state.get(KEPT))
    numbers = [int(one) for one in wanted if one is not None and one.isdecimal()]
    start = next(iter([*numbers, view.size.participants]))
    st.session_state[PAIRS] = min(max(start, FEWEST), MOST)
    pairs = st.number_input(
        "People who answer both times",
        FEWEST,
        MOST,
        step=1,
        key=PAIRS,
        on_change=_asked,
        width=320,
        help="All who are enrolled, if you say nothing else. As a rule a few do not answer twice.",
    )
    st.session_state[KEPT] = str(pairs)
    address.note(**{PAIRS: str(pairs)})
    return int(pairs)


def _asked() -> None:
    address.wish(PAIRS, str(st.session_state[PAIRS]))
