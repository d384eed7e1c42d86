"""The headers of Jisc Online Surveys: `Q4_3_b` in coded exports, `4.3.b. Wording` in others."""

import re
from dataclasses import dataclass

from netaudit.importers.plain import tidy
from netaudit.importers.survey import Sheet
from netaudit.importers.wide import at

CODED = re.compile(r"^(Q\d+)((?:_(?:\d+|[a-z]{1,2}))*)$")
LABELLED = re.compile(r"^(\d+)((?:\.(?:\d+|[a-z]{1,2}))*)\.\s*(.*)$", re.DOTALL)
RESPONSE_NUMBER = re.compile(r"^\d+-\d+-\d+$")
NUMBER_NAMES = ("urn", "unique response number")
MOST = 0.5
"""How many of the other columns are questions, at least."""

STARTED = "start"
DATE = re.compile(r"^\d{4}-\d{2}-\d{2}|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of answers: `base` is its question, `parts` what follows, `text` its wording.

    `name` is what a key file calls it. The wording is blank in coded exports.
    """

    position: int
    name: str
    base: str
    parts: tuple[str, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class Header:
    """The columns of answers, and where the number of the response and its dates are (0: nowhere).

    `is_coded` tells the export that needs a key from the one with wordings.
    """

    columns: tuple[Column, ...]
    number: int
    started: int
    completed: int
    is_coded: bool


def is_jisc(sheet: Sheet) -> bool:
    """Whether the columns are numbered as Jisc numbers them, beside the number of a response."""
    others = [cell for cell in sheet.header if cell]
    questions = sum(bool(_column(0, cell)) for cell in others)
    return _number_place(sheet) > 0 and questions >= max(2, MOST * (len(others) - 1))


def read_header(sheet: Sheet) -> Header:
    """The header of a table that `is_jisc`."""
    number = _number_place(sheet)
    columns, dates = [], []
    for position, cell in enumerate(sheet.header, start=1):
        column = _column(position, cell)
        if column:
            columns.append(column)
        elif cell and position != number:
            dates += [position] if _holds_dates(sheet, position) else []
            columns += [] if position in dates else [_unnumbered(position, cell)]
    starts = [place for place in dates if STARTED in sheet.header[place - 1].lower()]
    ends = [place for place in dates if place not in starts]
    return Header(
        columns=tuple(columns),
        number=number,
        started=starts[0] if starts else 0,
        completed=ends[-1] if ends else 0,
        is_coded=any(CODED.match(cell) for cell in sheet.header),
    )


def _number_place(sheet: Sheet) -> int:
    """The column of response numbers: by its name, or by what stands in it."""
    names = [cell.lower() for cell in sheet.header]
    for name in NUMBER_NAMES:
        if name in names:
            return names.index(name) + 1
    rows = [cells for _, cells in sheet.body]
    alike = bool(rows) and all(RESPONSE_NUMBER.match(at(cells, 1)) for cells in rows)
    return 1 if alike else 0


def _column(position: int, cell: str) -> Column | None:
    if coded := CODED.match(cell):
        parts = tuple(part for part in coded.group(2).split("_") if part)
        return Column(position=position, name=cell, base=coded.group(1), parts=parts, text="")
    labelled = LABELLED.match(cell)
    if not labelled:
        return None
    number, rest, text = labelled.groups()
    parts = tuple(part for part in rest.split(".") if part)
    name = "_".join((f"Q{number}", *parts))
    return Column(position=position, name=name, base=f"Q{number}", parts=parts, text=tidy(text))


def _unnumbered(position: int, cell: str) -> Column:
    return Column(position=position, name=tidy(cell), base=tidy(cell), parts=(), text="")


def _holds_dates(sheet: Sheet, position: int) -> bool:
    held = [cell for _, cells in sheet.body if (cell := at(cells, position))]
    named = "date" in sheet.header[position - 1].lower()
    return all(DATE.match(cell) for cell in held) and (bool(held) or named)
