"""Where the labels of a network drawing go, so that none lies on another or on a mark."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netaudit.charts.network_layout import Canvas, Contact, Place, Ring

CHARACTER_WIDTH = 0.6
LINE_HEIGHT = 1.25
DISTANCES = (5, 11, 18, 28, 40, 54, 70, 90)
TURNS = (0, 25, -25, 50, -50, 75, -75, 100, -100, 130, -130, 180)
FAR = 15
SHORTER = 0.6
CROSSING_COST = 9.0
WORDS_INSIDE = 0.6


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle by its middle and its sides."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def is_inside(self, width: float, height: float) -> bool:
        """Whether it lies on a canvas of this size that has its middle at 0, 0."""
        return (
            abs(self.x) + self.width / 2 <= width / 2
            and abs(self.y) + self.height / 2 <= height / 2
        )


@dataclass(frozen=True, kw_only=True)
class Label:
    """A text and the box it takes; `is_far` asks for a line that leads to its mark."""

    number: int
    text: str
    box: Box
    is_far: bool


Line = tuple[float, float, float, float]


def text_box(text: str, x: float, y: float, size: float) -> Box:
    """The room that a text of this type size takes around its middle."""
    width = len(text) * size * CHARACTER_WIDTH + 2
    return Box(x=x, y=y, width=width, height=size * LINE_HEIGHT)


def mark_box(place: Place, canvas: Canvas) -> Box:
    """The room that a contact's mark takes."""
    return Box(x=place.x, y=place.y, width=canvas.mark_size, height=canvas.mark_size)


def ring_label_box(ring: Ring, canvas: Canvas) -> Box:
    """The room of a ring's words, at the top of the drawing and just inside the ring.

    Those of the innermost ring stand in its middle, where no mark of the ring reaches them.
    """
    size = canvas.type_size - 2
    if ring.radius == canvas.inner:
        return text_box(ring.words, 0, canvas.inner * WORDS_INSIDE, size)
    return text_box(ring.words, 0, ring.radius - size * LINE_HEIGHT / 2 - 1, size)


def labels(
    places: Sequence[Place],
    rings: Sequence[Ring],
    ties: Sequence[tuple[int, int]],
    canvas: Canvas,
) -> tuple[Label, ...]:
    """One label a contact, the inner ones first: shortened, or left out, rather than overlapping.

    A contact without any free room gets no label; the list beside the drawing still has it.
    """
    taken = [Box(x=0, y=0, width=2 * canvas.mark_size, height=2 * canvas.mark_size)]
    taken += [mark_box(place, canvas) for place in places]
    taken += [ring_label_box(ring, canvas) for ring in rings]
    lines = _lines(places, ties)
    found: list[Label] = []
    for place in sorted(places, key=lambda p: (p.ring, p.contact.number)):
        label = _label(place, taken, lines, canvas)
        if label is not None:
            taken.append(label.box)
            found.append(label)
    return tuple(found)


def texts(contact: Contact, longest: int) -> Iterator[str]:
    """What a label may say, from the fullest to the number alone."""
    if contact.label:
        for length in (longest, int(longest * SHORTER)):
            yield f"{contact.number} {shortened(contact.label, length)}"
    yield str(contact.number)


def shortened(text: str, longest: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _lines(places: Sequence[Place], ties: Sequence[tuple[int, int]]) -> list[Line]:
    at = {place.contact.number: place for place in places}
    return [
        (at[low].x, at[low].y, at[high].x, at[high].y)
        for low, high in ties
        if low in at and high in at
    ]


def _label(
    place: Place, taken: Sequence[Box], lines: Sequence[Line], canvas: Canvas
) -> Label | None:
    for text in texts(place.contact, canvas.longest_label):
        best: tuple[float, float, Box] | None = None
        for distance, turn in _directions():
            box = _beside(place, text, distance, turn, canvas)
            if not box.is_inside(canvas.width, canvas.height):
                continue
            if any(box.overlaps(other) for other in taken):
                continue
            cost = distance + abs(turn) / 12 + CROSSING_COST * _crossings(box, lines)
            if best is None or cost < best[0]:
                best = (cost, distance, box)
        if best is not None:
            return Label(number=place.contact.number, text=text, box=best[2], is_far=best[1] > FAR)
    return None


def _directions() -> Iterator[tuple[float, float]]:
    for distance in DISTANCES:
        for turn in TURNS:
            yield distance, turn


def _beside(place: Place, text: str, distance: float, turn: float, canvas: Canvas) -> Box:
    angle = place.angle + math.radians(turn)
    plain = text_box(text, 0, 0, canvas.type_size)
    reach = canvas.mark_size / 2 + distance
    x = place.x + math.cos(angle) * (reach + plain.width / 2)
    y = place.y + math.sin(angle) * (reach + plain.height / 2)
    return Box(x=x, y=y, width=plain.width, height=plain.height)


def _crossings(box: Box, lines: Sequence[Line]) -> int:
    return sum(_crosses(box, line) for line in lines)


def _crosses(box: Box, line: Line) -> bool:
    """Whether a line runs through a box: it is cut at the box's sides (Liang and Barsky 1984)."""
    x0, y0, x1, y1 = line
    start, end = 0.0, 1.0
    for origin, step, middle, side in (
        (x0, x1 - x0, box.x, box.width),
        (y0, y1 - y0, box.y, box.height),
    ):
        low, high = middle - side / 2 - origin, middle + side / 2 - origin
        if step == 0:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / step, high / step))
        start, end = max(start, first), min(end, last)
    return start <= end
