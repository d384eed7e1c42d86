"""Until when a cohort's data are kept: the dates that people set, and when they were acted on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import Connection, delete, insert, select

from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import RETENTION

What = Literal["labels", "everything"]
WHATS: tuple[What, ...] = get_args(What)


@dataclass(frozen=True, kw_only=True)
class SetDate:
    """What the ledger says of one cohort: `until` None where nobody set a date.

    `done_at` is when the date was last acted on, in UTC.
    """

    until: date | None = None
    done_at: datetime | None = None


def set_dates(ledger: Ledger) -> dict[tuple[str, What], SetDate]:
    """Every date that was set or acted on, by cohort and what it is about."""
    with ledger.reading() as connection:
        return {
            (row.cohort, row.what): SetDate(until=row.until, done_at=row.done_at)
            for row in connection.execute(select(RETENTION))
        }


def set_date(ledger: Ledger, cohort: str, what: What, until: date | None, by: Actor) -> None:
    """Sets until when a cohort's labels or all of its data are kept; None: as if never set."""
    words = until.isoformat() if until else "as usual"
    with ledger.writing() as connection:
        _write(connection, cohort, what, SetDate(until=until))
        note(connection, by, "set", what=f"{what} kept until {words}", cohort=cohort)


def acted_on(connection: Connection, cohort: str, what: What, until: date | None) -> None:
    """Notes that what was due is done; from now on it holds for later imports too."""
    _write(connection, cohort, what, SetDate(until=until, done_at=now()))


def cohorts_without_labels(ledger: Ledger) -> tuple[str, ...]:
    """The cohorts whose contacts' names were dropped, for good or until another date is set."""
    return tuple(
        cohort
        for (cohort, what), found in set_dates(ledger).items()
        if what == "labels" and found.done_at is not None
    )


def _write(connection: Connection, cohort: str, what: What, said: SetDate) -> None:
    here = (RETENTION.c.cohort == cohort) & (RETENTION.c.what == what)
    connection.execute(delete(RETENTION).where(here))
    connection.execute(
        insert(RETENTION).values(cohort=cohort, what=what, until=said.until, done_at=said.done_at)
    )
