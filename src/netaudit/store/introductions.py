"""What became of introductions between two participants: step by step, each one undoable.

Nothing is kept of why the two were put together; that is looked up anew in their answers.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import INTRODUCTION
from netaudit.store.matching.corrections import Corrections

Step = Literal["accepted", "introduced", "spoke", "did_not_speak", "put_aside"]

FOLLOWS: Mapping[Step | None, tuple[Step, ...]] = {
    None: ("accepted", "put_aside"),
    "accepted": ("introduced", "put_aside"),
    "introduced": ("spoke", "did_not_speak"),
    "did_not_speak": ("spoke",),
    "spoke": (),
    "put_aside": (),
}
"""What can come after each step; None stands for a pair about which nothing was decided."""

MOST = 3
"""In so many introductions a participant is at most; those put aside do not count."""

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One step; times are in UTC."""

    number: int
    pair: Pair
    cohort: str
    step: Step
    decided_at: datetime
    decided_by: str
    undone_at: datetime | None
    undone_by: str | None

    @property
    def counts(self) -> bool:
        """Whether nobody took it back."""
        return self.undone_at is None


def steps(ledger: Ledger, corrections: Corrections) -> tuple[Taken, ...]:
    """Every step ever taken, those undone too, oldest first."""
    with ledger.reading() as connection:
        return _taken(connection, corrections)


def standing(taken: Sequence[Taken]) -> dict[Pair, Taken]:
    """The latest step that counts, of each pair about which something is decided."""
    return {one.pair: one for one in taken if one.counts}


def room(taken: Sequence[Taken], people: Collection[str]) -> dict[str, int]:
    """In how many more introductions each of these people may be."""
    left = dict.fromkeys(people, MOST)
    for one in standing(taken).values():
        for person in one.pair:
            if person in left and one.step != "put_aside":
                left[person] = max(0, left[person] - 1)
    return left


def take(
    ledger: Ledger, pair: Pair, step: Step, by: Actor, corrections: Corrections, *, cohort: str
) -> None:
    """Keeps a step. NetauditError where it does not follow the pair's last, or one has no room."""
    one, other = sorted(pair)
    with ledger.writing() as connection:
        made = _taken(connection, corrections)
        _check(made, (one, other), step)
        connection.execute(
            insert(INTRODUCTION).values(
                cohort=cohort,
                participant_id=one,
                other_participant_id=other,
                step=step,
                decided_by=by.name,
            )
        )
        _note(connection, by, (one, other), cohort)


def undo(ledger: Ledger, number: int, by: Actor, corrections: Corrections) -> None:
    """Takes a pair's last step back. NetauditError where it is not the last any more."""
    with ledger.writing() as connection:
        last = standing(_taken(connection, corrections))
        meant = next((one for one in last.values() if one.number == number), None)
        if meant is None:
            raise NetauditError(
                "That step is not the last any more.", "Load the page again to see what is."
            )
        connection.execute(
            update(INTRODUCTION)
            .where(INTRODUCTION.c.number == number)
            .values(undone_at=now(), undone_by=by.name)
        )
        _note(connection, by, meant.pair, meant.cohort)


def cohort_of(ledger: Ledger, number: int) -> str:
    """The cohort of a step; blank where there is none such."""
    wanted = select(INTRODUCTION.c.cohort).where(INTRODUCTION.c.number == number)
    with ledger.reading() as connection:
        return connection.scalar(wanted) or ""


def count(connection: Connection, people: Collection[str]) -> int:
    """How many steps name one of these people."""
    wanted = select(func.count()).select_from(INTRODUCTION).where(_about(people))
    return connection.scalar(wanted) or 0


def forget(connection: Connection, people: Collection[str]) -> None:
    """Removes every step that names one of these people."""
    connection.execute(delete(INTRODUCTION).where(_about(people)))


def _about(people: Collection[str]) -> ColumnElement[bool]:
    names = sorted(people)
    return or_(
        INTRODUCTION.c.participant_id.in_(names), INTRODUCTION.c.other_participant_id.in_(names)
    )


def _taken(connection: Connection, corrections: Corrections) -> tuple[Taken, ...]:
    ends = ("participant_id", "other_participant_id")
    return tuple(
        Taken(
            pair=_ordered(*(corrections.get(row[end], row[end]) for end in ends)),
            **{name: value for name, value in row.items() if name not in ends},
        )
        for row in connection.execute(
            select(INTRODUCTION).order_by(INTRODUCTION.c.number)
        ).mappings()
    )


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def _check(made: Sequence[Taken], pair: Pair, step: Step) -> None:
    if pair[0] == pair[1] or step not in get_args(Step):
        raise NetauditError("An introduction is between two people.", "Choose two of the list.")
    last = standing(made).get(pair)
    if step not in FOLLOWS[last.step if last else None]:
        raise NetauditError(
            "Something else was decided about these two meanwhile.", "Load the page again."
        )
    if step == "accepted" and not all(room(made, pair).values()):
        raise NetauditError(
            f"One of them is in {MOST} introductions already.",
            "See how these went before you add another.",
        )


def _note(connection: Connection, by: Actor, pair: Pair, cohort: str) -> None:
    for person in pair:
        note(connection, by, "introduced", cohort=cohort, participant=person)
