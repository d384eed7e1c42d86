"""Exports of one wide table, laid out from the file that the tool takes in."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from netaudit.definitions.questionnaire import questionnaire
from netaudit.question_sets.google_forms import write_google_forms
from netaudit.question_sets.limesurvey import code, write_limesurvey
from netaudit.question_sets.qualtrics import write_qualtrics
from netaudit.wide_workbook import SHEET, write_wide_workbook
from tests.importers.survey_files import Written, write
from tests.question_sets.columns import (
    BY_NAME,
    BY_SENTENCE,
    Column,
    box,
    moment,
    places_in,
    words,
)
from tests.question_sets.filled_in import Filled

QUOTED = Written(quoting=csv.QUOTE_ALL, line_end="\r\n")


def qualtrics(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Choice texts under three header rows, with what was typed shown as Qualtrics shows it."""
    path = folder / "survey.qsf"
    write_qualtrics(questionnaire(), path)
    document = json.loads(path.read_text("utf-8"))
    parts = document["SurveyElements"]
    asked = {one["PrimaryAttribute"]: one["Payload"] for one in parts if one["Element"] == "SQ"}
    (blocks,) = [one["Payload"] for one in parts if one["Element"] == "BL"]
    order = [q["QuestionID"] for block in blocks for q in block.get("BlockElements", ())]
    columns = [column for one in order for column in _qualtrics(one, asked[one])]
    own = {"StartDate": "", "EndDate": "", "Status": "IP Address", "Progress": "100",
           "Finished": "True", "RecordedDate": "", "ResponseId": "", "DistributionChannel":
           "anonymous", "UserLanguage": "EN"}  # fmt: skip
    head = [
        [*own, *(c.over[0] for c in columns)],
        [*own, *(c.over[1] for c in columns)],
        [*(json.dumps({"ImportId": name}) for name in own),
         *(json.dumps({"ImportId": c.over[2]}) for c in columns)],
    ]  # fmt: skip
    rows = []
    for turn, person in enumerate(people):
        when = f"{moment(turn):%Y-%m-%d %H:%M:%S}"
        mine = {**own, "StartDate": when, "EndDate": when, "RecordedDate": when,
                "ResponseId": f"R_{turn}"}  # fmt: skip
        rows.append([*mine.values(), *(column.cell(person) for column in columns)])
    return [write(folder / "qualtrics.csv", [*head, *rows])]


def _qualtrics(question: str, payload: dict[str, Any]) -> Iterator[Column]:
    tag, text = payload["DataExportTag"], payload["QuestionText"]
    rows = {
        number: re.sub(r"\$\{q://(QID\d+)/(\w+)/(\d+)\}", r"[\1-\2-\3]", row["Display"])
        for number, row in payload.get("Choices", {}).items()
    }
    if payload["QuestionType"] == "DB":
        return
    if payload["Selector"] in ("SL", "SAVR"):
        end = "_TEXT" if payload["Selector"] == "SL" else ""
        yield Column(over=(tag, text, f"{question}{end}"), cell=words(tag, ()))
        return
    for number, row in rows.items():
        name = BY_SENTENCE.get(row, tag)
        at = () if row in BY_SENTENCE else places_in(re.sub(r"QID\d+", "", row))
        over = (f"{tag}_{number}", f"{text} - {row}", f"{question}_{number}")
        if payload.get("SubSelector") != "MultipleAnswer":
            yield Column(over=over, cell=words(name, at))
            continue
        for place, answer in payload["Answers"].items():
            label = answer["Display"]
            yield Column(
                over=(f"{over[0]}_{place}", f"{over[1]} - {label}", f"{over[2]}_{place}"),
                cell=box(name, at, label, label),
            )


