"""The header row of a table: where it stands, how its cells are separated, what its columns are."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from netaudit.engine.staging import BLANKS
from netaudit.errors import NetauditError
from netaudit.importers.limits import LONGEST_CELL, MOST_COLUMNS
from netaudit.schema import CUSTOM_ATTRIBUTE_PREFIX, TABLES

SEPARATORS = (",", ";", "\t")
INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))


@dataclass(frozen=True, kw_only=True)
class Header:
    """The names as written (cleaned of what cannot be seen) and the row they stand in."""

    separator: str
    row: int
    written: tuple[str, ...]


def records(path: Path, separator: str, *, strict: bool = True) -> Iterator[list[str]]:
    """The rows of a UTF-8 file as a spreadsheet counts them, blank ones included.

    csv.Error where quotation marks do not match, if `strict`.
    """
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.reader(stream, delimiter=separator, strict=strict)


def read_header(path: Path, table: str) -> Header:
    """The first row that is not blank, by the separator under which most columns are known."""
    headers = [_header(path, separator) for separator in SEPARATORS]
    known = set(TABLES[table].column_names)
    header = max(
        headers,
        key=lambda h: (sum(n.lower() in known for n in h.written), len(h.written)),
    )
    if not header.written:
        raise NetauditError(
            "The file is empty.",
            "Put the names of the columns into its first row, or take the file out.",
        )
    if len(header.written) > MOST_COLUMNS:
        raise NetauditError(
            f"The header has {len(header.written)} columns; at most {MOST_COLUMNS} are read.",
            "Delete the columns that do not belong to the table.",
        )
    return header


def _header(path: Path, separator: str) -> Header:
    try:
        for row, cells in enumerate(records(path, separator, strict=False), start=1):
            written = [clean(cell) for cell in cells]
            while written and not written[-1]:
                written.pop()
            if written:
                return Header(separator=separator, row=row, written=tuple(written))
    except csv.Error:
        raise NetauditError(
            "The first row is too long to be a header.",
            "Check that every quotation mark in it has its partner.",
        ) from None
    return Header(separator=separator, row=1, written=())


def clean(name: str) -> str:
    """A column's name without invisible characters and the blanks around it."""
    return name.translate(INVISIBLE).strip(BLANKS)


def canonical_columns(table: str, written: tuple[str, ...]) -> tuple[str | None, ...]:
    """What each column is; None where the table has none of that name, or has it already."""
    columns: list[str | None] = []
    for name in written:
        column = _canonical(table, name)
        seen = {c.lower() for c in columns if c}
        columns.append(None if column is None or column.lower() in seen else column)
    return tuple(columns)


def _canonical(table: str, name: str) -> str | None:
    if name.lower() in TABLES[table].column_names:
        return name.lower()
    prefix, rest = name[: len(CUSTOM_ATTRIBUTE_PREFIX)], name[len(CUSTOM_ATTRIBUTE_PREFIX) :]
    if table == "contacts" and prefix.lower() == CUSTOM_ATTRIBUTE_PREFIX and rest:
        return prefix.lower() + rest
    return None
