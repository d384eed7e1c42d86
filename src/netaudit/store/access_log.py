"""Who looked at what: one line for whatever shows, takes away or changes data about people.

It holds neither tokens nor anything that somebody wrote, and forgets after a time.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ACCESS_LOG, ACCESS_SETTING

Action = Literal[
    "opened",
    "exported",
    "linked",
    "entered",
    "granted",
    "taken",
    "ended",
    "erased",
    "searched",
    "decided",
    "set",
    "introduced",
]

ACTIONS: Mapping[Action, str] = {
    "opened": "Opened a participant",
    "exported": "Took rows away",
    "linked": "Made a personal link",
    "entered": "Came in by a personal link",
    "granted": "Gave a role",
    "taken": "Took a role or link back",
    "ended": "Ended sessions",
    "erased": "Erased",
    "searched": "Looked for somebody named",
    "decided": "Decided who is who",
    "set": "Changed a setting",
    "introduced": "Worked on an introduction",
}

KEPT_DAYS = 365
"""For so long lines are kept where nobody set anything else."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who did something, as the log names them, and in which role."""

    name: str
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the log; `at` is in UTC."""

    at: datetime
    who: str
    role: str
    action: str
    what: str
    cohort: str
    participant_id: str


def record(
    ledger: Ledger,
    by: Actor,
    action: Action,
    *,
    what: str = "",
    cohort: str = "",
    participant: str = "",
) -> None:
    """Writes one line and forgets those that are older than the log is kept."""
    with ledger.writing() as connection:
        note(connection, by, action, what=what, cohort=cohort, participant=participant)


def note(
    connection: Connection,
    by: Actor,
    action: Action,
    *,
    what: str = "",
    cohort: str = "",
    participant: str = "",
) -> None:
    """The same within the transaction that does what is noted."""
    at = now()
    connection.execute(delete(ACCESS_LOG).where(ACCESS_LOG.c.at < at - _kept(connection)))
    connection.execute(
        insert(ACCESS_LOG).values(
            at=at,
            who=by.name,
            role=by.role,
            action=action,
            what=what,
            cohort=cohort,
            participant_id=participant,
        )
    )


def entries(
    ledger: Ledger, cohorts: Collection[str] | None = None, most: int = 500
) -> Sequence[Entry]:
    """The newest lines first; with `cohorts`, only those about one of these."""
    columns = [ACCESS_LOG.c[name] for name in Entry.__dataclass_fields__]
    wanted = select(*columns).order_by(ACCESS_LOG.c.number.desc()).limit(most)
    with ledger.reading() as connection:
        wanted = wanted.where(ACCESS_LOG.c.at >= now() - _kept(connection))
        if cohorts is not None:
            wanted = wanted.where(ACCESS_LOG.c.cohort.in_(sorted(cohorts)))
        return [Entry(**row) for row in connection.execute(wanted).mappings()]


def _kept(connection: Connection) -> timedelta:
    chosen = select(ACCESS_SETTING.c.value).where(ACCESS_SETTING.c.name == "log_days")
    return timedelta(days=connection.scalar(chosen) or KEPT_DAYS)
