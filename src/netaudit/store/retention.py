"""How long a cohort's data are kept: what is due to go, and letting it go.

The names of contacts are kept until some months after the cohort's end, everything for as long as
nobody sets a date.
"""

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Progress, quiet
from netaudit.store import folder
from netaudit.store.access_log import Actor
from netaudit.store.erasing import erasure
from netaudit.store.erasing.certificate import Certificate
from netaudit.store.erasing.gone import Request
from netaudit.store.erasing.people_tables import IS_NAMED, load_people
from netaudit.store.merge import merged_programme, stored_import
from netaudit.store.retention_dates import SetDate, What, acted_on, set_dates
from netaudit.store.state import read_state
from netaudit.store.workspace import Workspace

MONTHS = 12
"""So long after a cohort's end the names of its contacts are kept where nobody set a date."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One cohort: until when what is kept, and how much of it there is in all imports.

    A date None is none. `is_set` says that somebody set a date for the names, `done_at` (UTC) when
    they were last dropped. `named` counts contacts with a name, `participants` people.
    """

    cohort: str
    end: date | None
    labels_until: date | None
    everything_until: date | None
    is_set: bool
    done_at: datetime | None
    named: int = 0
    participants: int = 0


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is to go now: the names of a cohort's contacts, or everything about the cohort.

    `number` counts contacts with a name, or participants.
    """

    cohort: str
    what: What
    until: date
    number: int

    @property
    def request(self) -> Request:
        """What there is to erase."""
        return Request(cohort=self.cohort, only_labels=self.what == "labels")


def plan(workspace: Workspace) -> tuple[Kept, ...]:
    """Every cohort that is declared, that somebody is in or that a date was set for."""
    dates = set_dates(workspace.ledger)
    ends = _ends(workspace)
    held = _held(workspace)
    names = dict.fromkeys((*ends, *held, *(cohort for cohort, _ in dates)))
    return tuple(_with(_kept(one, ends.get(one), dates), held) for one in sorted(names))


def due(workspace: Workspace, on: date, cohorts: Collection[str] | None = None) -> tuple[Due, ...]:
    """What is to go on this day, of all cohorts or of some; quick as long as no date has come."""
    dates = set_dates(workspace.ledger)
    ends = _ends(workspace)
    names = dict.fromkeys((*ends, *(cohort for cohort, _ in dates)))
    passed = [
        one
        for name in sorted(names)
        if (cohorts is None or name in cohorts)
        and _what(one := _kept(name, ends.get(name), dates), on) is not None
    ]
    held = _held(workspace) if passed else {}
    found = (_due(_with(one, held), on) for one in passed)
    return tuple(one for one in found if one is not None)


def foresee(workspace: Workspace, what: Due) -> Certificate:
    """What `let_go` would remove; nothing is changed."""
    return erasure.foresee(workspace, what.request)


def let_go(
    workspace: Workspace, what: Due, by: Actor, *, progress: Progress = quiet
) -> Certificate:
    """Does what is due; if it is interrupted it stays due, and doing it again finishes it.

    From now on later imports lose the same names at once.
    """
    certificate = erasure.erase(workspace, what.request, by, progress=progress)
    set_before = set_dates(workspace.ledger).get((what.cohort, what.what), SetDate())
    with workspace.ledger.writing() as connection:
        acted_on(connection, what.cohort, what.what, set_before.until)
    return certificate


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the month's last where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _kept(cohort: str, end: date | None, dates: Mapping[tuple[str, What], SetDate]) -> Kept:
    labels = dates.get((cohort, "labels"), SetDate())
    return Kept(
        cohort=cohort,
        end=end,
        labels_until=labels.until or (months_after(end, MONTHS) if end else None),
        everything_until=dates.get((cohort, "everything"), SetDate()).until,
        is_set=labels.until is not None,
        done_at=labels.done_at,
    )


def _with(kept: Kept, held: Mapping[str, tuple[int, int]]) -> Kept:
    named, participants = held.get(kept.cohort, (0, 0))
    return replace(kept, named=named, participants=participants)


def _what(kept: Kept, on: date) -> What | None:
    """Which date has come; with everything the names go too."""
    if kept.everything_until is not None and kept.everything_until <= on:
        return "everything"
    if kept.labels_until is not None and kept.labels_until <= on:
        return "labels"
    return None


def _due(kept: Kept, on: date) -> Due | None:
    what = _what(kept, on)
    until = kept.everything_until if what == "everything" else kept.labels_until
    number = kept.participants if what == "everything" else kept.named
    if what is None or until is None or not number:
        return None
    return Due(cohort=kept.cohort, what=what, until=until, number=number)


def _ends(workspace: Workspace) -> dict[str, date | None]:
    return {one.id: one.end for one in merged_programme(workspace.counting()).cohorts}


def _held(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Contacts with a name and participants, by cohort, of every import kept."""
    state = read_state(workspace.root)
    names = (*state.undone, *state.active)
    con = engine.connect()
    try:
        load_people(
            con, [stored_import(folder.import_folder(workspace.root, one)) for one in names]
        )
        return {str(row[0]): (int(row[1]), int(row[2])) for row in con.execute(_COUNTS).fetchall()}
    finally:
        con.close()


_COUNTS = f"""
WITH named AS (
    SELECT DISTINCT
        l.participant_id,
        l.contact_id
    FROM listed AS l
    WHERE {IS_NAMED}
)

SELECT
    m.cohort,
    count(n.contact_id) AS named,
    count(DISTINCT m.participant_id) AS participants
FROM member AS m
LEFT JOIN named AS n ON m.participant_id = n.participant_id
GROUP BY m.cohort
"""
