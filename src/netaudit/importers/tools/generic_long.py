"""Tables with one row a contact, and beside them tables of people and of pairs of contacts."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from netaudit.errors import NetauditError, Problem
from netaudit.importers.plain import bare_words
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Question, Response, Sheet, SubRow, SubTable, Survey
from netaudit.importers.ticks import with_ticks
from netaudit.importers.tools.generic_wide import has_contacts, questions_of
from netaudit.importers.tools.long_tables import (
    KEY,
    NUMBER,
    LongTable,
    check_people,
    holds_of,
    long_table,
)
from netaudit.importers.wide import answers_by_column, at, cells_at, check_widths, tables_of

NAME = "generic_long"
TITLE = "a table with one row a contact"


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table has one row a contact: a person's column, and columns about one contact."""
    return not any(has_contacts(head) for head in heads) and any(
        holds_of(head) == "contacts" for head in heads
    )


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """The people of the tables as responses, with their contacts and pairs in tables of their own.

    NetauditError where no table holds contacts.
    """
    tables = [long_table(sheet) for sheet in tables_of(files, folder)]
    contacts = [table for table in tables if table.holds == "contacts"]
    if not contacts:
        raise NetauditError(
            "No table has one row a contact.",
            "Each row needs who answered, and what is said of one contact.",
        )
    for table in tables:
        check_widths(table.sheet.file, table.sheet.body, len(table.sheet.header))
    check_people(tables)
    people = next((table for table in tables if table.holds == "people"), contacts[0])
    shown = set(people.places.values()) if people.holds == "contacts" else None
    asked = [q for q in questions_of(people.sheet.header) if shown is None or q.position in shown]
    keys = _keys(tables)
    return Survey(
        tool=NAME,
        file=contacts[0].sheet.file,
        questions=tuple(asked),
        responses=_responses(tables, people, asked, keys),
        tables=tuple(_sub_table(table, keys) for table in tables if table.holds != "people"),
        bad_rows=_astray(tables, keys),
    )


Keys = dict[tuple[str, str], tuple[str, ...]]
"""The keys of the responses for each person and wave; without a wave those of every wave."""


def _keys(tables: Sequence[LongTable]) -> Keys:
    """A key for each person and wave that any table names, in the order of the tables."""
    waves: dict[str, dict[str, None]] = defaultdict(dict)
    for table in tables:
        for _, cells in table.sheet.body:
            person, wave = table.whose(cells)
            if person:
                waves[person].setdefault(wave)
    keys: Keys = {}
    for person, named in waves.items():
        real = [wave for wave in named if wave] or [""]
        keys |= {(person, wave): (f"{person} {wave}".strip(),) for wave in real}
        keys[person, ""] = tuple(key for wave in real for key in keys[person, wave])
    return keys


def _responses(
    tables: Sequence[LongTable], people: LongTable, asked: Sequence[Question], keys: Keys
) -> tuple[Response, ...]:
    """One for each person and wave, by the first row that names them."""
    places = {bare_words(q.wording): q.position for q in asked}
    found: dict[str, Response] = {}
    for table in sorted(tables, key=lambda one: one is not people):
        own = [
            (position, places[bare_words(name)])
            for position, name in enumerate(table.sheet.header, start=1)
            if bare_words(name) in places
        ]
        for row, cells in table.sheet.body:
            said = {place: text for position, place in own if (text := at(cells, position))}
            for key in keys.get(table.whose(cells), ()):
                first = found.setdefault(key, table.response(row, cells, key))
                found[key] = replace(first, cells={**said, **first.cells})
    named = {key: wave for (_, wave), held in keys.items() if wave for key in held}
    return tuple(replace(one, wave=named.get(one.key, "")) for one in found.values())


def _astray(tables: Sequence[LongTable], keys: Keys) -> tuple[Problem, ...]:
    """The rows of contacts and pairs that cannot be given to one response."""
    return tuple(
        _nobodys(table, row, cells, keys)
        for table in tables
        if table.holds != "people"
        for row, cells in table.sheet.body
        if len(keys.get(table.whose(cells), ())) != 1
    )


def _nobodys(table: LongTable, row: int, cells: Sequence[str], keys: Keys) -> Problem:
    several = len(keys.get(table.whose(cells), ())) > 1
    return Problem(
        severity="error",
        file=table.sheet.file,
        row=row,
        message="The row names no wave, and the person answered at several."
        if several
        else "The row does not say whose it is.",
        hint="Fill in the wave, or leave the row out."
        if several
        else "Fill in the participant's code or e-mail address, or leave the row out.",
    )


def _sub_table(table: LongTable, keys: Keys) -> SubTable:
    about_person = set(table.places.values())
    number, key = table.column(NUMBER), table.column(KEY)
    left = about_person | ({number} if table.holds == "contacts" else set())
    questions = tuple(q for q in questions_of(table.sheet.header) if q.position not in left)
    positions = [question.position for question in questions]
    order: Counter[str] = Counter()
    rows = []
    for row, cells in table.sheet.body:
        parents = keys.get(table.whose(cells), ())
        parent = parents[0] if len(parents) == 1 else ""
        order[parent] += 1
        given = at(cells, number)
        rows.append(
            SubRow(
                file=table.sheet.file,
                row=row,
                parent=parent,
                number=int(given) if given.isdigit() else order[parent],
                cells=cells_at(cells, positions),
                key=at(cells, key),
            )
        )
    ticked = with_ticks(questions, answers_by_column(rows))
    return SubTable(name=table.holds, questions=ticked, rows=tuple(rows))
