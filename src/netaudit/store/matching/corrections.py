"""Codes of participants that stand for another one, as people decided it.

The imports stay as they came; what was accepted is applied whenever the database is built.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.matching.tables import CORRECTION

Corrections = Mapping[str, str]
"""For each code that is corrected, the code that counts in its place."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One decision: whether `code` stands for the participant `meant`. Times are in UTC."""

    number: int
    code: str
    meant: str
    is_accepted: bool
    reason: str
    cohort: str
    decided_at: datetime
    decided_by: str
    undone_at: datetime | None
    undone_by: str | None

    @property
    def counts(self) -> bool:
        """Whether nobody took it back."""
        return self.undone_at is None


def decisions(ledger: Ledger) -> tuple[Correction, ...]:
    """Every decision ever made, those undone too, newest first."""
    wanted = select(CORRECTION).order_by(CORRECTION.c.number.desc())
    with ledger.reading() as connection:
        return tuple(Correction(**row) for row in connection.execute(wanted).mappings())


def in_force(ledger: Ledger) -> Corrections:
    """The corrections that count, each with the code at the end of its chain."""
    with ledger.reading() as connection:
        return _ends(_accepted(connection))


def write(
    ledger: Ledger,
    code: str,
    meant: str,
    by: Actor,
    *,
    is_accepted: bool,
    reason: str = "",
    cohort: str = "",
) -> None:
    """Keeps a decision. NetauditError where an earlier one says something else."""
    with ledger.writing() as connection:
        _check(connection, code, meant, is_accepted=is_accepted)
        connection.execute(
            insert(CORRECTION).values(
                code=code,
                meant=meant,
                is_accepted=is_accepted,
                reason=reason,
                cohort=cohort,
                decided_by=by.name,
            )
        )
        what = "code of a participant"
        note(connection, by, "decided", what=what, cohort=cohort, participant=meant)


def take_back(ledger: Ledger, number: int, by: Actor) -> Correction:
    """Undoes a decision and returns it; NetauditError where it does not count (any more)."""
    wanted = select(CORRECTION).where(
        CORRECTION.c.number == number, CORRECTION.c.undone_at.is_(None)
    )
    with ledger.writing() as connection:
        row = connection.execute(wanted).mappings().one_or_none()
        if row is None:
            raise NetauditError(
                f"There is no correction {number} to undo.",
                "The list of decisions says which count.",
            )
        connection.execute(
            update(CORRECTION)
            .where(CORRECTION.c.number == number)
            .values(undone_at=now(), undone_by=by.name)
        )
        taken = Correction(**row)
        note(
            connection,
            by,
            "decided",
            what="correction undone",
            cohort=taken.cohort,
            participant=taken.meant,
        )
        return taken


def count(connection: Connection, people: Sequence[str]) -> int:
    """How many decisions are about these participants."""
    return sum(not people_of.isdisjoint(people) for _, people_of in _all(connection))


def forget(connection: Connection, people: Sequence[str]) -> None:
    """Removes every decision about these participants."""
    for number, people_of in _all(connection):
        if not people_of.isdisjoint(people):
            connection.execute(delete(CORRECTION).where(CORRECTION.c.number == number))


def _all(connection: Connection) -> list[tuple[int, set[str]]]:
    wanted = select(CORRECTION.c.number, CORRECTION.c.code, CORRECTION.c.meant)
    return [(number, {code, meant}) for number, code, meant in connection.execute(wanted)]


def written_as(corrections: Corrections, people: Sequence[str]) -> tuple[str, ...]:
    """These participants' codes, and all that stand for them in some import."""
    standing = (code for code, meant in corrections.items() if meant in people)
    return tuple(dict.fromkeys((*people, *standing)))


def _check(connection: Connection, code: str, meant: str, *, is_accepted: bool) -> None:
    if code == meant:
        raise NetauditError("Both codes are the same.", "Name two different participants.")
    same = select(CORRECTION.c.is_accepted).where(
        CORRECTION.c.undone_at.is_(None),
        or_(
            (CORRECTION.c.code == code) & (CORRECTION.c.meant == meant),
            (CORRECTION.c.code == meant) & (CORRECTION.c.meant == code),
        ),
    )
    if (decided := connection.scalars(same).first()) is not None:
        said = "are one participant" if decided else "are different people"
        raise NetauditError(
            f"It was decided already that {code} and {meant} {said}.",
            "Undo that decision first.",
        )
    accepted = _accepted(connection)
    if is_accepted and code in accepted:
        raise NetauditError(
            f"{code} stands for {accepted[code]} already.", "Undo that correction first."
        )
    if is_accepted and _end(accepted, meant) == code:
        raise NetauditError(
            f"{meant} stands for {code} already.", "Undo that correction, or leave it."
        )


def _accepted(connection: Connection) -> dict[str, str]:
    wanted: Any = select(CORRECTION.c.code, CORRECTION.c.meant).where(
        CORRECTION.c.is_accepted, CORRECTION.c.undone_at.is_(None)
    )
    return {str(code): str(meant) for code, meant in connection.execute(wanted)}


def _ends(accepted: Mapping[str, str]) -> dict[str, str]:
    return {code: _end(accepted, code) for code in sorted(accepted)}


def _end(accepted: Mapping[str, str], code: str) -> str:
    while code in accepted:
        code = accepted[code]
    return code
