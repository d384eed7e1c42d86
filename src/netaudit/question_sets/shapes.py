"""The questionnaire as survey tools show it: single questions, lists of fields, grids."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from netaudit.definitions.questionnaire import Asked, Choice, Section

ShapeKind = Literal["text", "single", "list", "grid", "ticks"]
"""One answer in words or of several; a list of fields; a grid of one answer, or several, a row."""

PARTICIPANT = "participants.participant_id"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a grid or a field of a list.

    `text` reads beside the grid's wording, `whole` by itself. `places` are the numbers of the
    contact, pair or relationship it is about; none in a grid of sentences. `name` is short.
    """

    name: str
    text: str
    whole: str
    places: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shape:
    """One question of a tool, with the wordings of its rows; `name` is its short name."""

    kind: ShapeKind
    name: str
    wording: str
    help: str
    required: bool
    rows: tuple[Row, ...] = ()
    choices: tuple[Choice, ...] = ()


def shapes_of(section: Section) -> Iterator[Shape]:
    """The section's questions as tools without repeating blocks show them."""
    if section.grid:
        yield _sentences(section)
        return
    for asked in section.questions:
        yield _in_places(section, asked) if section.of else _alone(asked)


def _sentences(section: Section) -> Shape:
    return Shape(
        kind="grid",
        name=section.id,
        wording=section.grid,
        help="",
        required=False,
        rows=tuple(
            Row(name=asked.name, text=asked.ask, whole=asked.ask) for asked in section.questions
        ),
        choices=section.questions[0].choices,
    )


def _alone(asked: Asked) -> Shape:
    return Shape(
        kind="single" if asked.choices else "text",
        name=asked.name,
        wording=asked.ask,
        help=asked.help,
        required=asked.field == PARTICIPANT,
        choices=asked.choices,
    )


def _in_places(section: Section, asked: Asked) -> Shape:
    kinds: dict[str, ShapeKind] = {"text": "list", "single": "grid", "multiple": "ticks"}
    return Shape(
        kind=kinds[asked.kind],
        name=asked.name,
        wording=asked.each,
        help=asked.help,
        required=False,
        rows=tuple(_rows(section, asked)),
        choices=asked.choices,
    )


def _rows(section: Section, asked: Asked) -> Iterator[Row]:
    places = section.pairs if section.of == "pair" else [(n,) for n in range(1, section.places + 1)]
    for label, numbers in zip(section.labels, places, strict=True):
        name = "_".join((asked.name, *map(str, numbers)))
        yield Row(name=name, text=label, whole=f"{label}: {asked.topic}", places=tuple(numbers))
