"""The columns of a REDCap export: REDCap's own, the form each belongs to, and what it asks."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netaudit.importers.several import Table
from netaudit.importers.survey import Option, Question, Sheet
from netaudit.importers.tools.redcap_dictionary import Asked, Dictionary, in_column
from netaudit.importers.wide import at

EVENT, INSTRUMENT, INSTANCE = (
    ("redcap_event_name", "Event Name"),
    ("redcap_repeat_instrument", "Repeat Instrument"),
    ("redcap_repeat_instance", "Repeat Instance"),
)
IDENTIFIER = ("redcap_survey_identifier", "Survey Identifier")
GROUP = ("redcap_data_access_group", "Data Access Group")
OWN = (*EVENT, *INSTRUMENT, *INSTANCE, *IDENTIFIER, *GROUP)

COMPLETE, COMPLETE_LABEL = "_complete", "Complete?"
TIMESTAMP, TIMESTAMP_LABEL = "_timestamp", "Survey Timestamp"
RETURN_CODE = "_return_code"
STATES = ("0", "1", "2", "incomplete", "unverified", "complete")
TICK = re.compile(r"^(?P<field>.+?)___(?P<code>.+)$")
TICK_LABEL = re.compile(r"^(?P<field>.+?)\s*\(choice=(?P<code>.*)\)$", re.DOTALL)
UNTICKED = ("0", "unchecked")


@dataclass(frozen=True, kw_only=True)
class Form:
    """The columns of one form; `complete` and `timestamp` are 0 where the export has none."""

    name: str
    positions: tuple[int, ...]
    complete: int = 0
    timestamp: int = 0


def own_column(table: Table, names: Sequence[str]) -> str:
    """Which of the names of one of REDCap's own columns the table has; blank for none."""
    return next((name for name in names if name in table.places), "")


def is_redcap(sheet: Sheet) -> bool:
    """Whether a table holds answers as REDCap exports them, in codes or in labels."""
    names = set(sheet.header)
    if names & {EVENT[0], INSTRUMENT[0], INSTANCE[0], IDENTIFIER[0], GROUP[0]}:
        return True
    if COMPLETE_LABEL in names and (
        names & {EVENT[1], INSTRUMENT[1], IDENTIFIER[1], TIMESTAMP_LABEL}
        or any(TICK_LABEL.match(name) for name in names)
    ):
        return True
    return any(_is_complete(name, sheet) for name in names) and any(
        TICK.match(name) or name.endswith(TIMESTAMP) for name in names
    )


def _is_complete(name: str, sheet: Sheet) -> bool:
    if not name.endswith(COMPLETE):
        return False
    place = sheet.header.index(name) + 1
    return all(at(row, place).lower() in ("", *STATES) for _, row in sheet.body)


def forms_of(table: Table, dictionary: Dictionary) -> list[Form]:
    """The forms in their order: a form's columns end with the one that says it is complete.

    Where an export has no such columns, the dictionary tells; else all is one form.
    """
    if not any(_ends_form(name) for name in table.header):
        return _by_dictionary(table, dictionary)
    forms: list[Form] = []
    columns: list[int] = []
    timestamp = 0
    for position, name in enumerate(table.header[1:], start=2):
        if _is_timestamp(name, table):
            timestamp = position
        elif _ends_form(name):
            label = name.removesuffix(COMPLETE)
            forms.append(
                Form(name=label, positions=tuple(columns), complete=position, timestamp=timestamp)
            )
            columns, timestamp = [], 0
        elif _is_asked(name):
            columns.append(position)
    return [*forms, Form(name="", positions=tuple(columns))] if columns else forms


def _by_dictionary(table: Table, dictionary: Dictionary) -> list[Form]:
    held: dict[str, list[int]] = defaultdict(list)
    for position, name in enumerate(table.header[1:], start=2):
        if _is_asked(name):
            known = dictionary.fields.get(field_of(name))
            held[known.form if known else ""].append(position)
    return [Form(name=name, positions=tuple(found)) for name, found in held.items()]


def _ends_form(name: str) -> bool:
    return name == COMPLETE_LABEL or (name.endswith(COMPLETE) and name != COMPLETE)


def _is_timestamp(name: str, table: Table) -> bool:
    if name == TIMESTAMP_LABEL:
        return True
    return name.endswith(TIMESTAMP) and name.removesuffix(TIMESTAMP) + COMPLETE in table.places


def _is_asked(name: str) -> bool:
    return bool(name) and name not in OWN and not name.endswith(RETURN_CODE)


def field_of(name: str) -> str:
    """The field that a column belongs to: that of a checkbox has a column for each option."""
    found = TICK.match(name)
    return found.group("field") if found else name


def is_unticked(name: str, cell: str) -> bool:
    """Whether a cell says of one option of a checkbox that it is not chosen."""
    is_tick = TICK.match(name) or TICK_LABEL.match(name)
    return bool(is_tick) and cell.lower() in UNTICKED


def questions_of(
    table: Table, positions: Sequence[int], dictionary: Dictionary
) -> tuple[Question, ...]:
    """The questions in these columns."""
    return tuple(_questions(table, positions, dictionary.fields))


def _questions(
    table: Table, positions: Sequence[int], fields: Mapping[str, Asked]
) -> Iterator[Question]:
    for position in positions:
        name = table.header[position - 1]
        if found := TICK.match(name):
            yield _tick(position, found.group("field"), found.group("code"), fields)
        elif found := TICK_LABEL.match(name):
            wording, choice = found.groups()
            yield Question(
                position=position, wording=wording, group=wording, kind="tick", choice=choice
            )
        elif asked := fields.get(name):
            yield Question(
                position=position, name=name, wording=asked.wording, options=asked.options
            )
        else:
            is_label = " " in name
            yield Question(
                position=position, name="" if is_label else name, wording=name if is_label else ""
            )


def _tick(position: int, name: str, code: str, fields: Mapping[str, Asked]) -> Question:
    """An option of a checkbox, named "reasons [Advice]", so that numbers in a field count."""
    asked = fields.get(name)
    options: Sequence[Option] = asked.options if asked else ()
    label = next((one.label for one in options if in_column(one.code) == code), code)
    return Question(
        position=position,
        name=f"{name} [{label}]",
        wording=asked.wording if asked else name,
        kind="tick",
        choice=label,
    )
