"""Exports of SurveyMonkey: one row a response, the questions over their columns in two rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Response, Sheet, State, Survey
from netaudit.importers.tools.surveymonkey_questions import Column, columns_of, questions_of
from netaudit.importers.wide import (
    Row,
    answers_by_column,
    at,
    cells_at,
    check_answers,
    check_widths,
    only_table,
    tables_of,
)

NAME = "surveymonkey"
TITLE = "SurveyMonkey"

OWN = {
    "respondentid": "key",
    "collectorid": "collector",
    "startdate": "started",
    "enddate": "completed",
    "ipaddress": "ip",
    "emailaddress": "email",
    "firstname": "first_name",
    "lastname": "last_name",
    "customdata": "custom",
    "customdata1": "custom",
}
"""Columns of SurveyMonkey's own, by their names without blanks, in small letters."""

IN_ORDER = tuple(OWN.values())[:8]
"""The same where their names are in another language: they always stand in this order."""

LONG_NUMBER = re.compile(r"^\d{6,}$")
MOMENT = re.compile(r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
CODE = re.compile(r"^(?=.*\d)[\w.-]{1,40}$")


@dataclass(frozen=True, kw_only=True)
class _Header:
    own: Mapping[str, int]
    columns: tuple[Column, ...]
    width: int
    rows: list[Row]


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table begins with the numbers of respondents and collectors."""
    return any(_fits(head) for head in heads if head.rows)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers, of the expanded form and the condensed one.

    NetauditError where no table, or more than one, is a SurveyMonkey export, or a row is damaged.
    """
    sheet = only_table(tables_of(files, folder), _fits, TITLE)
    header = _read_header(sheet)
    check_widths(sheet.file, header.rows, header.width)
    check_answers(sheet.file, header.rows, TITLE)
    responses = [_response(row, header, sheet.file) for row in header.rows]
    return Survey(
        tool=NAME,
        file=sheet.file,
        questions=tuple(questions_of(header.columns, answers_by_column(responses))),
        responses=tuple(responses),
    )


def _fits(sheet: Sheet) -> bool:
    return "key" in _own(sheet) and "collector" in _own(sheet)


def _own(sheet: Sheet) -> dict[str, int]:
    """SurveyMonkey's own columns: by their names, or by their places where the answers are so."""
    found: dict[str, int] = {}
    for place, cell in enumerate(sheet.header, start=1):
        if what := OWN.get(re.sub(r"\s", "", cell).lower()):
            found.setdefault(what, place)
    if "key" in found and "collector" in found:
        return found
    rows = [cells for _, cells in sheet.body if at(cells, 1)]
    alike = bool(rows) and all(
        all(LONG_NUMBER.match(at(cells, place)) for place in (1, 2))
        and all(MOMENT.match(at(cells, place)) for place in (3, 4))
        for cells in rows
    )
    return {what: place for place, what in enumerate(IN_ORDER, start=1)} if alike else {}


def _read_header(sheet: Sheet) -> _Header:
    """Two rows, of which the second may be blank, or is missing where it was blank."""
    own = _own(sheet)
    second = sheet.rows[1][1] if len(sheet.rows) > 1 else []
    has_second = bool(second) and not at(second, own["key"])
    below = second if has_second else []
    taken = set(own.values())
    if "custom" in own and not _are_codes(sheet.rows[1 + has_second :], own["custom"]):
        taken.remove(own.pop("custom"))
    return _Header(
        own=own,
        columns=tuple(columns_of(sheet.header, below, taken)),
        width=max(len(sheet.header), len(below)),
        rows=sheet.rows[1 + has_second :],
    )


def _are_codes(rows: Sequence[Row], place: int) -> bool:
    """Whether a column of custom data tells people apart: codes, and hardly any of them twice."""
    held = [cell for _, cells in rows if (cell := at(cells, place))]
    return all(CODE.match(cell) for cell in held) and len(set(held)) >= 0.8 * len(held)


def _response(row: Row, header: _Header, file: str) -> Response:
    number, cells = row
    own = {what: at(cells, place) for what, place in header.own.items()}
    completed = own.get("completed", "")
    state: State = "complete" if completed or "completed" not in own else "partial"
    return Response(
        file=file,
        row=number,
        key=own["key"] or str(number),
        cells=cells_at(cells, (column.position for column in header.columns)),
        participant=own.get("custom", ""),
        email=own.get("email", ""),
        name=f"{own.get('first_name', '')} {own.get('last_name', '')}".strip(),
        started=own.get("started", ""),
        completed=completed,
        state=state,
        reason="" if state == "complete" else "Begun and not finished.",
    )
