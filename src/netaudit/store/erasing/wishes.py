"""Participants who ask to be erased: kept until they are, or until they take it back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ERASURE_WISH
from netaudit.store.matching import corrections

ASKED, TAKEN_BACK = "wish to be erased", "wish to be erased, taken back"
"""What the access log calls them."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One that stands; `asked_at` is in UTC."""

    participant_id: str
    cohort: str
    asked_at: datetime


def wish(ledger: Ledger, participant: str, cohort: str, by: Actor) -> None:
    """From now on the participant wishes to be erased; to wish it twice is once."""
    codes = _codes(ledger, participant)
    with ledger.writing() as connection:
        if _numbers(connection, codes):
            return
        connection.execute(insert(ERASURE_WISH).values(participant_id=participant, cohort=cohort))
        note(connection, by, "set", what=ASKED, cohort=cohort, participant=participant)


def take_back(ledger: Ledger, participant: str, cohort: str, by: Actor) -> None:
    """The participant wishes it no more."""
    codes = _codes(ledger, participant)
    with ledger.writing() as connection:
        numbers = _numbers(connection, codes)
        if numbers:
            these = ERASURE_WISH.c.number.in_(numbers)
            connection.execute(update(ERASURE_WISH).where(these).values(taken_back_at=now()))
            note(connection, by, "set", what=TAKEN_BACK, cohort=cohort, participant=participant)


def standing(ledger: Ledger, cohorts: Collection[str] | None = None) -> tuple[Wish, ...]:
    """Wishes that were neither met nor taken back, oldest first; with `cohorts`, of these alone.

    Each is under the code that counts for its participant.
    """
    meant = corrections.in_force(ledger)
    columns = ERASURE_WISH.c
    wanted = (
        select(columns.participant_id, columns.cohort, columns.asked_at)
        .where(columns.taken_back_at.is_(None))
        .order_by(columns.number)
    )
    if cohorts is not None:
        wanted = wanted.where(columns.cohort.in_(sorted(cohorts)))
    with ledger.reading() as connection:
        rows = connection.execute(wanted).mappings().all()
    return tuple(_wish(row, meant) for row in rows)


def of(ledger: Ledger, participant: str) -> Wish | None:
    """The participant's own wish, if one stands."""
    mine = (one for one in standing(ledger) if one.participant_id == participant)
    return next(mine, None)


def count(connection: Connection, people: Collection[str]) -> int:
    """How many wishes these participants ever had."""
    about = ERASURE_WISH.c.participant_id.in_(sorted(people))
    wanted = select(func.count()).select_from(ERASURE_WISH).where(about)
    return connection.scalar(wanted) or 0


def forget(connection: Connection, people: Collection[str]) -> None:
    """Removes the wishes of these participants, who are erased."""
    about = ERASURE_WISH.c.participant_id.in_(sorted(people))
    connection.execute(delete(ERASURE_WISH).where(about))


def _wish(row: RowMapping, meant: Mapping[str, str]) -> Wish:
    code = str(row["participant_id"])
    return Wish(
        participant_id=meant.get(code, code), cohort=row["cohort"], asked_at=row["asked_at"]
    )


def _codes(ledger: Ledger, participant: str) -> tuple[str, ...]:
    return tuple(corrections.written_as(corrections.in_force(ledger), [participant]))


def _numbers(connection: Connection, codes: Collection[str]) -> list[int]:
    wanted = select(ERASURE_WISH.c.number).where(
        ERASURE_WISH.c.participant_id.in_(sorted(codes)), ERASURE_WISH.c.taken_back_at.is_(None)
    )
    return list(connection.scalars(wanted))
