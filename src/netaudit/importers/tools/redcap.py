"""Exports of REDCap: a row for each record and event, and one for each instance of a form."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from netaudit.importers.pairs_in_rows import with_ends
from netaudit.importers.reading import ExportFile
from netaudit.importers.several import Place, Table, in_rows
from netaudit.importers.survey import Question, Sheet, SubRow, SubTable, Survey
from netaudit.importers.tools.redcap_columns import (
    Form,
    forms_of,
    is_redcap,
    is_unticked,
    questions_of,
)
from netaudit.importers.tools.redcap_dictionary import Dictionary, dictionary_of, is_dictionary
from netaudit.importers.tools.redcap_records import Entry, Records, entries_of
from netaudit.importers.wide import Row, at, check_answers, only_table, tables_of

NAME = "redcap"
TITLE = "REDCap"


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table has REDCap's own columns, or is a project's dictionary."""
    return any(is_redcap(head) or is_dictionary(head) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers; wordings and options where the data dictionary is given as well.

    Events are waves, repeating forms tables. NetauditError where there is no table of answers, or
    more than one.
    """
    sheets = tables_of(files, folder)
    dictionary = dictionary_of(sheets)
    table = Table(only_table(sheets, is_redcap, TITLE))
    check_answers(table.file, table.body, TITLE)
    entries = entries_of(table)
    forms = forms_of(table, dictionary)
    repeats = _repeats(table, entries, forms)
    repeated = {place for places in repeats.values() for place in places}
    once = [form for form in forms if not repeated & set(form.positions)]
    asked = [place for form in forms for place in form.positions if place not in repeated]
    questions = questions_of(table, asked, dictionary)
    records = Records(table=table, entries=entries, forms=once, questions=questions)
    return Survey(
        tool=NAME,
        file=table.file,
        questions=questions,
        responses=tuple(records.responses()),
        tables=with_ends(
            [
                _sub_table(table, name, questions_of(table, places, dictionary), entries)
                for name, places in repeats.items()
            ]
        ),
        notes=tuple([*records.notes(), *_notes(questions, dictionary)]),
        bad_rows=tuple(table.astray),
    )


def _repeats(
    table: Table, entries: Sequence[Entry], forms: Sequence[Form]
) -> dict[str, tuple[int, ...]]:
    """The columns of each form that repeats: its part of the table, or else those it fills."""
    filled: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        for name, rows in entry.instances.items():
            for _, row in rows:
                filled[name] |= {place for place, cell in enumerate(row[1], 1) if cell.strip()}
    found = {}
    for name, places in filled.items():
        mine = [form for form in forms if form.complete in places or form.name == name]
        held = [place for form in mine or forms for place in form.positions]
        found[name] = tuple(place for place in held if mine or place in places)
    return found


def _sub_table(
    table: Table, name: str, questions: Sequence[Question], entries: Sequence[Entry]
) -> SubTable:
    rows = tuple(_sub_rows(table, name, questions, entries))
    return SubTable(name=name, questions=in_rows(questions), rows=rows)


def _sub_rows(
    table: Table, name: str, questions: Sequence[Question], entries: Sequence[Entry]
) -> Iterator[SubRow]:
    """The instances of a form, and where it was filled in once the row in which it was."""
    for entry in entries:
        rows = sorted(entry.instances.get(name, ()), key=lambda one: one[0])
        if not rows and entry.base and _is_filled(table, questions, entry.base):
            rows = [(1, entry.base)]
        for number, row in rows:
            yield table.sub_row(row, questions, Place(response=entry.name, number=number), key="")


def _is_filled(table: Table, questions: Sequence[Question], row: Row) -> bool:
    cells = ((table.header[q.position - 1], at(row[1], q.position)) for q in questions)
    return any(cell and not is_unticked(name, cell) for name, cell in cells)


def _notes(questions: Sequence[Question], dictionary: Dictionary) -> Iterator[str]:
    if not dictionary.fields and any(one.choice.isdigit() for one in questions):
        yield "The project's data dictionary beside the export would tell what its codes mean."
