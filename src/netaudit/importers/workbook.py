"""Excel workbooks (.xlsx), a sheet at a time, as the CSV files they could have been saved as."""

import csv
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from netaudit.errors import NetauditError
from netaudit.importers.archive import checked_entries
from netaudit.importers.limits import (
    LARGEST_WORKBOOK,
    MOST_COLUMNS,
    MOST_QUESTIONS,
    MOST_SHEET_ROWS,
)

OLD_OR_PROTECTED = b"\xd0\xcf\x11\xe0"
SUFFIXES = (".xlsx", ".xlsm")
LAST_SHEET_ROW = 1_048_576
SAVE_AGAIN = "Open it in Excel and save it as .xlsx without a password, or save each sheet as CSV."


def sheet_names(path: Path) -> list[str]:
    """The names of a workbook's sheets; NetauditError where it cannot be opened."""
    workbook = _opened(path)
    try:
        return [sheet.title for sheet in workbook.worksheets]
    finally:
        workbook.close()


def sheets_as_they_stand(
    path: Path, last_row: int = LAST_SHEET_ROW
) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """Every sheet's name and rows, blank rows too; NetauditError where they cannot be read.

    For tables of survey tools, which are wider than canonical ones and whose times count.
    """
    workbook = _opened(path)
    try:
        return [(sheet.title, _all_rows(sheet, last_row)) for sheet in workbook.worksheets]
    except NetauditError:
        raise
    except Exception:  # a damaged workbook makes openpyxl raise almost anything
        raise _damaged() from None
    finally:
        workbook.close()


def _all_rows(sheet: Any, last_row: int) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    blank = 0
    for row in sheet.iter_rows(max_row=last_row, max_col=MOST_QUESTIONS, values_only=True):
        width = next((n for n in range(len(row), 0, -1) if row[n - 1] is not None), 0)
        if not width:
            blank += 1
            continue
        if len(rows) + blank >= MOST_SHEET_ROWS:
            raise _too_long(sheet.title)
        rows += [()] * blank
        blank = 0
        rows.append(row[:width])
    return rows


def _too_long(title: str) -> NetauditError:
    return NetauditError(
        f"The sheet {title} has more than {MOST_SHEET_ROWS:,} rows.",
        "Save tables of this size as CSV.",
    )


def write_sheets(path: Path, wanted: Mapping[str, Path]) -> None:
    """Writes each wanted sheet as CSV, one line a row; NetauditError where it cannot be read."""
    workbook = _opened(path)
    try:
        for sheet in workbook.worksheets:
            if sheet.title in wanted:
                _write(_rows(sheet), wanted[sheet.title], sheet.title)
    except NetauditError:
        raise
    except Exception:  # a damaged workbook makes openpyxl raise almost anything
        raise _damaged() from None
    finally:
        workbook.close()


def _opened(path: Path) -> Any:
    with path.open("rb") as stream:
        if stream.read(4) == OLD_OR_PROTECTED:
            raise NetauditError(
                "The workbook is protected with a password, or in the old .xls format.",
                SAVE_AGAIN,
            )
    try:
        with zipfile.ZipFile(path) as archive:
            checked_entries(archive, LARGEST_WORKBOOK)
        # The file stays open until close(): sheets are read as they are asked for.
        return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except NetauditError:
        raise
    except Exception:  # a damaged workbook makes openpyxl raise almost anything
        raise _damaged() from None


def _damaged() -> NetauditError:
    return NetauditError("The workbook is damaged and cannot be read.", SAVE_AGAIN)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # Bounds are given outright: a sheet's own idea of its size may be wrong, or a trap.
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(
        max_row=LAST_SHEET_ROW, max_col=MOST_COLUMNS, values_only=True
    )
    return rows


def _write(rows: Iterator[tuple[Any, ...]], path: Path, title: str) -> None:
    filled, blank = 0, 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        for row in rows:
            # Blank rows are only written once a row follows: a sheet may end far below its table.
            if row.count(None) == len(row):
                blank += 1
                continue
            filled += 1
            if filled > MOST_SHEET_ROWS:
                raise _too_long(title)
            stream.write("\r\n" * blank)
            blank = 0
            writer.writerow(_shortened([as_text(value) for value in row]))


def _shortened(cells: list[str]) -> list[str]:
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def as_text(value: Any) -> str:
    """A cell as the canonical export writes it: ISO dates, whole numbers as such, yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\0", "")
