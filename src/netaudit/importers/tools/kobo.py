"""Exports of KoboToolbox: a sheet of submissions, and one for each repeating group."""

from collections.abc import Sequence
from pathlib import Path

from netaudit.importers.pairs_in_rows import with_ends
from netaudit.importers.reading import ExportFile
from netaudit.importers.several import Place, Table, counted, in_rows, within
from netaudit.importers.survey import Question, Response, Sheet, SubTable, Survey
from netaudit.importers.tools.form_columns import moments, questions_of
from netaudit.importers.tools.xlsform import Form, form_of
from netaudit.importers.wide import Row, cells_at, check_answers, only_table, tables_of

NAME = "kobo"
TITLE = "KoboToolbox"

INDEX, PARENT, PARENT_TABLE = "_index", "_parent_index", "_parent_table_name"
OWN = ("_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
       "_submitted_by", "__version__", "_tags", INDEX, PARENT, PARENT_TABLE, "_attachments",
       "_geolocation", "_xform_id_string", "formhub/uuid", "meta/instanceID", "meta/rootUuid",
       "meta/instanceName", "meta/deprecatedID")  # fmt: skip
ENOUGH_OWN = 3
"""So many of its own columns tell a table of submissions."""

SUBMISSION = "_submission_"
"""How the columns begin that repeat in a sheet of a group what its submission says of itself."""

GROUP = "/"
NOT_APPROVED = ("validation_status_not_approved", "not approved")

Places = dict[tuple[str, str], Place]
"""Where the rows of each table stand, by the table's name and their index in it."""


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table of submissions is there, or one of a repeating group."""
    return any(_is_main(head) or {INDEX, PARENT} <= set(head.header) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers; wordings and options where the form's definition is given as well.

    NetauditError where there is no sheet of submissions.
    """
    sheets = tables_of(files, folder)
    form = form_of(sheets)
    main = Table(only_table(sheets, _is_main, TITLE))
    check_answers(main.file, main.body, TITLE)
    questions = questions_of(main, [*_own(main), *moments(main, GROUP)], form, GROUP)
    responses = tuple(_response(main, row, questions) for row in main.body)
    repeats = [Table(sheet) for sheet in sheets if PARENT in sheet.header]
    known = {(main.title, one.key): Place(response=one.key) for one in responses}
    tables = [_table(one, main, known, form) for one in _outer_first(repeats, main)]
    return Survey(
        tool=NAME,
        file=main.file,
        questions=questions,
        responses=responses,
        tables=with_ends(tables),
        bad_rows=tuple(problem for one in repeats for problem in one.astray),
    )


def _is_main(sheet: Sheet) -> bool:
    names = set(sheet.header)
    return INDEX in names and PARENT not in names and len(names & set(OWN)) >= ENOUGH_OWN


def _own(table: Table) -> list[str]:
    return [*OWN, *(name for name in table.header if name.startswith(SUBMISSION))]


def _response(table: Table, row: Row, questions: Sequence[Question]) -> Response:
    start, end = moments(table, GROUP)
    refused = table.said(row, "_validation_status").lower() in NOT_APPROVED
    return Response(
        file=table.file,
        row=row[0],
        key=table.said(row, INDEX),
        cells=cells_at(row[1], (question.position for question in questions)),
        started=table.said(row, start),
        completed=table.said(row, end) or table.said(row, "_submission_time"),
        state="partial" if refused else "complete",
        reason="It was not approved in KoboToolbox." if refused else "",
    )


def _outer_first(repeats: Sequence[Table], main: Table) -> list[Table]:
    """The repeats of the form before those inside another repeat."""
    return sorted(repeats, key=lambda table: _parent_of(table, main) != main.title)


def _parent_of(table: Table, main: Table) -> str:
    return next((name for name in table.column(PARENT_TABLE) if name), main.title)


def _table(table: Table, main: Table, known: Places, form: Form) -> SubTable:
    """The rows of a repeat, numbered within their response as they follow one another."""
    outer = _parent_of(table, main)
    questions = questions_of(table, _own(table), form, GROUP)
    held = [(row, parent) for row in table.body if (parent := _parent(table, row, outer, known))]
    parents = [parent for _, parent in held]
    rows = []
    for (row, parent), number in zip(held, counted(p.response for p in parents), strict=True):
        place = Place(response=parent.response, name=table.title, number=number)
        known[table.title, table.said(row, INDEX)] = place
        rows.append(table.sub_row(row, questions, place, key=""))
    questions, placed = within(in_rows(questions), rows, parents, len(table.header) + 1)
    return SubTable(name=table.title, questions=questions, rows=placed)


def _parent(table: Table, row: Row, outer: str, known: Places) -> Place | None:
    found = known.get((outer, table.said(row, PARENT)))
    if found is None:
        table.leave(
            row,
            "belongs to no submission of the export",
            "Export all sheets of the form at once, and import the workbook as it is.",
        )
    return found
