"""The data dictionary of a REDCap project: what fields ask, and the options they offer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netaudit.importers.plain import tidy
from netaudit.importers.several import Table
from netaudit.importers.survey import Option, Sheet

FIELD, FORM, KIND, LABEL = (
    "Variable / Field Name",
    "Form Name",
    "Field Type",
    "Field Label",
)
CHOICES = "Choices, Calculations, OR Slider Labels"
SHORT = {FIELD: "field_name", FORM: "form_name", KIND: "field_type", LABEL: "field_label",
         CHOICES: "select_choices_or_calculations"}  # fmt: skip
"""How the same columns are called where the dictionary is fetched by program."""

FIXED = {
    "yesno": (Option(code="1", label="Yes"), Option(code="0", label="No")),
    "truefalse": (Option(code="1", label="True"), Option(code="0", label="False")),
}
WITH_OPTIONS = ("radio", "dropdown", "checkbox")
CHECKBOX = "checkbox"
MARKUP = re.compile(r"<[^<>]+>")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One field: its form, its wording without markup, its type and its options."""

    name: str
    form: str
    kind: str
    wording: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dictionary:
    """The fields of a project by their names, in their order; empty where it is not given."""

    fields: Mapping[str, Asked] = field(default_factory=dict)


def is_dictionary(sheet: Sheet) -> bool:
    """Whether a table is a data dictionary."""
    names = set(sheet.header)
    return {FIELD, FORM} <= names or {SHORT[FIELD], SHORT[FORM]} <= names


def dictionary_of(tables: Sequence[Sheet]) -> Dictionary:
    """The dictionary among the tables; an empty one where there is none."""
    fields: dict[str, Asked] = {}
    for sheet in tables:
        if is_dictionary(sheet):
            table = Table(sheet)
            for row in table.body:
                said = {name: table.said(row, name) or table.said(row, SHORT[name])
                        for name in SHORT}  # fmt: skip
                fields[said[FIELD]] = _asked(said)
    return Dictionary(fields=fields)


def _asked(said: Mapping[str, str]) -> Asked:
    kind = said[KIND].lower()
    listed = tuple(_options(said[CHOICES])) if kind in WITH_OPTIONS else ()
    return Asked(
        name=said[FIELD],
        form=said[FORM],
        kind=kind,
        wording=tidy(MARKUP.sub(" ", said[LABEL])),
        options=FIXED.get(kind, listed),
    )


def _options(choices: str) -> list[Option]:
    """The options of "1, Often | 2, Now and then": a label may hold commas, a code may not."""
    found = []
    for choice in choices.split("|"):
        code, _, label = choice.partition(",")
        if code.strip():
            found.append(Option(code=code.strip(), label=tidy(MARKUP.sub(" ", label))))
    return found


def in_column(code: str) -> str:
    """A checkbox's code as the name of its column has it."""
    return re.sub(r"[^a-z0-9_]", "_", code.lower())
