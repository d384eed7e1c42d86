"""The logic model: what leads to what, the measures that tell, and a form a step to change it."""

from typing import get_args

import streamlit as st

from netaudit.analysis.change.outcomes import chosen_in
from netaudit.analysis.evaluation.bound import Bound, bound
from netaudit.definitions.guidance import guidance
from netaudit.definitions.logic_model import Box, BoxKind
from netaudit.store.evaluation.logic_model import LogicModel, State
from netaudit.ui.evaluation import kept
from netaudit.ui.evaluation.model_form import model_form
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import label
from netaudit.wording import counted, moment_utc

HOW = (
    "From what goes in to what it is good for. Beside each step stand the measures that can tell of"
    " it; steps without one need other evidence, such as an outcome that was harvested."
)
STARTER = (
    "This is a model to begin with, as netaudit brings it. It is in no report until somebody saves"
    " it for this cohort."
)


def model(view: View, cohort: str) -> None:
    """The model in force, step by step, the forms, and who changed it when."""
    history = kept.history(cohort)
    held = kept.in_force(cohort)
    st.markdown(HOW)
    if kept.is_starter(cohort):
        st.info(STARTER, icon=":material/lightbulb:")
    said = _said(view, held)
    for number, kind in enumerate(get_args(BoxKind), start=1):
        _step(number, kind, held, said)
    model_form(cohort, held, seen=history[-1].revision if history else 0)
    _history(history)


def _said(view: View, held: LogicModel) -> dict[str, Bound]:
    values = tuple(dict.fromkeys(one for box in held.boxes for one in box.measures))
    if not values or not view.size.completed:
        return {}
    chosen = chosen_in(workspace().ledger, view.database, view.viewer, view.selection)
    return view.ask(bound, values=values, chosen=chosen)


def _step(number: int, kind: BoxKind, held: LogicModel, said: dict[str, Bound]) -> None:
    with st.container(border=True):
        st.subheader(f"{number}. {label('logic_box', kind)}", anchor=False)
        boxes = held.of(kind)
        if not boxes:
            st.caption(guidance("logic_box")[kind]["asks"])
        for box in boxes:
            _box(box, said)


def _box(box: Box, said: dict[str, Bound]) -> None:
    measures = "".join(
        f"\n    - :small[{md(f'{one.title}: {one.says}')}]"
        for value in box.measures
        if (one := said.get(value)) is not None
    )
    st.markdown(f"- {md(box.words)}{measures}")


def _history(history: tuple[State, ...]) -> None:
    if not history:
        return
    with st.expander(f"Earlier states: {counted(len(history), 'change')}"):
        pairs = list(zip((None, *history[:-1]), history, strict=True))
        st.markdown("\n".join(f"- {md(_turn(before, one))}" for before, one in reversed(pairs)))


def _turn(before: State | None, one: State) -> str:
    """When somebody changed the model, and which boxes came and went."""
    earlier = before.model.boxes if before else ()
    came = [f"“{box.words}”" for box in one.model.boxes if box not in earlier]
    went = [f"“{box.words}”" for box in earlier if box not in one.model.boxes]
    said = [f"came: {', '.join(came)}" if came else "", f"went: {', '.join(went)}" if went else ""]
    told = "; ".join(filter(None, said)) or "a note on a level"
    return f"{moment_utc(one.at)}, {one.by}: {told}"
