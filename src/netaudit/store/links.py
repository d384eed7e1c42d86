"""Personal links: how participants come in who have no account.

A link opens one session, once, within its days. The ledger keeps no token, only what it hashes to:
whoever reads the ledger cannot come in by it. A newer link replaces what was open of the person.
A link that was made under a corrected code leads to the participant whom that code stands for.
"""

import hashlib
import re
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Column, Connection, insert, select, update

from netaudit.store.access_log import Actor, note
from netaudit.store.access_settings import settings_in
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import LINK
from netaudit.store.matching import corrections
from netaudit.store.matching.corrections import written_as

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
    cohort: str
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
    standing = corrections.in_force(ledger)
    with ledger.writing() as connection:
        days = settings_in(connection).link_days
        for participant, token in tokens.items():
            _end(connection, written_as(standing, [participant]), only_unused=True)
            connection.execute(
                insert(LINK).values(
                    token_hash=_hash(token),
                    participant_id=participant,
                    cohort=people[participant],
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


def find(ledger: Ledger, token: str) -> Link | None:
    """The link with this token; None if there is none. Looking changes nothing."""
    if not _TOKEN.fullmatch(token):
        return None
    with ledger.reading() as connection:
        return _with(connection, token)


def use(ledger: Ledger, token: str) -> int | None:
    """Uses the link up and gives the number of the session it opens; None if it opens none."""
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
        link = _with(connection, token)
        if opened.rowcount != 1 or link is None:
            return None
        participant = link.participant_id
        whose = Actor(name=participant, role="participant")
        note(connection, whose, "entered", cohort=link.cohort, participant=participant)
    return link.number


def participant_of(ledger: Ledger, number: int) -> str | None:
    """Whose session it is; None when there is none of this number, it was ended, or is too old."""
    with ledger.reading() as connection:
        begun = now() - timedelta(hours=settings_in(connection).session_hours)
        found: str | None = connection.scalar(
            select(LINK.c.participant_id).where(
                LINK.c.number == number, LINK.c.used_at > begun, LINK.c.ended_at.is_(None)
            )
        )
    return corrections.in_force(ledger).get(found, found) if found else None


def leave(ledger: Ledger, number: int) -> None:
    """Ends a session at the wish of whoever is in it."""
    with ledger.writing() as connection:
        connection.execute(update(LINK).where(LINK.c.number == number).values(ended_at=now()))


def take_back(ledger: Ledger, participants: Collection[str], by: Actor) -> int:
    """Ends the open links and the sessions of these participants; says of how many people."""
    newest = listing(ledger, participants)
    standing = corrections.in_force(ledger)
    with ledger.writing() as connection:
        ended = [
            link for link in newest if _end(connection, written_as(standing, [link.participant_id]))
        ]
        for link in ended:
            whose = {"cohort": link.cohort, "participant": link.participant_id}
            note(connection, by, "taken", what="link", **whose)
    return len(ended)


def listing(ledger: Ledger, participants: Collection[str]) -> Sequence[Link]:
    """The newest link of each of these participants, by their id."""
    newest: dict[str, Link] = {}
    standing = corrections.in_force(ledger)
    with ledger.reading() as connection:
        for row in connection.execute(select(*_columns()).order_by(LINK.c.number)).mappings():
            whose = standing.get(row["participant_id"], row["participant_id"])
            newest[whose] = Link(**{**row, "participant_id": whose})
    return [newest[one] for one in sorted(newest) if one in participants]


def _end(connection: Connection, codes: Sequence[str], *, only_unused: bool = False) -> int:
    """Ends what is open of one person, under each of their codes."""
    ending = update(LINK).where(LINK.c.participant_id.in_(codes), LINK.c.ended_at.is_(None))
    if only_unused:
        ending = ending.where(LINK.c.used_at.is_(None))
    return connection.execute(ending.values(ended_at=now())).rowcount


def _columns() -> list[Column[Any]]:
    return [LINK.c[name] for name in Link.__dataclass_fields__]


def _with(connection: Connection, token: str) -> Link | None:
    wanted = select(*_columns()).where(LINK.c.token_hash == _hash(token))
    row = connection.execute(wanted).mappings().first()
    return None if row is None else Link(**row)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
