"""Groups of participants that can be offered together: no few people are left between them.

Whoever sees the figures of two groups, one inside the other, can work out that of the people who
are in one of them alone; from there on, with a third group, and so forth. A set of participants is
a whole number here, whose bits are the participants; the people that two groups do not share are
their exclusive or, which covers subtraction, complements and putting separate groups together.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)

MOST_REACHABLE = 2**14
"""So many sets are kept track of; further groups are offered only if they lead to no new ones."""


def as_sets(members: Sequence[Iterable[str]]) -> list[int]:
    """The participants of each group as a number; the same participant is the same bit in all."""
    groups = [frozenset(people) for people in members]
    everybody = sorted(frozenset[str]().union(*groups))
    bits = {person: 1 << place for place, person in enumerate(everybody)}
    return [sum(bits[person] for person in people) for people in groups]


class Reachable:
    """The sets of participants whose figures can be worked out from those of `whole`, and on.

    Each group that `add` takes brings further ones; none has 1 to `minimum` - 1 participants.
    """

    def __init__(self, whole: int, minimum: int) -> None:
        self.whole = whole
        self.minimum = minimum
        self.sets = {0, whole}

    def leaves_alone(self, group: int) -> bool:
        """Whether the group's figure would let those of a few people be worked out."""
        part = group & self.whole
        if part in self.sets:
            return False
        if 2 * len(self.sets) > MOST_REACHABLE:
            return True
        return any(0 < (part ^ other).bit_count() < self.minimum for other in self.sets)

    def add(self, group: int) -> None:
        """Count the group's figure among those that are seen."""
        part = group & self.whole
        if part not in self.sets:
            self.sets |= {part ^ other for other in self.sets}

    def shows(self, group: int) -> bool:
        """Whether the group has a figure of its own here: its base reaches the minimum."""
        return (group & self.whole).bit_count() >= self.minimum


def offered_together(groups: Mapping[Name, int], bases: Sequence[int], minimum: int) -> list[Name]:
    """The groups that can be offered beside everybody and each other, as many as fit.

    `bases` are the sets of participants that figures rest on, everybody first: a group is taken,
    in the order given, if it and those outside it reach the minimum in the first of them, and if in
    none of them a few people would be left alone by it.
    """
    reachable = [Reachable(base, minimum) for base in bases if base.bit_count() >= minimum]
    taken = []
    for name, group in groups.items():
        seen = [base for base in reachable if base.shows(group)]
        if reachable[:1] != seen[:1] or any(base.leaves_alone(group) for base in seen):
            continue
        for base in seen:
            base.add(group)
        taken.append(name)
    return taken
