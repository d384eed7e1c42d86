"""The first audits of an export that was read and is not stored: what an import would make."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection

Row = Mapping[str, str]
"""The values of a row by column, as texts; those that are unknown are not there."""


@dataclass(frozen=True, kw_only=True)
class AuditPreview:
    """One audit: its own row, its contacts in their order, and its ties.

    A tie names two contacts by their places in that order, from 1, and the answer about them.
    """

    audit: Row
    contacts: tuple[Row, ...] = ()
    ties: tuple[tuple[int, int, str], ...] = ()


AUDITS = """
SELECT * EXCLUDE (file_row_number)
FROM read_parquet(?, file_row_number = true)
ORDER BY file_row_number
LIMIT ?
"""
OF_ONE_AUDIT = """
SELECT * EXCLUDE (file_row_number)
FROM read_parquet(?, file_row_number = true)
WHERE participant_id = ? AND wave = ?
ORDER BY file_row_number
"""


def previewed(tables: Mapping[str, Path], most: int) -> tuple[AuditPreview, ...]:
    """The first audits of these canonical tables, at most so many."""
    if "audits" not in tables:
        return ()
    con = engine.connect()
    try:
        audits = _rows(con, AUDITS, str(tables["audits"]), most)
        return tuple(_preview(con, tables, audit) for audit in audits)
    finally:
        con.close()


def _preview(con: Connection, tables: Mapping[str, Path], audit: Row) -> AuditPreview:
    contacts, ties = (_of(con, tables.get(name), audit) for name in ("contacts", "ties"))
    places = {one["contact_id"]: place for place, one in enumerate(contacts, start=1)}
    found = []
    for one in ties:
        ends = [places[one[end]] for end in ("contact_a", "contact_b") if one[end] in places]
        if len(ends) == 2:
            found.append((min(ends), max(ends), one.get("tie", "")))
    return AuditPreview(audit=audit, contacts=contacts, ties=tuple(sorted(found)))


def _of(con: Connection, path: Path | None, audit: Row) -> tuple[Row, ...]:
    if path is None:
        return ()
    return _rows(con, OF_ONE_AUDIT, str(path), audit["participant_id"], audit["wave"])


def _rows(con: Connection, query: str, *values: str | int) -> tuple[Row, ...]:
    found = con.execute(query, list(values))
    names = [column[0] for column in found.description or ()]
    return tuple(
        {name: str(cell) for name, cell in zip(names, row, strict=True) if cell is not None}
        for row in found.fetchall()
    )
