"""Exports of Jisc Online Surveys: answers as codes with a key file beside them, or as texts."""

from collections.abc import Sequence
from pathlib import Path

from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Response, Sheet, State, Survey
from netaudit.importers.tools.jisc_header import Header, is_jisc, read_header
from netaudit.importers.tools.jisc_key import Key, is_key, read_key
from netaudit.importers.tools.jisc_questions import NOT_TICKED, questions_of
from netaudit.importers.wide import (
    Row,
    answers_by_column,
    at,
    cells_at,
    check_answers,
    check_widths,
    only_table,
    tables_of,
    without_ticks,
)

NAME = "jisc"
TITLE = "Jisc Online Surveys"

NO_KEY = (
    "The key file is not among the files: questions are known by their numbers only, and answers"
    " by their codes. Choose the file whose name ends in -key.csv as well to have them in words."
)


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether the columns of a table are numbered as Jisc numbers them."""
    return any(is_jisc(head) for head in heads if head.rows)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers; wordings and options from the key where the export is of codes.

    NetauditError where no table, or more than one, is a Jisc export, or a row is damaged.
    """
    tables = tables_of(files, folder)
    sheet = only_table(tables, is_jisc, TITLE)
    header = read_header(sheet)
    check_widths(sheet.file, sheet.body, len(sheet.header))
    check_answers(sheet.file, sheet.body, TITLE)
    keys = [read_key(table) for table in tables if table is not sheet and is_key(table)]
    responses = [_response(row, header, sheet.file) for row in sheet.body]
    key = keys[0] if keys else Key()
    questions = questions_of(header.columns, key, answers_by_column(responses))
    return Survey(
        tool=NAME,
        file=sheet.file,
        questions=tuple(questions),
        responses=tuple(without_ticks(one, questions, NOT_TICKED) for one in responses),
        notes=(NO_KEY,) if header.is_coded and not keys else (),
    )


def _response(row: Row, header: Header, file: str) -> Response:
    number, cells = row
    completed = at(cells, header.completed)
    state: State = "complete" if completed or not header.completed else "partial"
    return Response(
        file=file,
        row=number,
        key=at(cells, header.number) or str(number),
        cells=cells_at(cells, (column.position for column in header.columns)),
        started=at(cells, header.started),
        completed=completed,
        state=state,
        reason="" if state == "complete" else "Begun and not handed in.",
    )
