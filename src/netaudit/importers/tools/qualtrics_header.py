"""The header rows of a Qualtrics export: short names, wordings and, if there, import ids."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from netaudit.importers.plain import tidy
from netaudit.importers.survey import Sheet
from netaudit.importers.wide import Row, at

IDS_BEGIN = re.compile(r"^\s*\{\s*[\"']ImportId[\"']")
LEGACY_NAMES = tuple(f"V{number}" for number in range(1, 8))
DATE = re.compile(r"^\d{4}-\d{2}-\d{2}|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")

SIGNATURE = {"startdate", "enddate", "recordeddate", "responseid", "distributionchannel",
             "userlanguage", "durationinseconds", "progress", "finished", "status"}  # fmt: skip
ENOUGH_OF_IT = 5

OWN = {
    "startdate": "started",
    "enddate": "completed",
    "recordeddate": "recorded",
    "status": "status",
    "progress": "progress",
    "finished": "finished",
    "responseid": "key",
    "_recordid": "key",
    "recipientlastname": "last_name",
    "recipientfirstname": "first_name",
    "recipientemail": "email",
    "externalreference": "participant",
    "externaldatareference": "participant",
    "distributionchannel": "channel",
    "ipaddress": "",
    "duration": "",
    "durationinseconds": "",
    "locationlatitude": "",
    "locationlongitude": "",
    "locationaccuracy": "",
    "userlanguage": "",
}
"""Columns of Qualtrics's own, by import id or short name, and what they are to a response."""

LEGACY_OWN = {**OWN, "responseset": "", "name": "name", "emailaddress": "email"}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of answers. `import_id` is blank where the export has no row of them."""

    position: int
    name: str
    text: str
    import_id: str


@dataclass(frozen=True, kw_only=True)
class Header:
    """Where the columns of Qualtrics's own are, the columns of answers, and the rows of answers.

    `zone` is the time zone of its dates, blank where none is given.
    """

    own: Mapping[str, int]
    columns: tuple[Column, ...]
    width: int
    rows: list[Row]
    zone: str = ""


def is_qualtrics(sheet: Sheet) -> bool:
    """Whether the first rows are those of a Qualtrics export, of the present or the legacy form."""
    if _ids_row(sheet) is not None:
        return True
    names = {_key(name) for name in sheet.header}
    return _is_legacy(sheet) or len(names & SIGNATURE) >= ENOUGH_OF_IT


def read_header(sheet: Sheet) -> Header:
    """The header of a table that `is_qualtrics`."""
    lines = [cells for _, cells in sheet.rows[:3]]
    place = _ids_row(sheet)
    legacy = _is_legacy(sheet)
    height = place + 1 if place is not None else _height(lines, legacy)
    names = lines[0]
    texts = lines[1] if height - (place is not None) > 1 else names
    ids = [_import_id(cell) for cell in lines[place]] if place is not None else []
    width = max(len(line) for line in lines[:height])
    own: dict[str, int] = {}
    columns = []
    for position in range(1, width + 1):
        known = _own(at(names, position), at(texts, position), at(ids, position), legacy)
        if known is None:
            columns.append(_column(position, names, texts, ids))
        elif known:
            own.setdefault(known, position)
    return Header(
        own=own,
        columns=tuple(one for one in columns if one.name or one.text),
        width=width,
        rows=sheet.rows[height:],
        zone=_zone(lines[place]) if place is not None else "",
    )


def _column(
    position: int, names: Sequence[str], texts: Sequence[str], ids: Sequence[str]
) -> Column:
    return Column(
        position=position,
        name=tidy(at(names, position)),
        text=tidy(at(texts, position)),
        import_id=at(ids, position),
    )


def _ids_row(sheet: Sheet) -> int | None:
    for place, (_, cells) in enumerate(sheet.rows[:3]):
        if sum(bool(IDS_BEGIN.match(cell)) for cell in cells) > len(cells) / 2:
            return place
    return None


def _import_id(cell: str) -> str:
    return str(_document(cell).get("ImportId", ""))


def _zone(cells: Sequence[str]) -> str:
    return next((str(z) for cell in cells if (z := _document(cell).get("timeZone"))), "")


def _document(cell: str) -> Mapping[str, object]:
    try:
        found = json.loads(cell)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _is_legacy(sheet: Sheet) -> bool:
    return tuple(name.upper() for name in sheet.header[: len(LEGACY_NAMES)]) == LEGACY_NAMES


def _height(lines: Sequence[Sequence[str]], legacy: bool) -> int:
    """Two rows, unless the second is one of answers: it has a date where dates belong."""
    dates = [place for place, name in enumerate(lines[0]) if _key(name) in ("startdate", "enddate")]
    second = lines[1] if len(lines) > 1 else []
    if not legacy and any(DATE.match(at(second, place + 1)) for place in dates):
        return 1
    return min(2, len(lines))


def _own(name: str, text: str, import_id: str, legacy: bool) -> str | None:
    """What a column of Qualtrics's own is to a response; None where it is a question's."""
    if legacy:
        known = LEGACY_OWN if re.fullmatch(r"V\d+", name) else OWN
        return known.get(_key(text))
    return OWN.get(_key(import_id or name))


def _key(name: str) -> str:
    return re.sub(r"[\s()]", "", name).lower()
