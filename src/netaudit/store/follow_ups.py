"""Whom a coordinator talks to: notes, next steps and how things stand, person by person.

Every entry is kept; the latest one of a participant is in force.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from sqlalchemy import Connection, Select, delete, func, insert, select

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import FOLLOW_UP
from netaudit.store.matching import corrections

Status = Literal["open", "snoozed", "done"]

LONGEST_NOTE = 1000
LONGEST_STEP = 200
FURTHEST = timedelta(days=2 * 365)
"""So far ahead a day may lie at most: what is later is a slip of the hand."""

ENTRY = "follow-up"
"""What the access log calls a new entry."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody writes about a participant.

    `until`: snoozed to this day. `next_on`: when the next step is to happen. `reasons`: the codes
    of those that spoke for talking to the participant at that moment.
    """

    status: Status = "open"
    until: date | None = None
    note: str = ""
    next_step: str = ""
    next_on: date | None = None
    owner: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FollowUp(Draft):
    """One entry as it was written; `written_at` is in UTC."""

    number: int
    participant_id: str
    cohort: str
    written_by: str
    written_at: datetime

    @property
    def waits_until(self) -> date | None:
        """The day on which it is to be taken up again; none for what is done."""
        if self.status == "done":
            return None
        return self.until if self.status == "snoozed" else self.next_on


def write(
    ledger: Ledger, participant: str, draft: Draft, by: Actor, *, cohort: str, after: int = 0
) -> None:
    """Adds an entry, which is in force from now on.

    `after` is the number of the entry in force as the writer saw it, 0 for none. NetauditError
    where somebody else wrote meanwhile, and for what cannot be kept.
    """
    _check(draft)
    with ledger.writing() as connection:
        standing = _latest_number(connection, participant)
        if standing > after:
            raise NetauditError(
                "Somebody else wrote about this participant meanwhile.",
                "Read their entry first; then write yours again.",
            )
        connection.execute(
            insert(FOLLOW_UP).values(
                participant_id=participant,
                cohort=cohort,
                written_by=by.name,
                **{**vars(draft), "reasons": list(draft.reasons)},
            )
        )
        note(connection, by, "set", what=ENTRY, cohort=cohort, participant=participant)


def in_force(ledger: Ledger) -> tuple[FollowUp, ...]:
    """The latest entry of each participant, in the order in which they were written."""
    latest = {one.participant_id: one for one in _entries(ledger, select(FOLLOW_UP))}
    return tuple(sorted(latest.values(), key=lambda one: one.number))


def history(ledger: Ledger, participant: str) -> tuple[FollowUp, ...]:
    """Every entry about the participant, under whichever code it was written, newest first."""
    codes = corrections.written_as(corrections.in_force(ledger), [participant])
    wanted = select(FOLLOW_UP).where(FOLLOW_UP.c.participant_id.in_(codes))
    return _entries(ledger, wanted)[::-1]


def since(
    ledger: Ledger, moment: datetime, cohorts: Collection[str] | None = None
) -> Sequence[FollowUp]:
    """The entries written since a moment (UTC), oldest first; with `cohorts`, only about these."""
    wanted = select(FOLLOW_UP).where(FOLLOW_UP.c.written_at >= moment)
    if cohorts is not None:
        wanted = wanted.where(FOLLOW_UP.c.cohort.in_(sorted(cohorts)))
    return _entries(ledger, wanted)


def count(connection: Connection, people: Collection[str]) -> int:
    """How many entries are about these participants."""
    return len(_about(connection, people))


def forget(connection: Connection, people: Collection[str]) -> None:
    """Removes every entry about these participants."""
    for number in _about(connection, people):
        connection.execute(delete(FOLLOW_UP).where(FOLLOW_UP.c.number == number))


def _about(connection: Connection, people: Collection[str]) -> list[int]:
    wanted = select(FOLLOW_UP.c.number, FOLLOW_UP.c.participant_id)
    return [number for number, who in connection.execute(wanted) if who in people]


def _entries(ledger: Ledger, wanted: Select[tuple[object, ...]]) -> tuple[FollowUp, ...]:
    """The entries, oldest first, under the codes that count for their participants."""
    meant = corrections.in_force(ledger)
    with ledger.reading() as connection:
        rows = connection.execute(wanted.order_by(FOLLOW_UP.c.number)).mappings().all()
    return tuple(
        FollowUp(
            **{
                **row,
                "participant_id": meant.get(row["participant_id"], row["participant_id"]),
                "reasons": tuple(row["reasons"]),
            }
        )
        for row in rows
    )


def _latest_number(connection: Connection, participant: str) -> int:
    wanted = select(func.max(FOLLOW_UP.c.number))
    return connection.scalar(wanted.where(FOLLOW_UP.c.participant_id == participant)) or 0


def _check(draft: Draft) -> None:
    if draft.status not in get_args(Status):
        raise NetauditError(f"A follow-up cannot be {draft.status}.")
    if draft.status == "snoozed" and draft.until is None:
        raise NetauditError("It is not said until when.", "Choose a day.")
    for words, most in ((draft.note, LONGEST_NOTE), (draft.next_step, LONGEST_STEP)):
        if len(words) > most:
            raise NetauditError(
                f"A text of {len(words):,} characters is too long.", f"Write {most:,} at most."
            )
    for on in (draft.until, draft.next_on):
        if on is not None and on > now().date() + FURTHEST:
            raise NetauditError("The day is more than two years ahead.", "Choose an earlier one.")


def as_json(entries: Sequence[FollowUp]) -> str:
    """The entries in force as the summary follow_up_people reads them.

    `waits_until` is the day to which one is snoozed, else the day of its next step.
    """
    return json.dumps(
        [
            {
                "participant_id": one.participant_id,
                "status": one.status,
                "waits_until": str(one.waits_until) if one.waits_until else None,
                "reasons": list(one.reasons),
                "written_on": str(one.written_at.date()),
            }
            for one in entries
        ]
    )
