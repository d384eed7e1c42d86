"""Where the contacts of one network stand: rings for closeness, sectors for groups.

Everything is in pixels, x to the right and y upwards from the participant in the middle, and
follows from the data alone: the same list is always drawn in the same way.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

TOP = math.pi / 2
FULL = 2 * math.pi
CLOSENESS_LEVELS = (4, 3, 2, 1)
RING_WORDS = {4: "very close", 3: "close", 2: "less close", 1: "distant"}
UNKNOWN_WORDS = "not known"
WEAK_WORDS = "weak ties"

MARK_ROOM = 1.4
ROOM_FOR_NEEDS = 0.75
SECTOR_SHARE = 1.5
TOP_SHARE = 1.6
"""Shares of the free angle: between neighbours of one group there is one."""


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
    members = [contact for sector in _sectors(contacts, groups) for contact in sector]
    on_ring = [order.index(_ring_words(contact)) for contact in members]
    angles = _angles(members, [circle[ring].radius for ring in on_ring], canvas)
    return tuple(
        _place(contact, angle, ring, circle)
        for contact, angle, ring in zip(members, angles, on_ring, strict=True)
    )


def boundaries(placed: Sequence[Place]) -> tuple[float, ...]:
    """The angles of the lines between sectors; none where there is one group only."""
    between = [
        (one.angle + other.angle) / 2
        for one, other in pairwise(placed)
        if one.contact.group != other.contact.group
    ]
    return (TOP, *between) if between else ()


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


def _angles(members: Sequence[Contact], radii: Sequence[float], canvas: Canvas) -> list[float]:
    """One angle a contact, clockwise from the top.

    Neighbours on one ring get the room that their marks need; what is left is dealt out evenly,
    with more between two sectors and at the top, where the rings have their words.
    """
    if not members:
        return []
    needs = [
        _needed(one, canvas) if one == other else 0.0 for one, other in pairwise([*radii, radii[0]])
    ]
    if sum(needs) > ROOM_FOR_NEEDS * FULL:
        needs = [0.0] * len(needs)
    shares = [1.0 if one.group == other.group else SECTOR_SHARE for one, other in pairwise(members)]
    step = (FULL - sum(needs)) / (sum(shares) + TOP_SHARE)
    first = (needs[-1] + TOP_SHARE * step) / 2
    turns = [need + share * step for need, share in zip(needs, shares, strict=False)]
    return [TOP - turned for turned in accumulate([first, *turns])]


def _needed(radius: float, canvas: Canvas) -> float:
    """The angle between two marks that stand beside each other on a ring."""
    return 2 * math.asin(min(1.0, canvas.mark_size * MARK_ROOM / (2 * radius)))
