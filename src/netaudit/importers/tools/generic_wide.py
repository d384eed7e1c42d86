"""Any table with one row a person and the contacts side by side, in CSV or Excel."""

from collections.abc import Sequence
from pathlib import Path

from netaudit.errors import NetauditError
from netaudit.importers.families import families_of
from netaudit.importers.mapping.tell_fields import mentions_contacts
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Question, Response, Sheet, Survey
from netaudit.importers.ticks import with_ticks
from netaudit.importers.wide import answers_by_column, cells_at, check_widths, tables_of
from netaudit.vocabulary import VOCABULARIES

NAME = "generic_wide"
TITLE = "a table with one row a person"

EXPLAINED = (("column", "meaning"), tuple(VOCABULARIES)[:2])
"""How the sheets of netaudit's own workbook begin that explain it."""


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table has numbered columns that speak of contacts."""
    return any(has_contacts(head) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """The table with the contacts; further ones of the same columns are read as more of it."""
    sheets = tables_of(files, folder)
    if not sheets:
        raise NetauditError("There is no table in the files.", "Choose a CSV file or a workbook.")
    first = max(sheets, key=lambda sheet: (has_contacts(sheet), len(sheet.header)))
    alike = [sheet for sheet in sheets if sheet.header == first.header]
    responses = tuple(one for sheet in alike for one in _responses(sheet))
    return Survey(
        tool=NAME,
        file=first.file,
        questions=with_ticks(questions_of(first.header), answers_by_column(responses)),
        responses=responses,
        notes=tuple(
            f"The table {sheet.file} has other columns and is left aside."
            for sheet in sheets
            if sheet.header != first.header and tuple(sheet.header[:2]) not in EXPLAINED
        ),
    )


def questions_of(header: Sequence[str]) -> tuple[Question, ...]:
    """A question for each column that has a name."""
    return tuple(
        Question(position=place, wording=wording)
        for place, wording in enumerate(header, start=1)
        if wording
    )


def has_contacts(sheet: Sheet) -> bool:
    """Whether numbered columns of the table speak of contacts."""
    table = Survey(tool=NAME, file=sheet.file, questions=questions_of(sheet.header), responses=())
    return any(
        family.level == "slot" and len(family.members) > 1 and mentions_contacts(family)
        for family in families_of(table)
    )


def _responses(sheet: Sheet) -> list[Response]:
    check_widths(sheet.file, sheet.body, len(sheet.header))
    places = range(1, len(sheet.header) + 1)
    return [
        Response(file=sheet.file, row=row, key=f"{sheet.file} {row}", cells=cells_at(cells, places))
        for row, cells in sheet.body
    ]
