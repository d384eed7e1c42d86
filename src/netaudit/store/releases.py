"""What left the team: for readers outside, who may lay two reports beside each other.

Two figures on nearly the same people tell of those few in whom they differ. So it is kept whom each
release rests on, by keyed hashes that name nobody, and a later one is compared with all before it.
"""

import hashlib
import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import RELEASE
from netaudit.store.secret_keys import secret_key
from netaudit.wording import day

DIGITS = 16
"""Of 64 hexadecimal ones: two of a million people share a mark once in 40 million ledgers."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """Figures about a cohort at a wave, and whom they rest on.

    `cohort` None stands for all of them, `wave` None for figures about everybody enrolled. `people`
    are marks of the participants, each with one of what they had answered. `released_at` is in UTC,
    and None while nothing was given out yet.
    """

    cohort: str | None
    wave: str | None
    figures: tuple[str, ...]
    people: Mapping[str, str]
    released_at: datetime | None = None
    released_by: str = ""
    fingerprint: str = ""

    def differs_by(self, other: "Release") -> tuple[int, int]:
        """How many people are in one of the two alone, and how many of all answered otherwise."""
        mine, theirs = self.people, other.people
        everybody = mine.keys() | theirs.keys()
        return (
            len(mine.keys() ^ theirs.keys()),
            sum(mine.get(one) != theirs.get(one) for one in everybody),
        )


def marked(ledger: Ledger, signs: Mapping[str, str]) -> dict[str, str]:
    """The people of a release, from a sign of what each participant answered."""
    key = bytes.fromhex(secret_key(ledger, "release"))
    return {_mark(key, who): _mark(key, f"{who}\0{sign}") for who, sign in signs.items()}


def _mark(key: bytes, words: str) -> str:
    return hmac.digest(key, words.encode(), hashlib.sha256).hex()[:DIGITS]


def releases(ledger: Ledger) -> tuple[Release, ...]:
    """Whatever was given out, oldest first."""
    with ledger.reading() as connection:
        return _read(connection)


def nearly_the_same(new: Release, earlier: Iterable[Release], minimum: int) -> Release | None:
    """The first release at the same wave from which the new one differs by fewer than `minimum`.

    Whoever joined or left counts, and whoever answered otherwise.
    """
    for one in earlier:
        if one.wave == new.wave and any(0 < few < minimum for few in new.differs_by(one)):
            return one
    return None


def why_not(earlier: Release, minimum: int) -> str:
    """Why a figure is held back beside an earlier release."""
    when = "In this document" if earlier.released_at is None else f"On {day(earlier.released_at)}"
    return (
        f"{when} figures on nearly the same people were given out. Fewer than {minimum} of them"
        " differ, so the two beside each other would tell of these few."
    )


def write_releases(
    ledger: Ledger, going: Sequence[Release], minimum: int, fingerprint: str, by: Actor
) -> None:
    """Notes that these are given out now. NetauditError if one must not be, since another was."""
    with ledger.writing() as connection:
        earlier = _read(connection)
        for one in going:
            if (clash := nearly_the_same(one, earlier, minimum)) is not None:
                raise NetauditError(why_not(clash, minimum), "Make the document again without it.")
            connection.execute(
                insert(RELEASE).values(
                    cohort=one.cohort or "",
                    wave=one.wave or "",
                    figures=list(one.figures),
                    base=len(one.people),
                    people=dict(one.people),
                    fingerprint=fingerprint,
                    released_at=now(),
                    released_by=by.name,
                )
            )
        for cohort in dict.fromkeys(one.cohort or "" for one in going):
            note(connection, by, "exported", what="figures for outside the team", cohort=cohort)


def _read(connection: Connection) -> tuple[Release, ...]:
    rows = connection.execute(select(RELEASE).order_by(RELEASE.c.number))
    return tuple(
        Release(
            cohort=row.cohort or None,
            wave=row.wave or None,
            figures=tuple(row.figures),
            people=row.people,
            released_at=row.released_at,
            released_by=row.released_by,
            fingerprint=row.fingerprint,
        )
        for row in rows
    )
