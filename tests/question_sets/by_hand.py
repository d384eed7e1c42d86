"""Exports of surveys that were put together by hand, from the document."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from docx import Document

from netaudit.definitions.questionnaire import questionnaire
from netaudit.question_sets.document import write_document
from tests.importers.survey_files import Written, write
from tests.question_sets.columns import (
    BY_SENTENCE,
    Cell,
    Column,
    box,
    moment,
    places_in,
    words,
)
from tests.question_sets.filled_in import Filled

BOXES = "tick-boxes"
"""How the document calls questions with several answers."""

QUOTED = Written(quoting=csv.QUOTE_ALL, line_end="\r\n")


@dataclass(frozen=True, kw_only=True)
class Printed:
    """A question of the document: what stands over it, how it is answered, its lists."""

    wording: str
    how: str
    lists: tuple[tuple[str, ...], ...]


@cache
def printed() -> tuple[Printed, ...]:
    """The questions as somebody reads them in the document."""
    with TemporaryDirectory() as folder:
        write_document(questionnaire(), Path(folder) / "questions.docx")
        paragraphs = Document(str(Path(folder) / "questions.docx")).paragraphs
    found: list[dict[str, Any]] = []
    for one in paragraphs:
        style = one.style.name
        if style == "Heading 2":
            found.append({"wording": one.text.partition(". ")[2], "how": "", "lists": [[]]})
        elif style == "Subtitle" and found:
            found[-1]["how"] = one.text
        elif style == "List Bullet" and found:
            found[-1]["lists"][-1].append(one.text)
        elif found and not one.text:
            found[-1]["lists"].append([])
    return tuple(
        Printed(
            wording=one["wording"],
            how=one["how"],
            lists=tuple(tuple(lines) for lines in one["lists"] if lines),
        )
        for one in found
    )


def by_hand() -> Iterator[tuple[Printed, list[tuple[str, str, list[int]]]]]:
    """Each question put together by hand: its rows with the name and places they are about."""
    names = {text: asked.name for _, asked in questionnaire() for text in (asked.ask, asked.each)}
    for one in printed():
        rows = one.lists[0] if len(one.lists) == 2 or "each line" in one.how else ()
        name = names.get(one.wording, "")
        yield (
            one,
            [
                (row, BY_SENTENCE.get(row, name), [] if row in BY_SENTENCE else places_in(row))
                for row in rows
            ]
            or [("", name, [])],
        )


def microsoft_forms(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """A grid's rows stand over its columns without the question; several answers end in `;`."""
    book = openpyxl.Workbook()
    sheet = book.active
    columns: list[Column] = []
    for one, rows in by_hand():
        several = BOXES in one.how
        for row, name, at in rows:
            cell = _semicolons(name, at) if several else words(name, at)
            columns.append(Column(over=(row or one.wording,), cell=cell))
    sheet.append(["Id", "Start time", "Completion time", "Email", "Name",
                  *(c.over[0] for c in columns)])  # fmt: skip
    for turn, person in enumerate(people):
        when = moment(turn)
        sheet.append([turn + 1, when, when, "anonymous", "",
                      *(column.cell(person) for column in columns)])  # fmt: skip
    book.save(folder / "forms.xlsx")
    return [folder / "forms.xlsx"]


def _semicolons(name: str, places: Sequence[int]) -> Cell:
    return lambda person: "".join(f"{one};" for one in person.chosen(name, *places))


def surveymonkey(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Two header rows; a question stands over the first of its columns only."""
    own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address",
           "Email Address", "First Name", "Last Name", "Custom Data 1"]  # fmt: skip
    columns: list[Column] = []
    for one, rows in by_hand():
        if BOXES in one.how or one.how.startswith("Short"):
            for row, name, at in rows:
                columns += _own_question(row, one, name, at)
        elif rows[0][0]:
            for place, (row, name, at) in enumerate(rows):
                over = (one.wording if not place else "", row)
                columns.append(Column(over=over, cell=words(name, at)))
        else:
            what = "Response" if one.lists else "Open-Ended Response"
            columns.append(Column(over=(one.wording, what), cell=words(rows[0][1], ())))
    head = [[*own, *(c.over[0] for c in columns)], [*[""] * 9, *(c.over[1] for c in columns)]]
    body = []
    for turn, person in enumerate(people):
        when = f"{moment(turn):%m/%d/%Y %I:%M:%S %p}"
        cells = (column.cell(person) for column in columns)
        body.append([11410000000 + turn, 4310000, when, when, *[""] * 5, *cells])
    return [write(folder / "monkey.csv", [*head, *body])]


def _own_question(row: str, one: Printed, name: str, at: Sequence[int]) -> Iterator[Column]:
    """A question for one contact: a field, or options with a column each."""
    if len(one.lists) == 1:
        yield Column(over=(row, "Open-Ended Response"), cell=words(name, at))
        return
    for place, label in enumerate(one.lists[1]):
        yield Column(over=(row if not place else "", label), cell=box(name, at, label, label))


def jisc(folder: Path, people: Sequence[Filled]) -> list[Path]:
    """Codes, with the key that names questions, rows and options."""
    columns: list[Column] = []
    key: list[tuple[str, str]] = [("URN", "Unique Response Number")]
    number = 0
    for one, rows in by_hand():
        options = one.lists[-1] if one.how.startswith(("One", "A grid")) else ()
        if BOXES in one.how or one.how.startswith("Short"):
            for row, name, at in rows:
                number += 1
                columns += _jisc_alone(number, name, at, options, several=BOXES in one.how)
                key += _jisc_key(f"Q{number}", row, options)
            continue
        number += 1
        if not rows[0][0]:
            columns += _jisc_alone(number, rows[0][1], (), options, several=False)
            key += _jisc_key(f"Q{number}", one.wording, options)
            continue
        key.append((f"Q{number}", one.wording))
        columns.append(Column(over=(f"Q{number}",), cell=lambda person: ""))
        for place, (row, name, at) in enumerate(rows, start=1):
            over = f"Q{number}_{place}_a"
            columns.append(Column(over=(over,), cell=_jisc_code(name, at, options)))
            key += _jisc_key(over, row, options)
    header = ["URN", *(c.over[0] for c in columns), "CompletionDate"]
    rows = [
        [f"638954-638945-{turn}", *(column.cell(person) for column in columns),
         f"{moment(turn):%Y-%m-%d}"]
        for turn, person in enumerate(people)
    ]  # fmt: skip
    name = "results-for-your-network-2026-03-20-0900"
    return [
        write(folder / f"{name}.csv", [header, *rows], QUOTED),
        write(folder / f"{name}-key.csv", key, QUOTED),
    ]


def _jisc_key(name: str, text: str, options: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, text), *((str(n), label) for n, label in enumerate(options, start=1))]


def _jisc_code(name: str, at: Sequence[int], options: Sequence[str]) -> Cell:
    codes = {label: n for n, label in enumerate(options, start=1)}
    return lambda person: codes.get(person.words(name, *at), "")


def _jisc_alone(
    number: int, name: str, at: Sequence[int], options: Sequence[str], *, several: bool
) -> Iterator[Column]:
    if several:
        for place, label in enumerate(options, start=1):
            yield Column(over=(f"Q{number}_{place}",), cell=box(name, at, label, 1, 0))
    elif options:
        yield Column(over=(f"Q{number}",), cell=_jisc_code(name, at, options))
    else:
        yield Column(over=(f"Q{number}",), cell=words(name, at))
