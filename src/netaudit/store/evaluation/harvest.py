"""Outcomes that somebody observed in a cohort, each with every earlier state of it.

They are told backwards, from what changed to what the programme had to do with it; netaudit works
out none of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.evaluation.logic_model import CHANGED_MEANWHILE
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import HARVESTED

LONGEST, LONGEST_NAME = 1000, 200
WRITTEN = ("what", "who", "contribution", "significance", "evidence", "substantiated_by")
"""What people write freely, and where somebody may be named."""


@dataclass(frozen=True, kw_only=True)
class Observed:
    """An outcome: what changed, in whom, when, and what speaks for it.

    `contribution` is what the programme had to do with it, `significance` why it matters.
    `may_leave` says that it may stand in a report for readers outside the team.
    """

    what: str
    who: str
    happened_on: date | None = None
    contribution: str = ""
    significance: str = ""
    evidence: str = ""
    substantiated_by: str = ""
    may_leave: bool = False
    is_set_aside: bool = False


@dataclass(frozen=True, kw_only=True)
class Harvested:
    """An outcome as somebody left it; `number` is its own, `at` in UTC."""

    number: int
    revision: int
    cohort: str
    outcome: Observed
    by: str
    at: datetime


def history(ledger: Ledger, cohort: str) -> tuple[Harvested, ...]:
    """Every state of every outcome of the cohort, oldest first."""
    with ledger.reading() as connection:
        return _read(connection, cohort)


def harvest(ledger: Ledger, cohort: str) -> tuple[Harvested, ...]:
    """The outcomes that count, as they read now, in the order in which they happened."""
    states = latest(history(ledger, cohort))
    return in_order(one for one in states if not one.outcome.is_set_aside)


def in_order(outcomes: Iterable[Harvested]) -> tuple[Harvested, ...]:
    """By the day on which they happened; those without one come last."""
    return tuple(
        sorted(outcomes, key=lambda one: (one.outcome.happened_on or date.max, one.number))
    )


def latest(states: Sequence[Harvested]) -> tuple[Harvested, ...]:
    """Of every outcome its last state."""
    return tuple({one.number: one for one in states}.values())


def add_outcome(ledger: Ledger, cohort: str, outcome: Observed, by: Actor) -> int:
    """Keeps a new outcome and returns its number; NetauditError where it cannot be kept."""
    check_outcome(outcome)
    with ledger.writing() as connection:
        added = connection.execute(insert(HARVESTED).values(_row(cohort, outcome, 1, by)))
        (number,) = added.inserted_primary_key or (0,)
        mine = update(HARVESTED).where(HARVESTED.c.number == number)
        connection.execute(mine.values(outcome=number))
        note(connection, by, "set", what=f"outcome {number}", cohort=cohort)
    return int(number)


def change_outcome(
    ledger: Ledger, cohort: str, number: int, outcome: Observed, by: Actor, *, seen: int
) -> None:
    """Writes an outcome's next state; `seen` is the revision it was changed from.

    NetauditError where it cannot be kept, is none of the cohort's, or was changed meanwhile.
    """
    check_outcome(outcome)
    try:
        with ledger.writing() as connection:
            _check_there(connection, cohort, number)
            connection.execute(
                insert(HARVESTED).values(outcome=number, **_row(cohort, outcome, seen + 1, by))
            )
            note(connection, by, "set", what=f"outcome {number}", cohort=cohort)
    except IntegrityError:
        raise NetauditError(
            "Somebody else has changed this outcome meanwhile.", CHANGED_MEANWHILE
        ) from None


def delete_outcome(ledger: Ledger, cohort: str, number: int, by: Actor) -> None:
    """Removes an outcome with every state of it; NetauditError where the cohort has none such."""
    with ledger.writing() as connection:
        _check_there(connection, cohort, number)
        connection.execute(delete(HARVESTED).where(HARVESTED.c.outcome == number))
        note(connection, by, "erased", what=f"outcome {number}", cohort=cohort)
    ledger.overwrite_deleted()


def check_outcome(outcome: Observed) -> None:
    """NetauditError unless the outcome can be kept."""
    if not outcome.what.strip() or not outcome.who.strip():
        raise NetauditError(
            "An outcome says what changed, and in whom.", "Fill in these two at least."
        )
    for name in WRITTEN:
        most = LONGEST_NAME if name in ("who", "substantiated_by") else LONGEST
        if len(getattr(outcome, name)) > most:
            raise NetauditError("That is too long.", f"Keep it to {most} characters.")
    if outcome.happened_on is not None and outcome.happened_on > now().date():
        raise NetauditError("That day is still to come.", "An outcome has happened already.")


def _check_there(connection: Connection, cohort: str, number: int) -> None:
    mine = (HARVESTED.c.outcome == number) & (HARVESTED.c.cohort == cohort)
    if not connection.scalar(select(func.count()).select_from(HARVESTED).where(mine)):
        raise NetauditError(f"There is no outcome {number} any more.", "Load the page again.")


def _row(cohort: str, outcome: Observed, revision: int, by: Actor) -> dict[str, Any]:
    return {**vars(outcome), "cohort": cohort, "revision": revision, "changed_by": by.name}


def _read(connection: Connection, cohort: str) -> tuple[Harvested, ...]:
    mine = select(HARVESTED).where(HARVESTED.c.cohort == cohort).order_by(HARVESTED.c.number)
    return tuple(
        Harvested(
            number=row["outcome"],
            revision=row["revision"],
            cohort=row["cohort"],
            outcome=Observed(**{one.name: row[one.name] for one in fields(Observed)}),
            by=row["changed_by"],
            at=row["changed_at"],
        )
        for row in connection.execute(mine).mappings()
    )
