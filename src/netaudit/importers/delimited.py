"""Canonical tables in CSV files, made regular where a spreadsheet or a hand has left its marks."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from netaudit.engine.staging import SourceTable
from netaudit.errors import NetauditError, Problem
from netaudit.importers.header import canonical_columns, read_header, records
from netaudit.importers.plain_text import plain_text

LONGEST_SHOWN = 200


def source_table(table: str, file: str, path: Path, folder: Path) -> SourceTable:
    """The CSV at `path` as the canonical `table`, ready for staging unless it proves irregular.

    NetauditError where it is no text or has no header.
    """
    text = plain_text(path, folder / f"{table}-utf-8.csv")
    header = read_header(text.path, table)
    return SourceTable(
        table=table,
        path=text.path,
        file=file,
        columns=canonical_columns(table, header.written),
        written=header.written,
        separator=header.separator,
        header_row=header.row,
        quoted=text.quoted or text.unusual_lines or header.row > 1,
        padded=text.padded,
        regular=not text.unusual_lines and header.row == 1,
    )


def regular(source: SourceTable, folder: Path) -> tuple[SourceTable, list[Problem]]:
    """The same table, rewritten with as many cells in every row and no line lost from the count.

    The problems are the rows with more cells than the header; they come out blank. NetauditError
    where the quotation marks do not match: it names the row.
    """
    path, problems = folder / f"{source.table}-regular.csv", []
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        for row, cells in _numbered(source):
            if row < source.header_row:
                continue
            if row > source.header_row and _has_more(cells, source):
                problems.append(_too_many(row, cells, source))
                cells = []
            writer.writerow(_filled(cells, len(source.columns)))
    return replace(
        source, path=path, separator=",", quoted=True, padded=True, regular=True
    ), problems


def _numbered(source: SourceTable) -> Iterator[tuple[int, list[str]]]:
    row = 0
    try:
        for row, cells in enumerate(records(source.path, source.separator), start=1):
            yield row, cells
    except csv.Error:
        raise NetauditError(
            f"Row {row + 1} opens a quotation mark that is never closed properly,"
            " so the rest of the file cannot be told apart.",
            f"Look at the quotation marks in row {row + 1} and save the file again.",
            row=row + 1,
        ) from None


def _has_more(cells: list[str], source: SourceTable) -> bool:
    return any(cell.strip() for cell in cells[len(source.columns) :])


def _too_many(row: int, cells: list[str], source: SourceTable) -> Problem:
    value = source.separator.join(cells[len(source.columns) :])
    return Problem(
        severity="error",
        file=source.file,
        row=row,
        value=value[:LONGEST_SHOWN],
        message=f"The row has {len(cells)} cells, the header {len(source.columns)}.",
        hint="Put texts that hold the separator into quotation marks, or delete the extra cells.",
    )


def _filled(cells: list[str], width: int) -> list[str]:
    return cells[:width] + [""] * (width - len(cells))
