"""What the exports of all tools have in common: moments, columns and the cells in them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from netaudit.definitions.questionnaire import questionnaire
from tests.question_sets.filled_in import Filled

DONE = datetime(2026, 3, 17, 9, 30)
"""When the first of them was done; no day of March before the thirteenth is asked for."""

Cell = Callable[[Filled], object]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of an export: what stands over it, in one row or several, and its cells."""

    over: tuple[str, ...]
    cell: Cell


def moment(turn: int) -> datetime:
    return DONE + timedelta(days=turn)


NUMBER = re.compile(r"\d+")
BY_SENTENCE = {
    asked.ask: asked.name
    for section, asked in questionnaire()
    if section.grid
}  # fmt: skip
BY_NAME = {asked.name: asked for _, asked in questionnaire()}


def words(name: str, places: Sequence[int], joined: str = ", ") -> Cell:
    return lambda person: person.words(name, *places, joined=joined)


def box(name: str, places: Sequence[int], label: str, ticked: object, not_: object = "") -> Cell:
    return lambda person: ticked if label in person.chosen(name, *places) else not_


def places_in(text: str) -> list[int]:
    return sorted(map(int, NUMBER.findall(text)))


def numbered(name: str) -> tuple[str, tuple[int, ...]]:
    """The name of a question and the numbers that follow it: `tie_1_2`."""
    numbers = re.search(r"((?:_\d+)+)$", name)
    assert numbers
    return name[: numbers.start()], tuple(map(int, NUMBER.findall(numbers.group())))
