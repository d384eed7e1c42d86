"""Google Forms: the linked sheet, or the file that the form itself lets people download.

Both begin with the time of the response. The sheet writes it as its own country does and joins
several answers with a comma, the download writes the year first and joins them with a semicolon.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from netaudit.importers.plain import bare_words
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Question, Response, Sheet, Survey
from netaudit.importers.wide import (
    answers_of,
    at,
    cells_at,
)

NAME = "google_forms"
TITLE = "Google Forms"

TIMESTAMP = ("timestamp", "zeitstempel", "horodateur", "marca temporal", "tijdstempel",
             "informazioni cronologiche", "carimbo de data hora")  # fmt: skip
ADDRESS = ("email address", "e mail address", "username", "e mail adresse", "nutzername",
           "adresse e mail", "nom d utilisateur", "direccion de correo electronico",
           "nombre de usuario", "e mailadres", "gebruikersnaam", "indirizzo email",
           "nome utente")  # fmt: skip
SCORE = ("score", "punktzahl", "score obtenu", "puntuacion")
IN_GRID = re.compile(r"^(?P<asked>.*\S)\s*\[(?P<row>[^\[\]]+)\]\s*$", re.DOTALL)
DOWNLOADED = re.compile(r"^\d{4}/\d{1,2}/\d{1,2} \d{1,2}:\d{2}:\d{2} [AP]M\b")
IN_SHEET, IN_DOWNLOAD = ", ", ";"


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table begins with the time of the response, under one of the names it has."""
    return any(_is_answers(head) for head in heads)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """The responses of the form, all of them handed in: Google keeps no others."""
    sheet = answers_of(files, folder, _is_answers, TITLE)
    questions = tuple(_questions(sheet))
    return Survey(
        tool=NAME,
        file=sheet.file,
        questions=questions,
        responses=tuple(_responses(sheet, questions)),
    )


def _is_answers(sheet: Sheet) -> bool:
    return len(sheet.header) > 1 and bare_words(sheet.header[0]) in TIMESTAMP


def _address(sheet: Sheet) -> int:
    """The column of the address that Google itself collects; 0 where it collects none."""
    second = bare_words(sheet.header[1])
    return 2 if second in ADDRESS else 0


def _questions(sheet: Sheet) -> Iterator[Question]:
    """Every column after the time, the address and the score of a quiz."""
    downloaded = any(DOWNLOADED.match(at(row, 1)) for _, row in sheet.body)
    for position, wording in enumerate(sheet.header, start=1):
        is_own = position in (1, _address(sheet)) or (
            position <= 3 and bare_words(wording) in SCORE
        )
        if is_own or not wording:
            continue
        grid = IN_GRID.match(wording)
        yield Question(
            position=position,
            wording=wording,
            group=grid["asked"] if grid else "",
            row=grid["row"].strip() if grid else "",
            separator=IN_DOWNLOAD if downloaded else IN_SHEET,
        )


def _responses(sheet: Sheet, questions: Sequence[Question]) -> Iterator[Response]:
    positions = [question.position for question in questions]
    for row, cells in sheet.body:
        yield Response(
            file=sheet.file,
            row=row,
            key=str(row),
            cells=cells_at(cells, positions),
            email=at(cells, _address(sheet)),
            completed=at(cells, 1),
        )
