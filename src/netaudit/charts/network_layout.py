"""Where the contacts of one network stand: rings for closeness, sectors for groups.

Everything is in pixels, x to the right and y upwards from the participant in the middle, and
follows from the data alone: the same list is always drawn in the same way.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

TOP = math.pi / 2
FULL = 2 * math.pi
CLOSENESS_LEVELS = (4, 3, 2, 1)
RING_WORDS = {4: "very close", 3: "close", 2: "less close", 1: "distant"}
UNKNOWN_WORDS = "not known"
WEAK_WORDS = "weak ties"


@dataclass(frozen=True, kw_only=True)
class Canvas:
    """The size of a drawing. `inner` is the radius of the innermost ring, `type_size` of labels."""

    name: str
    width: int
    height: int
    inner: float
    margin: float
    type_size: int
    mark_size: float
    longest_label: int

    @property
    def outer(self) -> float:
        """The radius of the outermost ring."""
        return min(self.width, self.height) / 2 - self.margin


WIDE = Canvas(
    name="wide",
    width=540,
    height=500,
    inner=62,
    margin=20,
    type_size=13,
    mark_size=16,
    longest_label=22,
)
NARROW = Canvas(
    name="narrow",
    width=330,
    height=330,
    inner=42,
    margin=13,
    type_size=12,
    mark_size=12,
    longest_label=12,
)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """What the layout needs of a contact; `closeness` None = not known."""

    number: int
    group: str
    closeness: int | None
    is_weak: bool = False
    label: str | None = None


@dataclass(frozen=True, kw_only=True)
class Ring:
    """One ring with the words for it. The weak ties' rim is no ring: it is not drawn as one."""

    words: str
    radius: float
    is_scale: bool


@dataclass(frozen=True, kw_only=True)
class Place:
    """A contact's place on the drawing."""

    contact: Contact
    x: float
    y: float
    angle: float
    ring: int


def rings(contacts: Sequence[Contact], canvas: Canvas) -> tuple[Ring, ...]:
    """The four rings of closeness, and further out those for unknown closeness and weak ties."""
    words = [RING_WORDS[level] for level in CLOSENESS_LEVELS]
    if any(c.closeness is None and not c.is_weak for c in contacts):
        words.append(UNKNOWN_WORDS)
    if any(c.is_weak for c in contacts):
        words.append(WEAK_WORDS)
    step = (canvas.outer - canvas.inner) / (len(words) - 1)
    return tuple(
        Ring(
            words=word,
            radius=canvas.inner + number * step,
            is_scale=number < len(CLOSENESS_LEVELS),
        )
        for number, word in enumerate(words)
    )


def places(contacts: Sequence[Contact], groups: Sequence[str], canvas: Canvas) -> tuple[Place, ...]:
    """Every contact's place, group after group clockwise from the top, no two at one angle."""
    circle = rings(contacts, canvas)
    order = [ring.words for ring in circle]
    sectors = _sectors(contacts, groups)
    angles = _angles(sectors)
    members = [contact for sector in sectors for contact in sector]
    return tuple(
        _place(contact, angle, order.index(_ring_words(contact)), circle)
        for contact, angle in zip(members, angles, strict=True)
    )


def boundaries(contacts: Sequence[Contact], groups: Sequence[str]) -> tuple[float, ...]:
    """The angles of the lines between sectors; none where there is one group only."""
    sectors = _sectors(contacts, groups)
    if len(sectors) < 2:
        return ()
    angles = iter(_angles(sectors))
    ends = [[next(angles) for _ in sector] for sector in sectors]
    between = [(ends[i][-1] + ends[i + 1][0]) / 2 for i in range(len(ends) - 1)]
    return (TOP, *between)


def _ring_words(contact: Contact) -> str:
    if contact.is_weak:
        return WEAK_WORDS
    return UNKNOWN_WORDS if contact.closeness is None else RING_WORDS[contact.closeness]


def _place(contact: Contact, angle: float, ring: int, circle: Sequence[Ring]) -> Place:
    radius = circle[ring].radius
    return Place(
        contact=contact,
        x=radius * math.cos(angle),
        y=radius * math.sin(angle),
        angle=angle,
        ring=ring,
    )


def _sectors(contacts: Sequence[Contact], groups: Sequence[str]) -> list[list[Contact]]:
    """The groups that have contacts, each in an order that keeps neighbours on different rings."""
    found = [[c for c in contacts if c.group == group] for group in groups]
    return [_interleaved(sector) for sector in found if sector]


def _interleaved(sector: list[Contact]) -> list[Contact]:
    ordered = sorted(sector, key=lambda c: (c.is_weak, -(c.closeness or 0), c.number))
    half = (len(ordered) + 1) // 2
    pairs = zip(ordered[:half], [*ordered[half:], None], strict=False)
    return [contact for pair in pairs for contact in pair if contact is not None]


def _angles(sectors: Sequence[Sequence[Contact]]) -> list[float]:
    """One angle a contact, evenly spaced, with half a step more between sectors and at the top."""
    count = sum(len(sector) for sector in sectors)
    if not count:
        return []
    gap = 0.5 if len(sectors) > 1 else 0.0
    step = FULL / (count + gap * (len(sectors) - 1) + 0.6)
    angles: list[float] = []
    position = 0.8
    for sector in sectors:
        for _ in sector:
            angles.append(TOP - position * step)
            position += 1
        position += gap
    return angles
