"""The logic model in force, and how a changed one is kept."""

from dataclasses import replace

from netaudit.definitions.logic_model import starter
from netaudit.store.evaluation.logic_model import LogicModel, State, states, write_model
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace


def history(cohort: str) -> tuple[State, ...]:
    """Every state of the cohort's model, oldest first."""
    return states(workspace().ledger, cohort)


def in_force(cohort: str) -> LogicModel:
    """The model as it was last kept, with netaudit's own boxes where nobody kept any."""
    kept = history(cohort)
    model = kept[-1].model if kept else LogicModel()
    return model if model.boxes else replace(model, boxes=starter())


def is_starter(cohort: str) -> bool:
    """Whether nobody has kept boxes for the cohort."""
    kept = history(cohort)
    return not kept or not kept[-1].model.boxes


def keep(cohort: str, model: LogicModel, seen: int) -> None:
    """Keeps a model in the name of whoever pressed the button.

    NetauditError as store.evaluation.logic_model.write_model raises it, and for whoever may not.
    """
    by = identity.acting_in(cohort, "coordinator", "evaluator")
    write_model(workspace().ledger, cohort, model, by, seen=seen)
