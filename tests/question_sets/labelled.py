"""The same exports with labels in place of names and codes, as REDCap and Kobo offer them."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from tests.importers.survey_files import write
from tests.question_sets import in_tables
from tests.question_sets.filled_in import Filled

Labels = Mapping[str, str]
OWN = {
    "redcap_repeat_instrument": "Repeat Instrument",
    "redcap_repeat_instance": "Repeat Instance",
}


def redcap(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Labels for headers and answers, and no dictionary beside them."""
    data, dictionary = in_tables.redcap(folder, people)
    with dictionary.open(encoding="utf-8", newline="") as stream:
        fields = {one["Variable / Field Name"]: one for one in csv.DictReader(stream)}
    with data.open(encoding="utf-8", newline="") as stream:
        names, *rows = csv.reader(stream)
    options = {name: _options(one) for name, one in fields.items()}
    header = [_heading(name, fields, options) for name in names]
    table = [
        [_answer(name, cell, options) for name, cell in zip(names, row, strict=True)]
        for row in rows
    ]
    return [write(folder / "labels.csv", [header, *table])]


def _options(one: Mapping[str, str]) -> dict[str, str]:
    choices = (
        each.partition(",") for each in one["Choices, Calculations, OR Slider Labels"].split("|")
    )
    return {code.strip(): label.strip() for code, _, label in choices if code.strip()}


def _heading(
    name: str, fields: Mapping[str, Mapping[str, str]], options: Mapping[str, Labels]
) -> str:
    if name.endswith("_complete"):
        return "Complete?"
    field, _, code = name.partition("___")
    label = OWN.get(field) or fields[field]["Field Label"]
    return f"{label} (choice={options[field][code]})" if code else label


def _answer(name: str, cell: str, options: Mapping[str, Labels]) -> str:
    if name.endswith("_complete"):
        return {"2": "Complete"}.get(cell, cell)
    if name == "redcap_repeat_instrument":
        return cell.capitalize()
    if "___" in name:
        return {"1": "Checked", "0": "Unchecked"}.get(cell, cell)
    return options.get(name, {}).get(cell, cell)


def kobo(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """A workbook with the form's labels for headers and answers, and no form beside it."""
    path, form = in_tables.kobo(folder, people)
    labels, answers = _form(form)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        names = [str(cell.value).rpartition("/")[2] for cell in sheet[1]]
        for cell, name in zip(sheet[1], names, strict=True):
            cell.value = labels.get(name, cell.value)
        for row in sheet.iter_rows(min_row=2):
            for cell, name in zip(row, names, strict=True):
                cell.value = _in_words(cell.value, answers.get(name, {}))
    book.save(folder / "labels.xlsx")
    return [folder / "labels.xlsx"]


def _form(form: Path) -> tuple[dict[str, str], dict[str, Labels]]:
    """The label of each question, and for each question with options those of its answers."""
    book = openpyxl.load_workbook(form)
    lists: dict[str, dict[str, str]] = {}
    for one in _lines(book["choices"]):
        lists.setdefault(one["list_name"], {})[one["name"]] = one["label"]
    asked = [one for one in _lines(book["survey"]) if one["name"] and one["label"]]
    labels = {one["name"]: one["label"] for one in asked}
    kinds = {one["name"]: one["type"].partition(" ")[2] for one in asked}
    return labels, {name: lists[kind] for name, kind in kinds.items() if kind in lists}


def _lines(sheet: object) -> list[dict[str, str]]:
    header, *rows = sheet.iter_rows(values_only=True)  # type: ignore[attr-defined]
    return [{n: str(c or "") for n, c in zip(header, row, strict=True) if n} for row in rows]


def _in_words(value: object, options: Labels) -> object:
    if not options or not isinstance(value, str):
        return value
    return options.get(value) or " ".join(options.get(one, one) for one in value.split())
