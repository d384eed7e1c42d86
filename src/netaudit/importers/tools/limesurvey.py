"""Exports of LimeSurvey: one row a response, with codes, wordings or both in the header."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Question, Response, Sheet, State, Survey
from netaudit.importers.tools.limesurvey_header import Header, is_limesurvey, read_header
from netaudit.importers.tools.limesurvey_questions import NOT_SHOWN, questions_of
from netaudit.importers.tools.values_key import keys_of, with_options
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

NAME = "limesurvey"
TITLE = "LimeSurvey"

NO_DATE = "1980-01-01"
"""What LimeSurvey writes where a survey keeps no dates but an answer was handed in."""

CODES_ALONE = (
    "The headings are codes, so that few questions can be told by them. Exported again with the"
    " question code and the question text in the headings, and with full answers, the file tells"
    " more by itself."
)

CUT = ("..", "…")
CUT_SHORT = (
    "The wordings are cut short in this export, so that some questions cannot be told. Exported"
    " again with the full question text, the file tells more by itself."
)

ESCAPED = ("'=", "'+", "'-", "'@")
"""How cells begin that a spreadsheet would have taken for a formula."""


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table has LimeSurvey's own columns."""
    return any(is_limesurvey(head) for head in heads if head.rows)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers, whatever headings and answers were chosen for the export.

    The options of a values key are taken if one is there.

    NetauditError where no table, or more than one, is a LimeSurvey export, or a row is damaged.
    """
    tables = tables_of(files, folder)
    sheet = only_table(tables, is_limesurvey, TITLE)
    header = read_header(sheet)
    check_widths(sheet.file, sheet.body, len(sheet.header))
    check_answers(sheet.file, sheet.body, TITLE)
    responses = [_response(row, header, sheet.file) for row in sheet.body]
    values = answers_by_column(responses)
    keys = keys_of(table for table in tables if table is not sheet)
    questions = [with_options(one, keys) for one in questions_of(header.headings, values)]
    return Survey(
        tool=NAME,
        file=sheet.file,
        questions=tuple(questions),
        responses=tuple(without_ticks(response, questions, NOT_SHOWN) for response in responses),
        notes=() if keys else tuple(_notes(questions)),
    )


def _notes(questions: Sequence[Question]) -> Iterator[str]:
    if not any(one.wording for one in questions):
        yield CODES_ALONE
    elif sum(one.wording.rstrip().endswith(CUT) for one in questions) > len(questions) / 2:
        yield CUT_SHORT


def _response(row: Row, header: Header, file: str) -> Response:
    number, cells = row
    own = {code: at(cells, place) for code, place in header.own.items()}
    state, reason = _state(own, header)
    answers = cells_at(cells, (one.position for one in header.headings))
    submitted = own.get("submitdate", "")
    return Response(
        file=file,
        row=number,
        key=own.get("id") or str(number),
        cells={place: _unescaped(cell) for place, cell in answers.items()},
        participant=own.get("token", ""),
        email=own.get("email", ""),
        name=f"{own.get('firstname', '')} {own.get('lastname', '')}".strip(),
        started=own.get("startdate", ""),
        completed="" if submitted.startswith(NO_DATE) else submitted or own.get("datestamp", ""),
        state=state,
        reason=reason,
    )


def _state(own: Mapping[str, str], header: Header) -> tuple[State, str]:
    if "submitdate" not in header.own or own["submitdate"]:
        return "complete", ""
    page = own.get("lastpage", "")
    return "partial", f"Not handed in, left on page {page}." if page else "Not handed in."


def _unescaped(cell: str) -> str:
    return cell[1:] if cell.startswith(ESCAPED) else cell
