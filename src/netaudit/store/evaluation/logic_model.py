"""A cohort's logic model, and notes on the levels of its evaluation, with every earlier state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from netaudit.definitions.logic_model import Box, BoxKind
from netaudit.definitions.registry import measures
from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import EVALUATION
from netaudit.vocabulary import OWN_VOCABULARIES

MOST_BOXES = 8
"""Of one kind: more than these no reader takes in."""

LONGEST_BOX, LONGEST_NOTE = 300, 1000
CHANGED_MEANWHILE = "Look at how it reads now, and change it again where that is still needed."


@dataclass(frozen=True, kw_only=True)
class LogicModel:
    """The boxes in reading order, and by level of the evaluation what somebody noted on it."""

    boxes: tuple[Box, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: BoxKind) -> tuple[Box, ...]:
        """The boxes of one kind."""
        return tuple(box for box in self.boxes if box.kind == kind)

    def with_kind(self, kind: BoxKind, boxes: Sequence[Box]) -> "LogicModel":
        """The model with these in the place of all boxes of the kind."""
        by_kind = {one: self.of(one) for one in get_args(BoxKind)} | {kind: tuple(boxes)}
        return LogicModel(
            boxes=tuple(box for of in by_kind.values() for box in of), notes=self.notes
        )


@dataclass(frozen=True, kw_only=True)
class State:
    """The model as somebody left it, and when (UTC)."""

    model: LogicModel
    revision: int
    by: str
    at: datetime


def states(ledger: Ledger, cohort: str) -> tuple[State, ...]:
    """Every state of the cohort's model, oldest first; the last is in force."""
    mine = select(EVALUATION).where(EVALUATION.c.cohort == cohort)
    with ledger.reading() as connection:
        rows = connection.execute(mine.order_by(EVALUATION.c.number)).mappings().all()
    return tuple(_state(dict(row)) for row in rows)


def write_model(ledger: Ledger, cohort: str, model: LogicModel, by: Actor, *, seen: int) -> None:
    """Writes the model's next state; `seen` is the revision it was changed from, 0 for the first.

    NetauditError where it cannot be, or where somebody else changed it meanwhile.
    """
    check_model(model)
    try:
        with ledger.writing() as connection:
            connection.execute(
                insert(EVALUATION).values(
                    cohort=cohort,
                    revision=seen + 1,
                    boxes=[{**vars(box), "measures": list(box.measures)} for box in model.boxes],
                    notes=dict(model.notes),
                    changed_by=by.name,
                )
            )
            note(connection, by, "set", what="logic model", cohort=cohort)
    except IntegrityError:
        raise NetauditError(
            "Somebody else has changed the logic model meanwhile.", CHANGED_MEANWHILE
        ) from None


def check_model(model: LogicModel) -> None:
    """NetauditError unless the model can be kept."""
    for kind in get_args(BoxKind):
        if len(model.of(kind)) > MOST_BOXES:
            raise NetauditError(
                f"{len(model.of(kind))} boxes under one heading are too many.",
                f"Keep to {MOST_BOXES}: put together what belongs together.",
            )
    for box in model.boxes:
        _check_box(box)
    for level, words in model.notes.items():
        if level not in OWN_VOCABULARIES["evaluation_level"]:
            raise NetauditError(f"There is no level {level}.")
        if len(words) > LONGEST_NOTE:
            raise NetauditError("The note is too long.", f"Keep it to {LONGEST_NOTE} characters.")


def _check_box(box: Box) -> None:
    if box.kind not in get_args(BoxKind):
        raise NetauditError(f"There is no kind of box {box.kind}.")
    if not box.words.strip() or len(box.words) > LONGEST_BOX:
        raise NetauditError(
            "A box says something in a few words.", f"Keep it to {LONGEST_BOX} characters."
        )
    for bound in box.measures:
        measure = measures().get(bound.partition(":")[0])
        if measure is None:
            raise NetauditError(f"There is no measure {bound}.", "Choose one of the list.")
        if (measure.grain == "attribute") != (":" in bound):
            raise NetauditError(
                f"{measure.title} is bound by its whole name.",
                "One with an attribute is written as purpose_share:strategic.",
            )


def _state(row: dict[str, Any]) -> State:
    boxes = tuple(Box(**{**one, "measures": tuple(one["measures"])}) for one in row["boxes"])
    return State(
        model=LogicModel(boxes=boxes, notes=row["notes"]),
        revision=row["revision"],
        by=row["changed_by"],
        at=row["changed_at"],
    )
