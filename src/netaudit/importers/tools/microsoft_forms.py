"""Microsoft Forms: one sheet, five columns about the response, then the questions by their titles.

Titles that come again get a number without anything before it: Organisation, Organisation2. Several
answers end with a semicolon each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from netaudit.importers.plain import bare_words, tidy
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import SLOT, Question, Response, Sheet, Survey
from netaudit.importers.wide import (
    answers_of,
    at,
    cells_at,
)

NAME = "microsoft_forms"
TITLE = "Microsoft Forms"

ID = ("id",)
START = ("start time", "startzeit", "heure de debut", "hora de inicio", "ora di inizio")
COMPLETION = ("completion time", "fertigstellungszeit", "endzeit", "heure de fin",
              "hora de finalizacion", "ora di completamento")  # fmt: skip
EMAIL = ("email", "e mail", "adresse de messagerie", "correo electronico", "posta elettronica")
PERSON = ("name", "nom", "nombre", "nome")
OTHER = ("last modified time", "uhrzeit der letzten anderung", "heure de la derniere modification",
         "hora de la ultima modificacion", "language", "sprache", "langue", "idioma",
         "total points", "quiz feedback", "grade posted time")  # fmt: skip
ABOUT_RESPONSE = (*ID, *START, *COMPLETION, *EMAIL, *PERSON, *OTHER)
QUIZ = re.compile(r"^(points|feedback)\s[-–]\s", re.IGNORECASE)

NOBODY = ("anonymous", "anonym", "anonyme", "anonimo")
SEPARATOR = ";"
AGAIN = re.compile(r"^(.*\D)(\d{1,2})$", re.DOTALL)


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table begins with a number, a start time and a completion time."""
    return any(_is_answers(head) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """The responses of the form, all of them handed in: Forms keeps no others."""
    sheet = answers_of(files, folder, _is_answers, TITLE)
    questions = tuple(_questions(sheet))
    return Survey(
        tool=NAME,
        file=sheet.file,
        questions=questions,
        responses=tuple(_responses(sheet, questions)),
    )


def _is_answers(sheet: Sheet) -> bool:
    words = [bare_words(name) for name in sheet.header[:6]]
    return bool(words) and words[0] in ID and _held(words, START) and _held(words, COMPLETION)


def _held(words: Sequence[str], names: Sequence[str]) -> bool:
    return any(word in names for word in words)


def _first_question(header: Sequence[str]) -> int:
    """The position of the first column that is a question."""
    for position, name in enumerate(header, start=1):
        if bare_words(name) not in ABOUT_RESPONSE:
            return position
    return len(header) + 1


def _questions(sheet: Sheet) -> Iterator[Question]:
    start = _first_question(sheet.header)
    asked = {
        position: name
        for position, name in enumerate(sheet.header, start=1)
        if position >= start and name and not QUIZ.match(name) and bare_words(name) not in OTHER
    }
    numbers = _numbers([tidy(name) for name in asked.values()])
    for position, name in asked.items():
        title, slot = numbers.get(tidy(name), (tidy(name), None))
        cells = (at(row, position) for _, row in sheet.body)
        several = any(cell.endswith(SEPARATOR) for cell in cells)
        yield Question(
            position=position,
            wording=name,
            family=f"{title}{SLOT}" if slot else "",
            slot=slot,
            separator=SEPARATOR if several else "",
            kind="multiple" if several else "",
        )


def _numbers(titles: Iterable[str]) -> dict[str, tuple[str, int | None]]:
    """The title and the number of every title that comes again, the first one's being 1.

    A title that itself ends in a digit is left alone: "Step 1" and "Step 12" are two questions.
    """
    held = set(titles)
    found: dict[str, tuple[str, int | None]] = {}
    for title in held:
        again = AGAIN.match(title)
        if again and again.group(1) in held and int(again.group(2)) > 1:
            found[title] = (again.group(1), int(again.group(2)))
            found[again.group(1)] = (again.group(1), 1)
    return found


def _responses(sheet: Sheet, questions: Sequence[Question]) -> Iterator[Response]:
    words = [bare_words(name) for name in sheet.header[: _first_question(sheet.header) - 1]]
    places = {name: _place(words, names) for name, names in _PARTS.items()}
    positions = [question.position for question in questions]
    for row, cells in sheet.body:
        email = at(cells, places["email"])
        yield Response(
            file=sheet.file,
            row=row,
            key=at(cells, places["key"]) or str(row),
            cells=cells_at(cells, positions),
            email="" if bare_words(email) in NOBODY else email,
            name=at(cells, places["name"]),
            started=at(cells, places["started"]),
            completed=at(cells, places["completed"]),
        )


_PARTS = {"key": ID, "started": START, "completed": COMPLETION, "email": EMAIL, "name": PERSON}


def _place(words: Sequence[str], names: Sequence[str]) -> int:
    return next((n for n, word in enumerate(words, start=1) if word in names), 0)
