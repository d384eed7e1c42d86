"""The questionnaire as a LimeSurvey structure: a tab-separated text, one row for each part."""

import csv
from collections.abc import Iterator
from pathlib import Path

from netaudit.definitions.questionnaire import Questionnaire, Section
from netaudit.question_sets.shapes import Row, Shape, shapes_of

COLUMNS = ("id", "related_id", "class", "type/scale", "name", "relevance", "text", "help",
           "language", "validation", "mandatory", "encrypted", "other", "default", "same_default",
           "array_filter", "multiflexible_checkbox")  # fmt: skip
TYPES = {"text": "S", "list": "Q", "single": "L", "grid": "F", "ticks": ":"}
"""LimeSurvey's letter for each shape."""

LONGEST_CODE = 20
LANGUAGE = "en"
NAMES = "contactlabel"

Line = dict[str, str]


def write_limesurvey(asked: Questionnaire, path: Path) -> None:
    """The structure, to be imported as a survey in LimeSurvey."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="", delimiter="\t")
        writer.writeheader()
        writer.writerows(_settings(asked))
        for number, section in enumerate(asked.sections, start=1):
            writer.writerow(_line("G", str(number), section.title, section.text))
            for shape in shapes_of(section):
                writer.writerows(_question(shape, section))


def _settings(asked: Questionnaire) -> Iterator[Line]:
    for name, value in {"language": LANGUAGE, "format": "G", "allowprev": "Y", "allowsave": "Y",
                        "datestamp": "Y", "showprogress": "Y"}.items():  # fmt: skip
        yield {"class": "S", "name": name, "text": value}
    for name, value in {"title": asked.title, "welcometext": asked.welcome,
                        "endtext": asked.thanks}.items():  # fmt: skip
        yield {"class": "SL", "name": f"surveyls_{name}", "text": value, "language": LANGUAGE}


def _line(kind: str, scale: str, name: str, text: str, relevance: str = "1", **more: str) -> Line:
    held = {"class": kind, "type/scale": scale, "name": name, "relevance": relevance,
            "text": text, "language": LANGUAGE}  # fmt: skip
    return held | more


def _question(shape: Shape, section: Section) -> Iterator[Line]:
    more = {"help": shape.help, "mandatory": "Y" if shape.required else "N"}
    if shape.kind == "ticks":
        more["multiflexible_checkbox"] = "1"
    if section.id == "contacts" and code(shape.name) != NAMES:
        more["array_filter"] = NAMES
    yield _line("Q", TYPES[shape.kind], code(shape.name), shape.wording, **more)
    for row in shape.rows:
        shown = _row_text(row, section, shape)
        yield _line("SQ", "0", row_code(row), shown, _relevance(row, section))
    for number, choice in enumerate(shape.choices, start=1):
        if shape.kind == "ticks":
            yield _line("SQ", "1", code(choice.code), choice.label)
        else:
            yield _line("A", "0", f"A{number}", choice.label)


def code(name: str) -> str:
    """A short name in letters and digits alone, as LimeSurvey takes them."""
    return "".join(sign for sign in name if sign.isalnum())[:LONGEST_CODE]


def row_code(row: Row) -> str:
    """SQ001 for a place, P1x2 for a pair, a short name for a sentence."""
    if len(row.places) == 1:
        return f"SQ{row.places[0]:03}"
    return "P" + "x".join(map(str, row.places)) if row.places else code(row.name)


def _typed(place: int) -> str:
    return f"{NAMES}_SQ{place:03}"


def _row_text(row: Row, section: Section, shape: Shape) -> str:
    """Its text, with what was typed for the contacts it is about."""
    if section.id not in ("contacts", "ties") or code(shape.name) == NAMES:
        return row.text
    names = ", ".join(f"{{{_typed(place)}.shown}}" for place in row.places)
    return f"{row.text} ({names})"


def _relevance(row: Row, section: Section) -> str:
    if section.of != "pair":
        return "1"
    return " && ".join(f"!is_empty({_typed(place)})" for place in row.places)
