"""The questionnaire as an XLSForm for ODK and KoboToolbox: contacts are a repeating group."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.definitions.questionnaire import Asked, Questionnaire, Section
from netaudit.question_sets.shapes import PARTICIPANT, Row, Shape, shapes_of

if TYPE_CHECKING:
    import xlsxwriter

SURVEY = ("type", "name", "label", "hint", "required", "relevant", "calculation")
CHOICES = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version")
REPEATED = ("contacts", "mentoring", "actions")
TYPES = {"text": "text", "single": "select_one", "multiple": "select_multiple"}

Line = dict[str, str]


def write_xlsform(asked: Questionnaire, path: Path) -> None:
    """The form, to be uploaded to ODK Central or KoboToolbox."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as workbook:
        _write(workbook, "survey", SURVEY, list(_survey(asked)))
        _write(workbook, "choices", CHOICES, list(_choices(asked)))
        settings = {"form_title": asked.title, "form_id": "network_audit", "version": "1"}
        _write(workbook, "settings", SETTINGS, [settings])


def _write(
    workbook: "xlsxwriter.Workbook", name: str, columns: tuple[str, ...], lines: list[Line]
) -> None:
    sheet = workbook.add_worksheet(name)
    for number, line in enumerate([dict(zip(columns, columns, strict=True)), *lines]):
        for place, column in enumerate(columns):
            if line.get(column):
                sheet.write_string(number, place, line[column])


def _survey(asked: Questionnaire) -> Iterator[Line]:
    yield {"type": "start", "name": "start"}
    yield {"type": "end", "name": "end"}
    yield {"type": "note", "name": "welcome", "label": asked.welcome}
    for section in asked.sections:
        kind = "repeat" if section.id in REPEATED else "group"
        yield {"type": f"begin_{kind}", "name": section.id, "label": section.title}
        yield from _questions(section)
        yield {"type": f"end_{kind}"}


def _questions(section: Section) -> Iterator[Line]:
    words = " ".join(filter(None, (section.text, section.grid)))
    if words and section.id not in REPEATED:
        yield {"type": "note", "name": f"{section.id}_words", "label": words}
    if section.id in REPEATED:
        for asked in section.questions:
            yield _question(section, asked)
        return
    if section.of == "pair":
        yield from _typed(section)
    for shape in shapes_of(section):
        if shape.rows:
            for row in shape.rows:
                yield _row(section, shape, row)
        else:
            yield _question(section, next(q for q in section.questions if q.name == shape.name))


def _question(section: Section, asked: Asked) -> Line:
    kind = TYPES[asked.kind]
    first = section.id in REPEATED and asked is section.questions[0]
    return {
        "type": f"{kind} {asked.name}" if asked.choices else kind,
        "name": asked.name,
        "label": asked.ask,
        "hint": f"{section.text} {asked.help}".strip() if first else asked.help,
        "required": "yes" if asked.field == PARTICIPANT else "",
    }


def _typed(section: Section) -> Iterator[Line]:
    """What was typed for each contact, to be shown beside the numbers of a pair."""
    for place in range(1, section.places + 1):
        yield {
            "type": "calculate",
            "name": f"shown_{place}",
            "calculation": f"if(count(${{contacts}}) >= {place}, indexed-repeat("
            f"${{contact_label}}, ${{contacts}}, {place}), '')",
        }


def _row(section: Section, shape: Shape, row: Row) -> Line:
    list_name = section.questions[0].name
    line = {
        "type": f"select_one {list_name}" if shape.choices else "text",
        "name": row.name,
        "label": row.text if shape.choices else row.whole,
    }
    if section.of == "pair":
        first, second = row.places
        line["label"] = f"${{shown_{first}}} ({first}) – ${{shown_{second}}} ({second})"
        line["relevant"] = f"count(${{contacts}}) >= {second}"
    return line


def _choices(asked: Questionnaire) -> Iterator[Line]:
    for section in asked.sections:
        rows = section.questions[:1] if section.grid else section.questions
        for one in rows:
            for choice in one.choices:
                yield {"list_name": one.name, "name": choice.code, "label": choice.label}
