"""Exports of several tables or kinds of rows: repeating instruments and groups."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl

from netaudit.definitions.questionnaire import questionnaire
from netaudit.question_sets.redcap import REPEATED, write_redcap
from netaudit.question_sets.xlsform import write_xlsform
from tests.importers.survey_files import write
from tests.question_sets.columns import BY_NAME, moment, numbered
from tests.question_sets.filled_in import Filled


def redcap(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Raw codes: one row for what is asked once, one for each instance of what repeats."""
    dictionary = folder / "dictionary.csv"
    write_redcap(questionnaire(), dictionary)
    with dictionary.open(encoding="utf-8", newline="") as stream:
        fields = list(csv.DictReader(stream))[1:]
    header = ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance"]
    forms = dict.fromkeys(one["Form Name"] for one in fields)
    for form in forms:
        for one in fields:
            header += _redcap_columns(one) if one["Form Name"] == form else []
        header.append(f"{form}_complete")
    rows = [row for turn, person in enumerate(people) for row in _records(person, turn, fields)]
    table = [[row.get(name, "") for name in header] for row in rows]
    return [write(folder / "data.csv", [header, *table]), dictionary]


def _redcap_codes(one: dict[str, str]) -> list[str]:
    choices = one["Choices, Calculations, OR Slider Labels"].split("|")
    return [choice.partition(",")[0].strip() for choice in choices]


def _redcap_columns(one: dict[str, str]) -> list[str]:
    name = one["Variable / Field Name"]
    if one["Field Type"] != "checkbox":
        return [name]
    return [f"{name}___{each}" for each in _redcap_codes(one)]


def _records(
    person: Filled, turn: int, fields: Sequence[dict[str, str]]
) -> Iterator[dict[str, object]]:
    record = {"record_id": turn + 1}
    once = [one for one in fields if one["Form Name"] not in REPEATED]
    complete = {f"{one['Form Name']}_complete": 2 for one in once}
    yield {**record, **complete, **_redcap_cells(person, once, ())}
    for form in REPEATED:
        mine = [one for one in fields if one["Form Name"] == form]
        for number in range(1, 11):
            cells = _redcap_cells(person, mine, (number,))
            if any(cells.values()):
                own = {"redcap_repeat_instrument": form, "redcap_repeat_instance": number}
                yield {**record, **own, **cells, f"{form}_complete": 2}


def _redcap_cells(
    person: Filled, fields: Sequence[dict[str, str]], at: tuple[int, ...]
) -> dict[str, object]:
    found: dict[str, object] = {}
    for one in fields:
        name = one["Variable / Field Name"]
        base, places = (name, at) if name in BY_NAME else numbered(name)
        codes = person.codes(base, *places).split() if one["Field Type"] == "checkbox" else []
        if one["Field Type"] == "checkbox":
            found |= {f"{name}___{each}": int(each in codes) for each in _redcap_codes(one)}
        else:
            found[name] = person.codes(base, *places)
    return found


def _form(folder: Path) -> tuple[list[tuple[str, str, str]], Path]:
    """Group, type and name of each question of the XLSForm."""
    path = folder / "form.xlsx"
    write_xlsform(questionnaire(), path)
    sheet = openpyxl.load_workbook(path)["survey"]
    group, found = "", []
    for kind, name, *_ in list(sheet.iter_rows(values_only=True))[1:]:
        if kind.startswith(("begin", "end")) and kind != "end":
            group = name if kind.startswith("begin") else ""
        elif kind not in ("start", "end", "note"):
            found.append((group, kind, name))
    return found, path


def _typed(person: Filled, kind: str, name: str, at: tuple[int, ...]) -> str:
    if kind == "calculate":
        return person.words("contact_label", *numbered(name)[1])
    base, places = (name, at) if name in BY_NAME else numbered(name)
    return person.codes(base, *places)


def odk_central(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """The zip's tables: submissions, and one for each repeating group."""
    form, definition = _form(folder)
    once = [one for one in form if one[0] not in REPEATED]
    header = ["SubmissionDate", "start", "end", *(f"{g}-{n}" if g else n for g, _, n in once),
              "meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "Status", "ReviewState",
              "DeviceID", "Edits", "FormVersion"]  # fmt: skip
    rows = []
    for turn, person in enumerate(people):
        when, key = f"{moment(turn):%Y-%m-%dT%H:%M:%S.000Z}", f"uuid:{turn}"
        rows.append([when, when, when, *(_typed(person, k, n, ()) for _, k, n in once),
                     key, key, 1, "x", "", "", "", 0, 1])  # fmt: skip
    paths = [write(folder / "audit.csv", [header, *rows]), definition]
    for group in REPEATED:
        mine = [one for one in form if one[0] == group]
        table = [[*(n for _, _, n in mine), "PARENT_KEY", "KEY"]]
        for turn, person in enumerate(people):
            for number, cells in _instances(person, mine):
                key = f"uuid:{turn}"
                table.append([*cells, key, f"{key}/{group}[{number}]"])
        paths.append(write(folder / f"audit-{group}.csv", table))
    return paths


def _instances(
    person: Filled, mine: Sequence[tuple[str, str, str]]
) -> Iterator[tuple[int, list[str]]]:
    for number in range(1, 11):
        cells = [_typed(person, kind, name, (number,)) for _, kind, name in mine]
        if any(cells):
            yield number, cells


def kobo(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """One workbook, a sheet for the submissions and one for each repeating group, in codes."""
    form, definition = _form(folder)
    once = [one for one in form if one[0] not in REPEATED]
    book = openpyxl.Workbook()
    main = book.active
    main.title = "audit"
    main.append(["start", "end", *(f"{g}/{n}" if g else n for g, _, n in once), "_id", "_uuid",
                 "_submission_time", "_validation_status", "_index"])  # fmt: skip
    for turn, person in enumerate(people, start=1):
        when = f"{moment(turn):%Y-%m-%dT%H:%M:%S.000+00:00}"
        main.append([when, when, *(_typed(person, k, n, ()) for _, k, n in once), turn,
                     f"u-{turn}", when, "", turn])  # fmt: skip
    for group in REPEATED:
        mine = [one for one in form if one[0] == group]
        sheet = book.create_sheet(group)
        sheet.append([*(f"{group}/{n}" for _, _, n in mine), "_index", "_parent_table_name",
                      "_parent_index"])  # fmt: skip
        index = 0
        for turn, person in enumerate(people, start=1):
            for _, cells in _instances(person, mine):
                index += 1
                sheet.append([*cells, index, "audit", turn])
    book.save(folder / "kobo.xlsx")
    return [folder / "kobo.xlsx", definition]
