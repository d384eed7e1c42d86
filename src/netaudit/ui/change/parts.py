"""The parts of the change page, one shown at a time."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from netaudit.analysis.change.choices import span_choices, span_of
from netaudit.analysis.change.outcomes import chosen_in
from netaudit.analysis.settings import settings
from netaudit.ui.change import groups_view, measures_view, people_view
from netaudit.ui.change.compared import Compared
from netaudit.ui.change.planning_view import planning
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.parts import choose_part
from netaudit.ui.workspace import workspace

KEY = "see"
"""The name of the chosen part in the address, by which another page can lead to it."""

PARTS = {
    "short": "In short",
    "all": "All measures",
    "one": "One measure",
    "patterns": "Patterns and uptake",
    "contacts": "Contacts",
    "leavers": "Leavers",
    "groups": "Groups",
    "cohorts": "Cohorts",
    "planning": "Planning",
}

ONE_WAVE = (
    "Changes can be seen as soon as two waves of this selection have answers. What to look for can"
    " be chosen before."
)


def show_parts(view: View) -> None:
    """The two waves to compare, a row of parts, and the chosen one; before that, the planning."""
    spans = view.ask(span_choices)
    if not spans:
        st.info(ONE_WAVE)
        planning(view, view.ask(settings)["waves"][0])
        return
    value = choose("Waves compared", "between", spans) or spans[0].value
    span = view.ask(span_of, value=value)
    chosen = chosen_in(workspace().ledger, view.database, view.viewer, view.selection)
    drawn = _parts(Compared(view=view, span=span, chosen=chosen))
    drawn[choose_part(KEY, {name: PARTS[name] for name in PARTS if name in drawn})]()


def _parts(compared: Compared) -> dict[str, Callable[[], None]]:
    """What there is to see: leavers for evaluators, groups where any are large enough."""
    view = compared.view
    parts = {
        "short": measures_view.in_short,
        "all": measures_view.all_measures,
        "one": measures_view.one_measure,
        "patterns": people_view.yes_or_no,
        "contacts": people_view.contacts,
        "cohorts": groups_view.other_cohorts,
    }
    if view.viewer.role == "evaluator":
        parts["leavers"] = people_view.leavers
    if groups_view.has_groups(compared):
        parts["groups"] = groups_view.by_group
    shown = {name: partial(part, compared) for name, part in parts.items()}
    return {**shown, "planning": partial(planning, view, compared.span.first)}
