"""The codebook for strengths and weaknesses: themes that the programme words, retires and merges.

It begins as netaudit's own (texts/theme.toml) and is the programme's from the first change or the
first coding on. Nothing in it is overwritten: every change adds a revision, so that each can be
taken back, and codings keep the code they were given.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from netaudit.definitions.guidance import guidance
from netaudit.errors import NetauditError
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import THEME
from netaudit.vocabulary import label

LONGEST_CODE, LONGEST_WORDS, LONGEST_MEANING = 60, 120, 600
"""In characters, as the ledger holds them."""


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One theme: how it reads, and what it means in a strength and in a weakness."""

    code: str
    words: str
    strength: str = ""
    weakness: str = ""
    is_retired: bool = False
    merged_into: str | None = None

    @property
    def is_offered(self) -> bool:
        """Whether coders can still give it."""
        return not self.is_retired and self.merged_into is None


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A state of one theme: the first has number 1. Of netaudit's own ones `by` is blank.

    `at` is in UTC, and None where nothing was written down yet.
    """

    theme: Theme
    revision: int
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """Every revision, oldest first; the latest of each theme is in force."""

    history: tuple[Revision, ...]

    @property
    def latest(self) -> dict[str, Revision]:
        """By code, in the order in which the themes came."""
        return {one.theme.code: one for one in self.history}

    @property
    def offered(self) -> tuple[Theme, ...]:
        """The themes that coders choose from."""
        return tuple(one.theme for one in self.latest.values() if one.theme.is_offered)

    @property
    def version(self) -> int:
        """1 as netaudit brings it, and one more with every change."""
        return 1 + sum(bool(one.by) for one in self.history)

    @property
    def changed_at(self) -> datetime | None:
        """When it was last changed, in UTC; None for netaudit's own."""
        return max((one.at for one in self.history if one.by and one.at), default=None)

    @property
    def merged(self) -> dict[str, str]:
        """What each merged code counts as today."""
        return {code: self.counts_as(code) for code in self.latest if self.counts_as(code) != code}

    def counts_as(self, code: str) -> str:
        """The theme into which a code was merged, over as many steps as there are."""
        known = self.latest
        while code in known and (into := known[code].theme.merged_into):
            code = into
        return code

    def words(self, code: str) -> str:
        """How a theme reads; a code that is not in the codebook reads as it stands."""
        known = self.latest.get(code)
        return known.theme.words if known else label("theme", code)


def starter() -> Codebook:
    """The codebook that netaudit brings."""
    return Codebook(
        history=tuple(
            Revision(theme=_starter_theme(code, meaning), revision=1)
            for code, meaning in guidance("theme").items()
        )
    )


def _starter_theme(code: str, meaning: Mapping[str, str]) -> Theme:
    return Theme(
        code=code,
        words=label("theme", code),
        strength=meaning["strength"],
        weakness=meaning["weakness"],
    )


def read_codebook(ledger: Ledger) -> Codebook:
    """The codebook in force, with its history."""
    with ledger.reading() as connection:
        return _read(connection)


def begin_codebook(connection: Connection) -> None:
    """From now on the codebook is the programme's own, whatever later netaudits bring."""
    if not connection.scalar(select(func.count()).select_from(THEME)):
        connection.execute(insert(THEME), [_row(one) for one in starter().history])


def change_theme(ledger: Ledger, theme: Theme, *, by: str, seen: int = 0) -> None:
    """Writes a theme's next revision; `seen` is the one it was changed from, 0 for a new theme.

    NetauditError where the theme cannot be, where nobody is named who changes it, or where somebody
    else changed it meanwhile.
    """
    if not by.strip():
        raise NetauditError("A change needs a name.", "Say who changes the codebook.")
    try:
        with ledger.writing() as connection:
            begin_codebook(connection)
            _check(theme, _read(connection))
            connection.execute(
                insert(THEME), [_row(Revision(theme=theme, revision=seen + 1, by=by))]
            )
    except IntegrityError:
        raise NetauditError(
            f"Somebody else has changed “{theme.words}” meanwhile.",
            "Look at how it reads now, and change it again where that is still needed.",
        ) from None


def code_for(words: str) -> str:
    """The code of a new theme: the one an export would use for these words."""
    return re.sub(r"\W+", "_", words.casefold()).strip("_")[:LONGEST_CODE]


def _read(connection: Connection) -> Codebook:
    rows = connection.execute(select(THEME).order_by(THEME.c.number)).mappings().all()
    return Codebook(history=tuple(_revision(dict(row)) for row in rows)) if rows else starter()


def _revision(row: dict[str, Any]) -> Revision:
    names = ("code", "words", "strength", "weakness", "is_retired", "merged_into")
    return Revision(
        theme=Theme(**{name: row[name] for name in names}),
        revision=row["revision"],
        at=row["changed_at"],
        by=row["changed_by"],
    )


def _row(one: Revision) -> dict[str, Any]:
    return {**vars(one.theme), "revision": one.revision, "changed_by": one.by}


def _check(theme: Theme, book: Codebook) -> None:
    if not theme.words.strip() or not code_for(theme.code):
        raise NetauditError("A theme needs a name.", "Write a word or two that say what it is.")
    if len(theme.words) > LONGEST_WORDS or len(theme.code) > LONGEST_CODE:
        raise NetauditError("The name is too long.", f"Keep it to {LONGEST_WORDS} characters.")
    if max(len(theme.strength), len(theme.weakness)) > LONGEST_MEANING:
        raise NetauditError(
            "The explanation is too long.", f"Keep it to {LONGEST_MEANING} characters."
        )
    _check_name(theme, book.offered)
    _check_merging(theme, book)


def _check_name(theme: Theme, offered: Sequence[Theme]) -> None:
    same = (one for one in offered if one.words.casefold() == theme.words.casefold())
    if theme.is_offered and any(one.code != theme.code for one in same):
        raise NetauditError(
            f"There is a theme “{theme.words}” already.", "Change that one, or use another name."
        )


def _check_merging(theme: Theme, book: Codebook) -> None:
    others = {one.code for one in book.offered} - {theme.code}
    if theme.merged_into is not None and theme.merged_into not in others:
        raise NetauditError(
            f"“{theme.words}” cannot be merged into “{book.words(theme.merged_into)}”.",
            "Merge it into another theme that coders can still give.",
        )
