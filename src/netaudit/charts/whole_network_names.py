"""Where the names of a network's marks are written, so that they hide as little as can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, sqrt

LETTER, LINE_HEIGHT, AWAY, DOT = 6.4, 13.0, 4.0, 6.0
"""Sizes in pixels: a letter's width, a line, the gap between mark and name, half a mark."""

SIDES = (
    (0.0, 1.0),
    (0.0, -1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.7, 0.8),
    (-0.7, 0.8),
    (0.7, -0.8),
    (-0.7, -0.8),
)
"""Where a name can stand, seen from its mark: to the right and upwards."""

MOST_HIDDEN = 0.2
"""A name that would hide more than this part of its own size is not written."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The middle of a mark and its area, in pixels, and the words beside it, if any."""

    x: float
    y: float
    area: float
    words: str


def beside(marks: Sequence[Mark], width: int, height: int) -> list[tuple[float, float, str]]:
    """The middle of each name and its words; the first marks choose first."""
    taken: list[Box] = [(m.x - DOT, m.y - DOT, m.x + DOT, m.y + DOT) for m in marks]
    written = []
    for mark in marks:
        if not mark.words:
            continue
        box = min(_boxes(mark, width, height), key=lambda one: _hidden(one, taken))
        if _hidden(box, taken) <= MOST_HIDDEN * (box[2] - box[0]) * LINE_HEIGHT:
            taken.append(box)
            written.append(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, mark.words))
    return written


def cut(words: str, longest: int) -> str:
    """The words, shortened where they are too long."""
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _boxes(mark: Mark, width: int, height: int) -> list[Box]:
    """Where the name could stand; within the drawing, if that can be."""
    boxes = [_box(mark, side) for side in SIDES]
    inside = [b for b in boxes if b[0] >= 0 and b[1] >= 0 and b[2] <= width and b[3] <= height]
    return inside or boxes


def _box(mark: Mark, side: tuple[float, float]) -> Box:
    wide, away = len(mark.words) * LETTER, sqrt(mark.area / pi) + AWAY
    x = mark.x + side[0] * (wide / 2 + away)
    y = mark.y - side[1] * (LINE_HEIGHT / 2 + away)
    return x - wide / 2, y - LINE_HEIGHT / 2, x + wide / 2, y + LINE_HEIGHT / 2


def _hidden(box: Box, taken: Sequence[Box]) -> float:
    return sum(_overlap(box, other) for other in taken)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0
