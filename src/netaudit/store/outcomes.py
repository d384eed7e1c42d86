"""Which measures a cohort was meant to move, as somebody chose them, and when.

Chosen before the answers are there, such a choice says what the evaluation is about; chosen later
it may follow the figures, so every choice is kept with its date.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from netaudit.definitions.registry import measures
from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import PRIMARY_OUTCOMES

MOST = 3
"""With more, nothing would be primary."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One measure, `attribute` for measures that have one, and its smallest change of interest."""

    measure: str
    attribute: str | None = None
    smallest_change: float


@dataclass(frozen=True, kw_only=True)
class OutcomeChoice:
    """What somebody chose for a cohort, and when (UTC); no outcome at all takes a choice back."""

    cohort: str
    outcomes: tuple[Outcome, ...]
    chosen_by: str
    chosen_at: datetime


def choose_outcomes(ledger: Ledger, cohort: str, outcomes: Sequence[Outcome], by: Actor) -> None:
    """Adds a choice, which from now on is in force in place of the cohort's earlier ones.

    NetauditError for more than MOST, for one chosen twice and for what is no measure.
    """
    check_outcomes(outcomes)
    told = [
        {"measure": one.measure, "attribute": one.attribute, "smallest_change": one.smallest_change}
        for one in outcomes
    ]
    with ledger.writing() as connection:
        connection.execute(
            insert(PRIMARY_OUTCOMES).values(
                cohort=cohort, outcomes=told, chosen_by=by.name, chosen_at=now()
            )
        )
        note(connection, by, "set", what="primary outcomes", cohort=cohort)


def outcome_choices(ledger: Ledger, cohort: str) -> tuple[OutcomeChoice, ...]:
    """Every choice that was made for the cohort, oldest first; the last is in force."""
    mine = select(PRIMARY_OUTCOMES).where(PRIMARY_OUTCOMES.c.cohort == cohort)
    with ledger.reading() as connection:
        return tuple(
            OutcomeChoice(
                cohort=row.cohort,
                outcomes=tuple(Outcome(**one) for one in row.outcomes),
                chosen_by=row.chosen_by,
                chosen_at=row.chosen_at,
            )
            for row in connection.execute(mine.order_by(PRIMARY_OUTCOMES.c.number))
        )


def check_outcomes(outcomes: Sequence[Outcome]) -> None:
    """NetauditError unless these can be primary outcomes together."""
    if len(outcomes) > MOST:
        raise NetauditError(
            f"{len(outcomes)} primary outcomes are too many.", f"Choose {MOST} at most."
        )
    if len({(one.measure, one.attribute) for one in outcomes}) < len(outcomes):
        raise NetauditError("An outcome is named twice.", "Name each one once.")
    for one in outcomes:
        _check(one)


def _check(outcome: Outcome) -> None:
    measure = measures().get(outcome.measure)
    if measure is None:
        raise NetauditError(
            f"There is no measure {outcome.measure}.", "Their ids are those of `netaudit measures`."
        )
    if measure.theme == "change":
        raise NetauditError(
            f"{measure.title} compares two waves already, so it has no change of its own.",
            "Choose a measure of one wave.",
        )
    if (measure.grain == "attribute") != (outcome.attribute is not None):
        needs = "needs an attribute" if measure.grain == "attribute" else "has no attribute"
        raise NetauditError(
            f"{measure.title} {needs}.", "With one it is written as purpose_share:strategic."
        )
    if not 0 < outcome.smallest_change < float("inf"):
        raise NetauditError(
            "The smallest change of interest is a number above 0.",
            "For a share, 0.1 means ten percentage points.",
        )
