"""Exports of ODK Central: a table of submissions, and one for each repeat of the form."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from netaudit.importers.pairs_in_rows import with_ends
from netaudit.importers.reading import ExportFile
from netaudit.importers.several import Place, Table, counted, in_rows, within
from netaudit.importers.survey import Question, Response, Sheet, State, SubTable, Survey
from netaudit.importers.tools.form_columns import moments, questions_of
from netaudit.importers.tools.xlsform import Form, form_of
from netaudit.importers.wide import Row, cells_at, check_answers, only_table, tables_of

NAME = "odk_central"
TITLE = "ODK Central"

KEY, PARENT = "KEY", "PARENT_KEY"
INSTANCE = re.compile(r"(?:^|[/-])(?:instanceID|instanceName)$")
SET_OF = "SET-OF-"
OWN = ("SubmissionDate", KEY, PARENT, "SubmitterID", "SubmitterName", "AttachmentsPresent",
       "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion",
       "isValidated")  # fmt: skip
ENOUGH_OWN = 4
"""So many of its own columns tell a table of submissions."""

GROUP = "-"
PLACE = re.compile(r"/([^/\[\]]+)\[(\d+)\]$")
"""The end of a repeat's key: its name and its number."""

LEFT_OUT = {"rejected": "It was rejected in ODK Central.", "not decrypted": "It is encrypted."}
"""What the tool says of a submission that does not count, and the reason given for it."""


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table of submissions is there, or one of a repeat."""
    return any(_is_root(head) or {KEY, PARENT} <= set(head.header) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers; wordings and options where the form's definition is given as well.

    NetauditError where there is no table of submissions.
    """
    sheets = tables_of(files, folder)
    form = form_of(sheets)
    root = Table(only_table(sheets, _is_root, TITLE))
    check_answers(root.file, root.body, TITLE)
    questions = questions_of(root, _own(root), form, GROUP)
    responses = tuple(_response(root, row, questions) for row in root.body)
    repeats = [Table(sheet) for sheet in sheets if {KEY, PARENT} <= set(sheet.header)]
    known = _known(responses, repeats)
    return Survey(
        tool=NAME,
        file=root.file,
        questions=questions,
        responses=responses,
        tables=with_ends([_table(repeat, root, known, form) for repeat in repeats]),
        bad_rows=tuple(problem for repeat in repeats for problem in repeat.astray),
    )


def _is_root(sheet: Sheet) -> bool:
    names = set(sheet.header)
    return KEY in names and PARENT not in names and len(names & set(OWN)) >= ENOUGH_OWN


def _own(table: Table) -> list[str]:
    noted = [one for one in table.header if INSTANCE.search(one) or one.startswith(SET_OF)]
    return [*OWN, *noted, *moments(table, GROUP)]


def _response(table: Table, row: Row, questions: Sequence[Question]) -> Response:
    start, end = moments(table, GROUP)
    state, reason = _state(table.said(row, "ReviewState"), table.said(row, "Status"))
    return Response(
        file=table.file,
        row=row[0],
        key=table.said(row, KEY),
        cells=cells_at(row[1], (question.position for question in questions)),
        started=table.said(row, start),
        completed=table.said(row, end) or table.said(row, "SubmissionDate"),
        state=state,
        reason=reason,
    )


def _state(*said: str) -> tuple[State, str]:
    reason = next((LEFT_OUT[one.lower()] for one in said if one.lower() in LEFT_OUT), "")
    return ("partial", reason) if reason else ("complete", "")


def _known(responses: Sequence[Response], repeats: Sequence[Table]) -> dict[str, Place]:
    """Where every key leads: a response's to itself, a repeat's to the response it belongs to.

    Rows that lead nowhere are noted by their tables.
    """
    known = {one.key: Place(response=one.key) for one in responses}
    waiting = [(table, row) for table in repeats for row in table.body]
    while waiting:
        left = [(table, row) for table, row in waiting if not _settle(table, row, known)]
        if len(left) == len(waiting):
            break
        waiting = left
    for table, row in waiting:
        table.leave(
            row,
            "belongs to no submission of the export",
            "Export all tables of the form at once and give them together.",
        )
    return known


def _settle(table: Table, row: Row, known: dict[str, Place]) -> bool:
    parent, key = known.get(table.said(row, PARENT)), table.said(row, KEY)
    if parent is None:
        return False
    found = PLACE.search(key)
    name, number = found.groups() if found else (table.title, "0")
    known[key] = Place(response=parent.response, name=name, number=int(number))
    return True


def _table(table: Table, root: Table, known: Mapping[str, Place], form: Form) -> SubTable:
    """Rows are numbered as the form does; inside another repeat, through the whole response."""
    questions = questions_of(table, _own(table), form, GROUP)
    body = [row for row in table.body if table.said(row, PARENT) in known]
    parents = [known[table.said(row, PARENT)] for row in body]
    orders = counted(parent.response for parent in parents)
    rows = []
    for row, parent, order in zip(body, parents, orders, strict=True):
        key = table.said(row, KEY)
        number = 0 if parent.number else known[key].number
        place = Place(response=parent.response, number=number or order)
        rows.append(table.sub_row(row, questions, place, key))
    questions, placed = within(in_rows(questions), rows, parents, len(table.header) + 1)
    name = known[rows[0].key].name if rows else table.title.removeprefix(root.title).lstrip(GROUP)
    return SubTable(name=name, questions=questions, rows=placed)
