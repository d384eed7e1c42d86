"""A workbook to fill in: one row for each participant and wave, contacts side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.programme import Programme
from netaudit.schema import (
    ACTIONS,
    ACTIVITIES,
    AUDITS,
    CONTACTS,
    MENTORING,
    PARTICIPANTS,
    REFLECTIONS,
    TIES,
    Column,
    Table,
)
from netaudit.vocabulary import VOCABULARIES

if TYPE_CHECKING:
    import xlsxwriter

WIDE_FILE = "wide.xlsx"
SHEET = "answers"
CONTACT_PLACES = Programme().contact_cap
MENTORING_PLACES = 5
REFLECTION_PLACES = 3
ACTION_PLACES = 3
LONGEST_TITLE = 32
"""As long as Excel lets the title of a note be."""

ROWS_TO_FILL = 500
"""How many rows offer the codes to choose from; more may be filled in."""

_NOT_ASKED = ("participant_id", "wave", "person_key", "is_participant_id", "list_kind")
_TIE = next(column for column in TIES.columns if column.name == "tie")
_STATUS = next(column for column in ACTIVITIES.columns if column.name == "status")
_TEXT = next(column for column in REFLECTIONS.columns if column.name == "text")


@dataclass(frozen=True, kw_only=True)
class WideColumn:
    """One column of the sheet and the canonical column whose answers it takes."""

    name: str
    meaning: str
    column: Column


def wide_columns() -> tuple[WideColumn, ...]:
    """The columns: participant, audit, contacts, pairs, mentoring, reflection, plans.

    `contact_3_affiliation` is the third contact's affiliation, `tie_1_3` says how the first and
    the third know each other, `mentoring_2_type` is the second relationship's type, `strength_1`
    the first strength, `activity_social_media` how far that has come, `action_1_text` an action.
    """
    person = [_alone(column) for column in PARTICIPANTS.columns]
    audit = [_alone(column) for column in AUDITS.columns if column.name != "participant_id"]
    ties = [_of_pair(low, high) for low, high in combinations(range(1, CONTACT_PLACES + 1), 2)]
    return (
        *person,
        *audit,
        *_side_by_side(CONTACTS, "contact", CONTACT_PLACES),
        *ties,
        *_side_by_side(MENTORING, "mentoring", MENTORING_PLACES),
        *_reflections(),
        *_activities(),
        *_side_by_side(ACTIONS, "action", ACTION_PLACES),
    )


def _reflections() -> list[WideColumn]:
    items = VOCABULARIES["reflection_item"]
    return [
        WideColumn(name=f"{item}_{place}", meaning=f"{items[item].lower()} {place}", column=_TEXT)
        for item in ("strength", "weakness")
        for place in range(1, REFLECTION_PLACES + 1)
    ]


def _activities() -> list[WideColumn]:
    return [
        WideColumn(name=f"activity_{code}", meaning=f"{words}: {_STATUS.meaning}", column=_STATUS)
        for code, words in VOCABULARIES["activity"].items()
    ]


def _side_by_side(table: Table, noun: str, places: int) -> list[WideColumn]:
    """The table's columns once for each place; `contact_id` becomes `contact_1_id`."""
    return [
        WideColumn(
            name=f"{noun}_{place}_{column.name.removeprefix(f'{noun}_')}",
            meaning=f"{noun} {place}: {column.meaning}",
            column=column,
        )
        for place in range(1, places + 1)
        for column in table.columns
        if column.name not in _NOT_ASKED
    ]


def _alone(column: Column) -> WideColumn:
    return WideColumn(name=column.name, meaning=column.meaning, column=column)


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
            answers.data_validation(1, place, ROWS_TO_FILL, place, _note(wide, ranges))
        answers.set_column(0, len(columns) - 1, 18)
        meanings.set_column(0, 1, 40)


def _note(wide: WideColumn, ranges: Mapping[str, str]) -> dict[str, str]:
    """What shows beside a cell that is being filled in, with its codes to choose from, if any."""
    column, message = wide.column, wide.meaning
    if column.kind == "codes":
        codes = VOCABULARIES.get(column.vocabulary or "", {})
        listed = f": {', '.join(codes)}" if codes else ""
        message += f". Several codes are joined by |{listed}; none for none of them."
    note = {"validate": "any", "input_title": wide.name[:LONGEST_TITLE], "input_message": message}
    if column.kind == "code" and column.vocabulary:
        note |= {"validate": "list", "source": ranges[column.vocabulary]}
    return note


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
