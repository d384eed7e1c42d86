"""The questionnaire as a REDCap data dictionary: a field a row, sections as instruments.

Contacts, mentoring and actions are instruments of one place each, to be set to repeat.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from netaudit.definitions.questionnaire import Asked, Questionnaire, Section
from netaudit.question_sets.shapes import PARTICIPANT, Row, Shape, shapes_of

COLUMNS = (
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note",
    "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max",
    "Identifier?", "Branching Logic (Show field only if...)", "Required Field?",
    "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
    "Matrix Ranking?", "Field Annotation",
)  # fmt: skip
NAME, FORM, HEADER, TYPE, LABEL, CHOICES, NOTE = COLUMNS[:7]
REQUIRED, MATRIX = "Required Field?", "Matrix Group Name"

TYPES = {"text": "text", "single": "radio", "multiple": "checkbox"}
REPEATED = ("contacts", "mentoring", "actions")
"""Instruments to be set to repeat: one instance for each person, relationship or action."""

Line = dict[str, str]


def write_redcap(asked: Questionnaire, path: Path) -> None:
    """The dictionary, to be uploaded to a project that holds nothing yet."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="")
        writer.writeheader()
        record = {NAME: "record_id", TYPE: "text", LABEL: "Record"}
        writer.writerow({**record, FORM: asked.sections[0].id})
        for section in asked.sections:
            held = list(_fields(section))
            held[0][HEADER] = " ".join(filter(None, (section.text, section.grid)))
            writer.writerows(held)


def _fields(section: Section) -> Iterator[Line]:
    if section.id in REPEATED:
        for asked in section.questions:
            yield _field(section, asked)
        return
    for shape in shapes_of(section):
        if shape.rows:
            for row in shape.rows:
                yield _row(section, shape, row)
        else:
            asked = next(one for one in section.questions if one.name == shape.name)
            yield _field(section, asked)


def _field(section: Section, asked: Asked) -> Line:
    return {
        NAME: asked.name,
        FORM: section.id,
        TYPE: TYPES[asked.kind],
        LABEL: asked.ask,
        CHOICES: " | ".join(f"{one.code}, {one.label}" for one in asked.choices),
        NOTE: asked.help,
        REQUIRED: "y" if asked.field == PARTICIPANT else "",
    }


def _row(section: Section, shape: Shape, row: Row) -> Line:
    return {
        NAME: row.name,
        FORM: section.id,
        TYPE: "radio" if shape.choices else "text",
        LABEL: row.text if shape.choices else row.whole,
        CHOICES: " | ".join(f"{one.code}, {one.label}" for one in shape.choices),
        MATRIX: f"{section.id}_grid" if shape.choices else "",
    }
