"""Exports of Qualtrics: one row a response, two or three rows of headers."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from netaudit.importers.plain import plain
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Response, Sheet, State, Survey
from netaudit.importers.tools.qualtrics_header import Header, is_qualtrics, read_header
from netaudit.importers.tools.qualtrics_names import named
from netaudit.importers.tools.qualtrics_questions import questions_of
from netaudit.importers.tools.values_key import keys_of
from netaudit.importers.wide import (
    Row,
    answers_by_column,
    at,
    cells_at,
    check_answers,
    check_widths,
    only_table,
    tables_of,
)

NAME = "qualtrics"
TITLE = "Qualtrics"

UNANSWERED = "-99"
"""What may stand for a question that was seen and not answered."""

PREVIEW_WORDS = ("preview", "test", "vorschau", "aperçu", "vista previa", "anteprima")
PREVIEW_BITS = 0b11
"""Of a numeric response type: 1 is a preview, 2 a test; 8 and above say other things."""

SPAM_WORDS, SPAM_BIT = ("spam",), 0b1000
FINISHED = ("1", "true", "wahr", "vrai", "verdadero", "waar", "vero", "yes")
UNFINISHED = ("0", "false", "falsch", "faux", "falso", "onwaar", "no")


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether a table has Qualtrics's rows of headers."""
    return any(is_qualtrics(head) for head in heads if head.rows)


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Questions and answers, with the options of a values key if one is there.

    NetauditError where no table, or more than one, is a Qualtrics export, or a row is damaged.
    """
    tables = tables_of(files, folder)
    sheet = only_table(tables, is_qualtrics, TITLE)
    header = read_header(sheet)
    check_widths(sheet.file, header.rows, header.width)
    check_answers(sheet.file, header.rows, TITLE)
    responses = _nameless([_response(row, header, sheet.file) for row in header.rows])
    values = answers_by_column(responses)
    keys = keys_of(table for table in tables if table is not sheet)
    return Survey(
        tool=NAME,
        file=sheet.file,
        questions=tuple(questions_of(named(header.columns), values, keys)),
        responses=tuple(responses),
        notes=tuple(_notes(header)),
    )


def _response(row: Row, header: Header, file: str) -> Response:
    number, cells = row
    own = {what: at(cells, position) for what, position in header.own.items()}
    state, reason = _state(own)
    answers = cells_at(cells, (column.position for column in header.columns))
    return Response(
        file=file,
        row=number,
        key=own.get("key") or str(number),
        cells={place: cell for place, cell in answers.items() if cell != UNANSWERED},
        participant=own.get("participant", ""),
        email=own.get("email", ""),
        name=own.get("name") or f"{own.get('first_name', '')} {own.get('last_name', '')}".strip(),
        started=own.get("started", ""),
        completed=own.get("completed") or own.get("recorded", ""),
        state=state,
        reason=reason,
    )


def _state(own: Mapping[str, str]) -> tuple[State, str]:
    kind, channel = plain(own.get("status", "")), plain(own.get("channel", ""))
    if channel in ("preview", "test") or _says(kind, PREVIEW_WORDS, PREVIEW_BITS):
        return "preview", "A preview or a test of the survey."
    if _says(kind, SPAM_WORDS, SPAM_BIT):
        return "preview", "Qualtrics marks it as spam."
    finished, progress = plain(own.get("finished", "")), own.get("progress", "")
    if finished in UNFINISHED or (finished not in FINISHED and progress.isdigit() and
                                  int(progress) < 100):  # fmt: skip
        reached = f", {progress} % of it seen" if progress.isdigit() else ""
        return "partial", f"Begun and not finished{reached}."
    return "complete", ""


def _says(kind: str, words: Sequence[str], bits: int) -> bool:
    if kind.isdigit():
        return bool(int(kind) & bits)
    return any(re.search(rf"\b{word}|{word}\b", kind) for word in words)


def _nameless(responses: list[Response]) -> list[Response]:
    """The export calls everybody of whom it knows nothing the same: that is nobody's name."""
    unknown = Counter(one.name for one in responses if not one.email and one.state != "preview")
    return [
        replace(one, name="") if unknown[one.name] > 1 and not one.email else one
        for one in responses
    ]


def _notes(header: Header) -> list[str]:
    if not header.zone:
        return []
    return [f"Qualtrics gives its times in the zone {header.zone}; days are taken from them."]
