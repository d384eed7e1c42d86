"""The questionnaire as a Word document, for tools in which it is put together by hand.

Every row and every option stands on a line of its own, to be pasted in one go. A row says by itself
what it asks, as some tools export the row and not the question over it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.definitions.questionnaire import Questionnaire
from netaudit.question_sets.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from docx.document import Document

MOST_ROWS = 15
"""More rows than that are hard to read in one grid."""

HOW = {
    "text": "A short text",
    "list": "Short texts, one question for each line",
    "single": "One of these answers",
    "grid": "A grid (Likert) of one answer a row: first its rows, then its columns",
    "ticks": "A grid of tick-boxes; without such grids, a question with tick-boxes for each row",
}
NOTE = (
    "Keep the wordings and the answers as they are: by them the answers are known again when they"
    " are read in."
)


def write_document(asked: Questionnaire, path: Path) -> None:
    """The document, to be copied from; its numbers are those of the questions."""
    from docx import Document

    document = Document()
    document.core_properties.title = asked.title
    document.add_heading(asked.title, level=0)
    document.add_paragraph(asked.welcome)
    document.add_paragraph(NOTE, style="Intense Quote")
    number = 0
    for section in asked.sections:
        document.add_heading(section.title, level=1)
        if section.text:
            document.add_paragraph(section.text)
        for shape in shapes_of(section):
            for part in parts(shape):
                number += 1
                _add(document, number, part)
    document.add_paragraph(asked.thanks)
    document.save(str(path))


def parts(shape: Shape) -> Iterator[Shape]:
    """The question, or several of a few rows each where it has many rows."""
    if len(shape.rows) <= MOST_ROWS:
        yield shape
        return
    for first in range(0, len(shape.rows), MOST_ROWS):
        yield replace(shape, rows=shape.rows[first : first + MOST_ROWS])


def _add(document: "Document", number: int, shape: Shape) -> None:
    document.add_heading(f"{number}. {shape.wording}", level=2)
    must = " It must be answered." if shape.required else ""
    document.add_paragraph(f"{HOW[shape.kind]}.{must} {shape.help}".strip(), style="Subtitle")
    _add_list(document, (row.whole for row in shape.rows))
    if shape.rows and shape.choices:
        document.add_paragraph()
    _add_list(document, (choice.label for choice in shape.choices))


def _add_list(document: "Document", lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(line, style="List Bullet")
