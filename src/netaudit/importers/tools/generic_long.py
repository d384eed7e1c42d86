"""Tables with one row a contact, and beside them tables of people and of pairs of contacts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from netaudit.errors import NetauditError, Problem
from netaudit.importers.mapping.tell_fields import WHOLE, WITHIN, word_score
from netaudit.importers.plain import bare_words, tidy
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Question, Response, Sheet, SubRow, SubTable, Survey
from netaudit.importers.ticks import with_ticks
from netaudit.importers.tools.generic_wide import has_contacts, questions_of
from netaudit.importers.wide import answers_by_column, at, cells_at, check_widths, tables_of

NAME = "generic_long"
TITLE = "a table with one row a contact"

Holds = Literal["people", "contacts", "ties"]
IDENTITY = ("participants.participant_id", "participants.email", "audits.wave",
            "participants.cohort", "audits.completed_on")  # fmt: skip
"""Columns about the person that tables of contacts repeat on every row."""

NUMBER = ("contact no", "contact number", "contact nr", "alter no", "alter number", "alter nr",
          "person no", "person number", "no", "nr", "number", "slot", "rank", "kontakt nr",
          "nummer", "numero", "numero de contact", "numero de contacto", "position")  # fmt: skip
KEY = ("contact id", "alter id", "person id", "contactid", "alterid")
LOOKED_AT = 2
"""A table of contacts speaks of at least so many things about them."""


@dataclass(frozen=True, kw_only=True)
class _Table:
    """A table with what it holds and where its columns about the person stand."""

    sheet: Sheet
    holds: Holds
    places: Mapping[str, int]

    def whose(self, cells: Sequence[str]) -> tuple[str, str]:
        """The person, by code or else by address, and the wave a row is of."""
        code = at(cells, self.places.get(IDENTITY[0], 0)) or at(
            cells, self.places.get(IDENTITY[1], 0)
        )
        return tidy(code).casefold(), tidy(at(cells, self.places.get(IDENTITY[2], 0)))

    def response(self, row: int, cells: Sequence[str], key: str) -> Response:
        """The response that a row is the first of, with nothing answered yet."""
        code, email = (at(cells, self.places.get(name, 0)) for name in IDENTITY[:2])
        file = self.sheet.file
        return Response(file=file, row=row, key=key, cells={}, participant=code, email=email)

    def column(self, names: Iterable[str]) -> int:
        """The position of the first column with one of the names; 0 where there is none."""
        words = [bare_words(name) for name in self.sheet.header]
        return next((words.index(name) + 1 for name in names if name in words), 0)


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table has one row a contact: a person's column, and columns about one contact."""
    return not any(has_contacts(head) for head in heads) and any(
        _holds(head) == "contacts" for head in heads
    )


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """The people of the tables as responses, with their contacts and pairs in tables of their own.

    NetauditError where no table holds contacts.
    """
    tables = [_table(sheet) for sheet in tables_of(files, folder)]
    contacts = [table for table in tables if table.holds == "contacts"]
    if not contacts:
        raise NetauditError(
            "No table has one row a contact.",
            "Each row needs who answered, and what is said of one contact.",
        )
    for table in tables:
        check_widths(table.sheet.file, table.sheet.body, len(table.sheet.header))
    _check_people(tables)
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


def _check_people(tables: Sequence[_Table]) -> None:
    """NetauditError where a table says several things of one person and not about whom."""
    for table in tables:
        rows = Counter(table.whose(cells) for _, cells in table.sheet.body)
        if table.holds == "people" and any(number > 1 for number in rows.values()):
            raise NetauditError(
                "The table has several rows for one person, and nothing says what each is about.",
                "Call the columns of the two contacts of a pair contact_a and contact_b, or leave"
                " the table out.",
                file=table.sheet.file,
            )


def _holds(sheet: Sheet) -> Holds | None:
    """What a table holds by its columns; None where it does not say whose the rows are."""
    places = _places(sheet)
    if IDENTITY[0] not in places and IDENTITY[1] not in places:
        return None
    about_person = set(places.values())
    texts = [
        bare_words(one.wording)
        for one in questions_of(sheet.header)
        if one.position not in about_person
    ]
    ends = [any(word_score([t], "pair", f"ties.{end}") >= WHOLE for t in texts)
            for end in ("contact_a", "contact_b")]  # fmt: skip
    if all(ends):
        return "ties"
    numbered = any(text in (*NUMBER, *KEY) for text in texts)
    told = sum(_tells_contact(text) for text in texts)
    named = any(word_score([text], "contact", "contacts.label") >= WITHIN for text in texts)
    if told >= LOOKED_AT and (named or numbered):
        return "contacts"
    return "people"


def _tells_contact(text: str) -> bool:
    names = ("label", "affiliation", "seniority", "closeness", "purposes", "years_known",
             "frequency", "organisation", "distance", "first_known")  # fmt: skip
    return any(word_score([text], "contact", f"contacts.{name}") >= WITHIN for name in names)


def _table(sheet: Sheet) -> _Table:
    holds = _holds(sheet)
    if holds is None:
        raise NetauditError(
            "No column says whose the rows are.",
            "Each table needs the participants' codes or e-mail addresses, or leave it out.",
            file=sheet.file,
        )
    return _Table(sheet=sheet, holds=holds, places=_places(sheet))


def _places(sheet: Sheet) -> dict[str, int]:
    """The columns about the person, each with its position."""
    found: dict[str, int] = {}
    for position, name in enumerate(sheet.header, start=1):
        text = bare_words(name)
        for field in IDENTITY:
            if field not in found and word_score([text], "person", field) >= WHOLE:
                found[field] = position
                break
    return found


Keys = dict[tuple[str, str], tuple[str, ...]]
"""The keys of the responses for each person and wave; without a wave those of every wave."""


def _keys(tables: Sequence[_Table]) -> Keys:
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
    tables: Sequence[_Table], people: _Table, asked: Sequence[Question], keys: Keys
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


def _astray(tables: Sequence[_Table], keys: Keys) -> tuple[Problem, ...]:
    """The rows of contacts and pairs that cannot be given to one response."""
    return tuple(
        _nobodys(table, row, cells, keys)
        for table in tables
        if table.holds != "people"
        for row, cells in table.sheet.body
        if len(keys.get(table.whose(cells), ())) != 1
    )


def _nobodys(table: _Table, row: int, cells: Sequence[str], keys: Keys) -> Problem:
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


def _sub_table(table: _Table, keys: Keys) -> SubTable:
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
