"""Where logic models, notes and outcomes name somebody: found for them, and taken out.

Whoever writes an outcome is no participant, so a name is looked for in everything that is written
about the cohorts concerned; participants' own names and codes in all of it.
"""

import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, update

from netaudit.store.access_log import Actor, note
from netaudit.store.erasing.gone import Gone
from netaudit.store.erasing.name_patterns import probe, without
from netaudit.store.evaluation.harvest import WRITTEN
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import EVALUATION, HARVESTED

Clean = Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class _Changed:
    """A row with its texts rid of names; `outcome` is its number, None for a logic model."""

    row: int
    outcome: int | None
    values: Mapping[str, Any]


def counts(connection: Connection, gone: Gone, whole: str | None) -> dict[str, int]:
    """How many outcomes and logic models name somebody gone; the words give outcomes' numbers.

    Of a cohort that goes as a `whole`, all outcomes go with it.
    """
    if whole is not None:
        numbers = select(HARVESTED.c.outcome).where(HARVESTED.c.cohort == whole).distinct()
        number = len(connection.execute(numbers).all())
        return {"outcomes harvested": number} if number else {}
    changed = _changed(connection, gone)
    outcomes = sorted({one.outcome for one in changed if one.outcome is not None})
    models = sum(one.outcome is None for one in changed)
    found = {}
    if outcomes:
        said = ", ".join(map(str, outcomes))
        found[f"outcomes harvested that lose a name (number {said})"] = len(outcomes)
    if models:
        found["states of logic models that lose a name"] = models
    return found


def forget(connection: Connection, gone: Gone, whole: str | None) -> None:
    """Takes the names out of every state of outcomes and logic models."""
    if whole is not None:
        connection.execute(delete(HARVESTED).where(HARVESTED.c.cohort == whole))
    for one in _changed(connection, gone):
        table = EVALUATION if one.outcome is None else HARVESTED
        connection.execute(update(table).where(table.c.number == one.row).values(**one.values))


def named(ledger: Ledger, name: str) -> dict[str, int]:
    """How many outcomes and logic models hold a name, whoever bears it, in words as of `counts`."""
    with ledger.reading() as connection:
        return counts(connection, _only(name), None)


def take_out(ledger: Ledger, name: str, by: Actor) -> None:
    """Takes a name out of every state of outcomes and logic models, of every cohort."""
    with ledger.writing() as connection:
        forget(connection, _only(name), None)
        note(connection, by, "erased", what="a name in outcomes")
    ledger.overwrite_deleted()


def _only(name: str) -> Gone:
    return Gone(words=((None, name),))


def naming(connection: Connection, words: Collection[str]) -> list[dict[str, Any]]:
    """The rows of HARVESTED in which one of the words stands, oldest first."""
    clean = _cleaner(tuple(words))
    rows = connection.execute(select(HARVESTED).order_by(HARVESTED.c.number)).mappings()
    return [dict(row) for row in rows if any(clean(row[name]) != row[name] for name in WRITTEN)]


def _changed(connection: Connection, gone: Gone) -> list[_Changed]:
    return [*_changed_outcomes(connection, gone), *_changed_models(connection, gone)]


def _changed_outcomes(connection: Connection, gone: Gone) -> list[_Changed]:
    found = []
    for row in connection.execute(select(HARVESTED).order_by(HARVESTED.c.number)).mappings():
        clean = _cleaner(_words(gone, row["cohort"]))
        values = {name: left for name in WRITTEN if (left := clean(row[name])) != row[name]}
        if values:
            found.append(_Changed(row=row["number"], outcome=row["outcome"], values=values))
    return found


def _changed_models(connection: Connection, gone: Gone) -> list[_Changed]:
    found = []
    for row in connection.execute(select(EVALUATION).order_by(EVALUATION.c.number)).mappings():
        clean = _cleaner(_words(gone, row["cohort"]))
        boxes = [{**box, "words": clean(box["words"])} for box in row["boxes"]]
        notes = {level: clean(words) for level, words in row["notes"].items()}
        if boxes != row["boxes"] or notes != row["notes"]:
            values = {"boxes": boxes, "notes": notes}
            found.append(_Changed(row=row["number"], outcome=None, values=values))
    return found


def _words(gone: Gone, cohort: str) -> tuple[str, ...]:
    """The names to look for in what is written about a cohort, the longest first."""
    is_concerned = cohort in gone.cohorts
    said = (word for whose, word in gone.words if whose is None or is_concerned)
    return tuple(dict.fromkeys(said))


def _cleaner(words: tuple[str, ...]) -> Clean:
    probes = {word: probe(word) for word in words}

    def clean(text: str) -> str:
        small = unicodedata.normalize("NFC", text).lower()
        likely = tuple(word for word, part in probes.items() if part in small)
        return without(text, likely) if likely else text

    return clean
