"""A workbook to fill in: one row for each participant and wave, contacts side by side."""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.programme import Programme
from netaudit.schema import AUDITS, CONTACTS, PARTICIPANTS, TABLES, Column
from netaudit.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    import xlsxwriter

WIDE_FILE = "wide.xlsx"
SHEET = "answers"
CONTACT_PLACES = Programme().contact_cap
ROWS_TO_FILL = 500
"""How many rows offer the codes to choose from; more may be filled in."""

_NOT_ASKED = ("person_key", "is_participant_id", "list_kind")
_TIE = next(column for column in TABLES["ties"].columns if column.name == "tie")


@dataclass(frozen=True, kw_only=True)
class WideColumn:
    """One column of the sheet and the canonical column whose answers it takes."""

    name: str
    meaning: str
    column: Column


def wide_columns() -> tuple[WideColumn, ...]:
    """The sheet's columns: the participant, the audit, each contact, each pair of contacts.

    `contact_3_affiliation` is the third contact's affiliation, `tie_1_3` says how the first and
    the third know each other.
    """
    person = [_alone(column) for column in PARTICIPANTS.columns]
    audit = [_alone(column) for column in AUDITS.columns if column.name != "participant_id"]
    places = range(1, CONTACT_PLACES + 1)
    contacts = [
        _of_contact(place, column)
        for place in places
        for column in CONTACTS.columns
        if column.name not in ("participant_id", "wave", *_NOT_ASKED)
    ]
    ties = [_of_pair(low, high) for low, high in combinations(places, 2)]
    return (*person, *audit, *contacts, *ties)


def _alone(column: Column) -> WideColumn:
    return WideColumn(name=column.name, meaning=column.meaning, column=column)


def _of_contact(place: int, column: Column) -> WideColumn:
    name = column.name.removeprefix("contact_")
    return WideColumn(
        name=f"contact_{place}_{name}",
        meaning=f"contact {place}: {column.meaning}",
        column=column,
    )


def _of_pair(low: int, high: int) -> WideColumn:
    return WideColumn(
        name=f"tie_{low}_{high}",
        meaning=f"contacts {low} and {high}: {_TIE.meaning}",
        column=_TIE,
    )


def write_wide_workbook(path: Path) -> None:
    """The empty workbook: a sheet to fill in, one on what its columns mean, one with the codes."""
    import xlsxwriter

    columns = wide_columns()
    with xlsxwriter.Workbook(path) as workbook:
        bold = workbook.add_format({"bold": True})
        answers = workbook.add_worksheet(SHEET)
        meanings = workbook.add_worksheet("columns")
        ranges = _write_codes(workbook, bold)
        answers.freeze_panes(1, 1)
        meanings.write_row(0, 0, ("column", "meaning"), bold)
        for place, wide in enumerate(columns):
            answers.write_string(0, place, wide.name, bold)
            meanings.write_row(place + 1, 0, (wide.name, wide.meaning))
            if wide.column.kind == "code" and wide.column.vocabulary:
                source = {"validate": "list", "source": ranges[wide.column.vocabulary]}
                answers.data_validation(1, place, ROWS_TO_FILL, place, source)
        answers.set_column(0, len(columns) - 1, 18)
        meanings.set_column(0, 1, 40)


def _write_codes(
    workbook: "xlsxwriter.Workbook", bold: "xlsxwriter.format.Format"
) -> dict[str, str]:
    """A column of codes for each vocabulary; gives the cells they stand in."""
    from xlsxwriter.utility import xl_range_abs

    sheet = workbook.add_worksheet("codes")
    ranges = {}
    for place, (vocabulary, codes) in enumerate(VOCABULARIES.items()):
        sheet.write_string(0, place, vocabulary, bold)
        sheet.write_column(1, place, tuple(codes))
        ranges[vocabulary] = f"=codes!{xl_range_abs(1, place, len(codes), place)}"
    return ranges
