"""Exports of EgoWeb 2.0: a row for each alter with the ego's answers before it, and pairs."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from netaudit.errors import NetauditError
from netaudit.importers.reading import ExportFile
from netaudit.importers.several import Table
from netaudit.importers.survey import Question, Response, Sheet, Survey
from netaudit.importers.tools.ego_keys import Keyed, keyed, plain_name
from netaudit.importers.tools.ego_tables import (
    alters_table,
    questions_in,
    ties_table,
    without_blanks,
)
from netaudit.importers.wide import cells_at, tables_of

NAME = "egoweb"
TITLE = "EgoWeb 2.0"

INTERVIEW, EGO, ALTER, FIRST, SECOND = (
    "interviewid",
    "egoid",
    "alternumber",
    "alter1number",
    "alter2number",
)
START, END = "starttime", "endtime"
SEVERAL_SESSIONS = "interviewid1"
OWN = (INTERVIEW, EGO, START, END, "linkid", "alterid", "alter1id", "alter2id", "alter1name",
       "alter2name")  # fmt: skip
UNANSWERED = ("-1", "-2", "-3", "-4")
"""What stands for refused, not known, skipped and not yet answered."""


def is_egoweb(sheet: Sheet) -> bool:
    """Whether a table is one of an export of EgoWeb."""
    names = {plain_name(name) for name in sheet.header}
    return bool(names & {ALTER, FIRST}) and bool(names & {INTERVIEW, SEVERAL_SESSIONS})


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table counts alters within interviews."""
    return any(is_egoweb(head) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Interviews, their alters, and the pairs of these.

    NetauditError where no table lists alters, or sessions of a study are joined in one row.
    """
    tables = [Table(sheet) for sheet in tables_of(files, folder)]
    alters, pairs, level = (
        _with(tables, *names) for names in ((ALTER,), (FIRST, SECOND), (START, END))
    )
    if alters is None:
        raise NetauditError(
            "None of the files lists alters as EgoWeb exports them.",
            "Export the ego-alter data, and the alter-pair data beside it.",
        )
    egos = level or alters
    asked = _asked(egos, _left_of_alters(egos))
    listed = alters_table(
        alters, _asked(alters, _right_of_alters(alters)), _name(alters, INTERVIEW), UNANSWERED
    )
    found = [listed]
    if pairs:
        asked_of_pairs = _asked(pairs, pairs.table.places)
        parent = _name(pairs, INTERVIEW)
        found.append(
            ties_table(pairs, asked_of_pairs, parent, None, UNANSWERED, are_all_listed=True)
        )
    return Survey(
        tool=NAME,
        file=egos.table.file,
        questions=asked,
        responses=tuple(_responses(egos, asked)),
        tables=tuple(found),
        bad_rows=tuple(egos.table.astray),
    )


def _with(tables: Sequence[Table], *names: str) -> Keyed | None:
    """The table of interviews that has these columns; one with alters is asked for by them."""
    for table in tables:
        held = {plain_name(name) for name in table.header}
        if SEVERAL_SESSIONS in held:
            raise NetauditError(
                "Several sessions of a study stand in one row.",
                "Export each session by itself, and import them one after the other.",
                file=table.file,
            )
        of_alters = bool(held & {ALTER, FIRST}) and not set(names) & {ALTER, FIRST}
        if {INTERVIEW, *names} <= held and not of_alters:
            return keyed(table)
        if names[0] in held and names[0] in (ALTER, FIRST):
            raise NetauditError(
                "Columns are missing that join the table to the rest.",
                "Export the file again, and leave its columns as they are.",
                file=table.file,
            )
    return None


def _name(one: Keyed, name: str) -> str:
    """A column of EgoWeb's own as the table writes it; blank where it is not there."""
    return next((column for column in one.table.header if plain_name(column) == name), "")


def _asked(one: Keyed, names: Iterable[str]) -> tuple[Question, ...]:
    return questions_in(one, (name for name in names if plain_name(name) not in OWN))


def _left_of_alters(one: Keyed) -> list[str]:
    """The columns about the ego: all, or those before the alter's number."""
    last = one.table.places.get(one.alter, len(one.table.header) + 1)
    return [name for name, place in one.table.places.items() if place < last]


def _right_of_alters(one: Keyed) -> list[str]:
    return [name for name, place in one.table.places.items() if place > one.table.places[one.alter]]


def _responses(one: Keyed, questions: Sequence[Question]) -> list[Response]:
    """An interview for each number of one; its answers stand in the first of its rows."""
    found: dict[str, Response] = {}
    interview, start, end = (_name(one, name) for name in (INTERVIEW, START, END))
    for row in one.table.body:
        key = one.table.said(row, interview)
        if not key:
            one.table.leave(row, "names no interview", "Export the file again.")
            continue
        cells = cells_at(row[1], (question.position for question in questions))
        response = Response(
            file=one.table.file,
            row=row[0],
            key=key,
            cells=without_blanks(cells, UNANSWERED),
            participant=one.table.said(row, one.ego),
            started=one.table.said(row, start),
            completed=one.table.said(row, end),
        )
        found.setdefault(key, response)
    return list(found.values())
