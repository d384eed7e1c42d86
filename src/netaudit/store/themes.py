"""The themes that people gave to written strengths and weaknesses, as the ledger holds them.

A text is known by the keys of the stage written_text. Once its words change it is another text, and
what was given to the old one no longer counts.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from netaudit.errors import NetauditError
from netaudit.store.codebook import begin_codebook
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import THEME, THEME_CODING

EXPORT, TOGETHER, AGREED = "export", "together", "agreed"
"""Whose coding counts, besides single coders: the export's own, all coders' together, and that of
the texts that two or more read. Nobody can have one of these names."""

LONGEST_NAME = 200


@dataclass(frozen=True, kw_only=True)
class Coding:
    """What a coder gave to a text; no theme at all where none fits.

    `is_compared` says that the coder had seen what others gave.
    """

    writer_key: str
    text_key: str
    coder: str
    themes: tuple[str, ...]
    is_compared: bool = False
    coded_at: datetime | None = None


def write_coding(ledger: Ledger, coding: Coding) -> None:
    """Adds a coding, which now counts in place of the coder's earlier ones of the same text.

    NetauditError for a coder's name that cannot be.
    """
    check_coder(coding.coder)
    with ledger.writing() as connection:
        begin_codebook(connection)
        connection.execute(
            insert(THEME_CODING).values(
                writer_key=coding.writer_key,
                text_key=coding.text_key,
                coder=coding.coder,
                themes=sorted(set(coding.themes)),
                is_compared=coding.is_compared,
            )
        )


def check_coder(name: str) -> None:
    """NetauditError for a name that is blank, too long or stands for something else."""
    if not name.strip() or len(name) > LONGEST_NAME:
        raise NetauditError(
            "A coder needs a name.", f"Give a name or initials, up to {LONGEST_NAME} characters."
        )
    if name.strip().casefold() in (EXPORT, TOGETHER, AGREED):
        raise NetauditError(f"“{name}” stands for something else here.", "Give another name.")


def coders(ledger: Ledger) -> tuple[str, ...]:
    """Everybody who has coded, in alphabetical order."""
    with ledger.reading() as connection:
        found = connection.scalars(select(THEME_CODING.c.coder).distinct())
        return tuple(sorted(found, key=str.casefold))


def codings_of(ledger: Ledger, participant_id: str) -> tuple[Coding, ...]:
    """Every coding of one participant's texts, oldest first."""
    mine = select(THEME_CODING).where(THEME_CODING.c.writer_key == writer_key(participant_id))
    with ledger.reading() as connection:
        rows = connection.execute(mine.order_by(THEME_CODING.c.number)).mappings().all()
    return tuple(_coding(dict(row)) for row in rows)


def _coding(row: dict[str, Any]) -> Coding:
    values = {name: value for name, value in row.items() if name != "number"}
    return Coding(**{**values, "themes": tuple(row["themes"])})


def codings_as_json(ledger: Ledger) -> str:
    """Every coding there ever was, for the SQL that picks those that count; no participant in it.

    A list of objects with number, text_key, coder, themes and is_compared.
    """
    names = ("number", "text_key", "coder", "themes", "is_compared")
    wanted = select(*(THEME_CODING.c[name] for name in names)).order_by(THEME_CODING.c.number)
    with ledger.reading() as connection:
        rows = connection.execute(wanted).mappings().all()
    return json.dumps([dict(row) for row in rows])


def state_of(ledger: Ledger) -> tuple[int, ...]:
    """Differs whenever the codebook or a coding does: as cheap to ask as anything."""
    with ledger.reading() as connection:
        found = [
            connection.execute(select(func.max(table.c.number), func.count())).one()
            for table in (THEME, THEME_CODING)
        ]
    return tuple(number or 0 for pair in found for number in pair)


def forget_participant(connection: Connection, participant_id: str) -> int:
    """Removes every coding of a participant's texts, of earlier wordings too; how many there were.

    It counts with whatever else the writer of the ledger does, or not at all.
    """
    key = writer_key(participant_id)
    gone = connection.execute(delete(THEME_CODING).where(THEME_CODING.c.writer_key == key))
    return int(gone.rowcount)


def writer_key(participant_id: str) -> str:
    """The participant's key in the ledger, as the stage written_text makes it."""
    return hashlib.sha256(participant_id.encode()).hexdigest()
