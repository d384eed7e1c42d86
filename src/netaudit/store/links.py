"""Personal links: how participants come in who have no account.

A link opens one session, once, within its days. The ledger keeps no token, only what it hashes to:
whoever reads the ledger cannot come in by it. A newer link replaces what was open of the person.
"""

import hashlib
import re
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Column, Connection, RowMapping, insert, select, update

from netaudit.store.access_log import Actor, note
from netaudit.store.access_settings import settings_in
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import LINK

State = Literal["open", "used", "expired", "taken_back"]

STATES: Mapping[State, str] = {
    "open": "Open",
    "used": "Used",
    "expired": "Expired",
    "taken_back": "Taken back",
}

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
PATH = "/enter/"


@dataclass(frozen=True, kw_only=True)
class Link:
    """One link that was made; times are in UTC. `number` names the session that it opened."""

    number: int
    participant_id: str
    made_by: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    ended_at: datetime | None

    @property
    def state(self) -> State:
        """What coming with this link would meet; a session that was left counts as used."""
        if self.used_at is not None:
            return "used"
        if self.ended_at is not None:
            return "taken_back"
        return "open" if self.expires_at > now() else "expired"


def issue(ledger: Ledger, people: Mapping[str, str], by: Actor) -> dict[str, str]:
    """A new token for each participant; `people` has the cohort of each by their id."""
    tokens = {participant: secrets.token_urlsafe(32) for participant in people}
    with ledger.writing() as connection:
        days = settings_in(connection).link_days
        for participant, token in tokens.items():
            _end(connection, participant, only_unused=True)
            connection.execute(
                insert(LINK).values(
                    token_hash=_hash(token),
                    participant_id=participant,
                    made_by=by.name,
                    made_at=now(),
                    expires_at=now() + timedelta(days=days),
                )
            )
            note(connection, by, "linked", cohort=people[participant], participant=participant)
    return tokens


def web_address(server: str, token: str) -> str:
    """The link to send; `server` is where people reach the dashboard."""
    return f"{server.rstrip('/')}{PATH}{token}"


def standing(ledger: Ledger, token: str) -> State | None:
    """What coming with this token would meet; None if no link has it. Changes nothing."""
    if not _TOKEN.fullmatch(token):
        return None
    with ledger.reading() as connection:
        found = connection.execute(select(*_columns()).where(LINK.c.token_hash == _hash(token)))
        rows = [_link(row) for row in found.mappings()]
    return rows[0].state if rows else None


def use(ledger: Ledger, token: str, cohorts: Mapping[str, str]) -> int | None:
    """Uses the link up and gives the number of the session it opens; None if it opens none.

    `cohorts` has the cohort of every participant, for the log.
    """
    if not _TOKEN.fullmatch(token):
        return None
    with ledger.writing() as connection:
        moment = now()
        opened = connection.execute(
            update(LINK)
            .where(
                LINK.c.token_hash == _hash(token),
                LINK.c.used_at.is_(None),
                LINK.c.ended_at.is_(None),
                LINK.c.expires_at > moment,
            )
            .values(used_at=moment)
        )
        if opened.rowcount != 1:
            return None
        found = select(LINK.c.number, LINK.c.participant_id).where(
            LINK.c.token_hash == _hash(token)
        )
        number, participant = connection.execute(found).one()
        whose = Actor(name=participant, role="participant")
        cohort = cohorts.get(participant, "")
        note(connection, whose, "entered", cohort=cohort, participant=participant)
    return int(number)


def participant_of(ledger: Ledger, number: int) -> str | None:
    """Whose session it is; None when there is none of this number, or it was ended."""
    wanted = select(LINK.c.participant_id).where(
        LINK.c.number == number, LINK.c.used_at.is_not(None), LINK.c.ended_at.is_(None)
    )
    with ledger.reading() as connection:
        found: str | None = connection.scalar(wanted)
    return found


def leave(ledger: Ledger, number: int) -> None:
    """Ends a session at the wish of whoever is in it."""
    with ledger.writing() as connection:
        connection.execute(update(LINK).where(LINK.c.number == number).values(ended_at=now()))


def take_back(ledger: Ledger, people: Mapping[str, str], by: Actor) -> int:
    """Ends every open link and every session of these participants; says how many.

    `people` has the cohort of each by their id.
    """
    with ledger.writing() as connection:
        ended = 0
        for participant, cohort in people.items():
            number = _end(connection, participant)
            ended += number
            if number:
                note(connection, by, "taken", what="link", cohort=cohort, participant=participant)
    return ended


def listing(ledger: Ledger, participants: Collection[str]) -> Sequence[Link]:
    """The newest link of each of these participants, by their id."""
    newest: dict[str, Link] = {}
    with ledger.reading() as connection:
        for row in connection.execute(select(*_columns()).order_by(LINK.c.number)).mappings():
            newest[row["participant_id"]] = _link(row)
    return [newest[one] for one in sorted(newest) if one in participants]


def _end(connection: Connection, participant: str, *, only_unused: bool = False) -> int:
    ending = update(LINK).where(LINK.c.participant_id == participant, LINK.c.ended_at.is_(None))
    if only_unused:
        ending = ending.where(LINK.c.used_at.is_(None))
    return connection.execute(ending.values(ended_at=now())).rowcount


def _columns() -> list[Column[Any]]:
    return [LINK.c[name] for name in Link.__dataclass_fields__]


def _link(row: RowMapping) -> Link:
    return Link(**row)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
