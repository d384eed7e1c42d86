"""Tables of survey tools as they stand: CSV of any kind, or the sheets of a workbook."""

import csv
import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from netaudit.errors import NetauditError
from netaudit.importers.header import SEPARATORS, clean, records
from netaudit.importers.limits import MOST_QUESTIONS, MOST_RESPONSES
from netaudit.importers.plain_text import plain_text
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Sheet
from netaudit.importers.workbook import LAST_SHEET_ROW, SUFFIXES, as_text, sheets_as_they_stand

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
LOOKED_AT = 20
"""Rows by which the separator of a file is told."""


def sheets_of(file: ExportFile, folder: Path) -> list[Sheet]:
    """The tables of one file, blank rows left out; none where it is of another kind.

    Numbers of rows are a spreadsheet's. NetauditError where the file cannot be read.
    """
    return _sheets(file, folder, None)


def heads_of(files: Sequence[ExportFile], folder: Path) -> list[Sheet]:
    """The first rows of every table, to recognise a tool by; files that cannot be read have none.

    The first sheet of a workbook comes first, as its tables do in `sheets_of`.
    """
    found = []
    for file in files:
        with suppress(NetauditError, OSError):
            found += _sheets(file, folder, LOOKED_AT)
    return found


def _sheets(file: ExportFile, folder: Path, rows: int | None) -> list[Sheet]:
    if file.suffix in TEXT_SUFFIXES:
        return [_from_text(file, folder, rows)]
    if file.suffix in SUFFIXES or file.suffix == ".xls":
        sheets = sheets_as_they_stand(file.path, rows or LAST_SHEET_ROW)
        named = len(sheets) > 1
        return [
            _sheet(f"{file.name}, sheet {title}" if named else file.name, map(_texts, held))
            for title, held in sheets
        ]
    return []


def _from_text(file: ExportFile, folder: Path, rows: int | None) -> Sheet:
    mark = hashlib.sha256(str(file.path).encode()).hexdigest()[:8]
    text = plain_text(file.path, folder / f"{mark}-utf-8.csv").path
    separator = _separator(text)
    try:
        return _sheet(file.name, islice(records(text, separator), rows))
    except csv.Error:
        raise NetauditError(
            "The quotation marks of the file do not match, so its cells cannot be told apart.",
            "Export it again, and do not open and save it in between.",
        ) from None


def _separator(path: Path) -> str:
    """The one that gives many columns, and the same number in each of the first rows."""
    return max(SEPARATORS, key=lambda separator: _agreement(path, separator))


def _agreement(path: Path, separator: str) -> tuple[bool, int]:
    try:
        rows = list(islice(records(path, separator, strict=False), LOOKED_AT))
    except csv.Error:
        return False, 0
    widths = [len(row) for row in rows if any(row)]
    alike = sum(width == widths[0] for width in widths)
    width = widths[0] if widths else 0
    return width > 1 and alike >= 0.8 * len(widths), width


def _sheet(name: str, rows: Iterable[Sequence[str]]) -> Sheet:
    sheet = Sheet(file=name)
    for number, cells in enumerate(rows, start=1):
        kept = list(cells)
        while kept and not kept[-1].strip():
            kept.pop()
        if kept:
            sheet.rows.append((number, kept))
        if len(kept) > MOST_QUESTIONS or len(sheet.rows) > MOST_RESPONSES:
            raise NetauditError(
                f"The table is larger than {MOST_RESPONSES:,} rows or {MOST_QUESTIONS:,} columns.",
                "Export the answers in parts.",
            )
    if sheet.rows:
        number, header = sheet.rows[0]
        sheet.rows[0] = (number, [clean(cell) for cell in header])
    return sheet


def _texts(row: Sequence[Any]) -> list[str]:
    return [_text(value) for value in row]


def _text(value: Any) -> str:
    """A cell as a text; of a moment the time too, unless it is midnight."""
    if isinstance(value, datetime) and value.time() != time(0):
        return value.replace(microsecond=0).isoformat(sep=" ")
    return as_text(value)