def limesurvey(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Codes and wordings in the header, full answers."""
    path = folder / "structure.txt"
    write_limesurvey(questionnaire(), path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = [line for line in csv.DictReader(stream, delimiter="\t") if line["class"] != "S"]
    columns = list(_limesurvey([line for line in lines if line["class"] in ("Q", "SQ", "A")]))
    own = ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
           "startlanguage. Start language", "seed. Seed"]  # fmt: skip
    rows = [
        [turn + 1, f"{moment(turn):%Y-%m-%d %H:%M:%S}", 9, "en", 123456 + turn,
         *(column.cell(person) for column in columns)]
        for turn, person in enumerate(people)
    ]  # fmt: skip
    return [write(folder / "results.csv", [[*own, *(c.over[0] for c in columns)], *rows], QUOTED)]


def _limesurvey(lines: Sequence[dict[str, str]]) -> Iterator[Column]:
    names = {code(name): name for name in BY_NAME}
    starts = [place for place, line in enumerate(lines) if line["class"] == "Q"]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        question, parts = lines[start], lines[start + 1 : end]
        name = names.get(question["name"], "")
        rows = [p for p in parts if p["class"] == "SQ" and p["type/scale"] == "0"]
        over = [p for p in parts if p["class"] == "SQ" and p["type/scale"] == "1"]
        if not rows:
            yield Column(over=(f"{question['name']}. {question['text']}",), cell=words(name, ()))
        for row in rows:
            sentence = BY_SENTENCE.get(row["text"])
            at = () if sentence else places_in(row["name"])
            stem = f"{question['text']} [{row['text']}]"
            head = f"{question['name']}[{row['name']}"
            if not over:
                cell = words(sentence or name, at)
                yield Column(over=(f"{head}]. {stem}",), cell=cell)
            for one in over:
                cell = box(name, at, one["text"], "1")
                title = f"{head}_{one['name']}]. {stem}[{one['text']}]"
                yield Column(over=(title,), cell=cell)


def _google(folder: Path) -> Iterator[Column]:
    path = folder / "form.gs"
    write_google_forms(questionnaire(), path)
    start = "const QUESTIONNAIRE = "
    script = path.read_text("utf-8").partition(start)[2]
    document, _ = json.JSONDecoder().raw_decode(script)
    names = {text: asked.name for _, asked in questionnaire() for text in (asked.ask, asked.each)}
    for section in document["sections"]:
        for question in section["questions"]:
            name = names.get(question["title"], "")
            for row in question["rows"] or [""]:
                sentence = BY_SENTENCE.get(row, "")
                alone = question["kind"] == "list"
                title = row if alone else f"{question['title']} [{row}]"
                yield Column(
                    over=(title if row else question["title"],),
                    cell=words(sentence or name, () if sentence else places_in(row)),
                )


def google_forms(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """The linked sheet, with a British date."""
    columns = list(_google(folder))
    rows = [
        [f"{moment(turn):%d/%m/%Y %H:%M:%S}", *(column.cell(person) for column in columns)]
        for turn, person in enumerate(people)
    ]
    return [write(folder / "sheet.csv", [["Timestamp", *(c.over[0] for c in columns)], *rows])]


def generic_wide(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """The workbook of the templates, with codes typed or chosen in it."""
    path = folder / "wide.xlsx"
    write_wide_workbook(path)
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    places = {cell.value: cell.column for cell in sheet[1]}
    for row, person in enumerate(people, start=2):
        for column, value in {"cohort": "2026", "wave": "baseline"}.items():
            sheet.cell(row, places[column], value)
        for (name, numbers), said in person.answers.items():
            value = said if isinstance(said, str) else "|".join(one.value for one in said)
            sheet.cell(row, places[_wide_name(name, numbers)], value)
    book.save(path)
    return [path]


def _wide_name(name: str, numbers: tuple[int, ...]) -> str:
    """`contact_label` of 3 is `contact_3_label`, `tie` of 1 and 3 `tie_1_3`."""
    noun, _, rest = name.partition("_")
    if noun in ("contact", "mentoring", "action") and numbers:
        return f"{noun}_{numbers[0]}_{rest}"
    return "_".join((name, *map(str, numbers)))
