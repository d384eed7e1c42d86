"""A form for each step of the logic model: the boxes under it, and the measures bound to each."""

from typing import get_args

import streamlit as st

from netaudit.analysis.evaluation import bound
from netaudit.definitions.guidance import guidance
from netaudit.definitions.logic_model import Box, BoxKind
from netaudit.errors import NetauditError
from netaudit.store.evaluation.logic_model import LONGEST_BOX, MOST_BOXES, LogicModel
from netaudit.ui.access.outcome import then_tell
from netaudit.ui.evaluation import kept
from netaudit.vocabulary import label

EMPTY_ROWS = 2
NO_NAMES = "Reports show these words outside the team as well: name nobody in them."


def model_form(cohort: str, held: LogicModel, *, seen: int) -> None:
    """A form for the step chosen; saving it keeps the whole model with today's date."""
    with st.expander("Change the logic model"):
        kind = st.selectbox(
            "Step",
            get_args(BoxKind),
            format_func=lambda one: label("logic_box", one),
            key="step to change",
        )
        st.caption(f"{guidance('logic_box')[kind]['asks']} {NO_NAMES}")
        words = {one.value: one.words for one in bound.choices()}
        boxes = held.of(kind)
        rows = min(len(boxes) + EMPTY_ROWS, MOST_BOXES)
        with st.form(f"boxes of {kind}", border=False):
            for place in range(rows):
                box = boxes[place] if place < len(boxes) else Box(kind=kind, words="")
                _row(place, box, words, _stem(kind, seen))
            st.form_submit_button(
                "Save",
                type="primary",
                on_click=then_tell,
                args=(_save, cohort, held, kind, rows, seen),
            )
        if kept.is_starter(cohort):
            st.button(
                "Save the model as it stands",
                key="save starter",
                on_click=then_tell,
                args=(_keep, cohort, held, seen),
            )


def _row(place: int, box: Box, words: dict[str, str], stem: str) -> None:
    left, right = st.columns(2)
    left.text_input(
        "In a few words",
        value=box.words,
        key=f"{stem} words {place}",
        max_chars=LONGEST_BOX,
        placeholder="Leave empty to take this box out",
    )
    right.multiselect(
        "Measures that tell of it",
        list(words),
        default=[one for one in box.measures if one in words],
        format_func=words.__getitem__,
        key=f"{stem} measures {place}",
    )


def _stem(kind: BoxKind, seen: int) -> str:
    """Begins the keys of a step's fields, which are new ones once somebody has saved."""
    return f"{kind} {seen}"


def _save(cohort: str, held: LogicModel, kind: BoxKind, rows: int, seen: int) -> str:
    typed = [_typed(kind, place, _stem(kind, seen)) for place in range(rows)]
    if any(box.measures and not box.words for box in typed):
        raise NetauditError("Measures are bound to a box without words.", "Say what it stands for.")
    return _keep(cohort, held.with_kind(kind, [box for box in typed if box.words]), seen)


def _typed(kind: BoxKind, place: int, stem: str) -> Box:
    words = str(st.session_state.get(f"{stem} words {place}") or "").strip()
    measures = tuple(st.session_state.get(f"{stem} measures {place}") or ())
    return Box(kind=kind, words=words, measures=measures)


def _keep(cohort: str, model: LogicModel, seen: int) -> str:
    kept.keep(cohort, model, seen)
    return "The logic model is kept with today's date."
