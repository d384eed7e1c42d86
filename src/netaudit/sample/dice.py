"""Chance that falls the same on every machine and Python: everything comes from `random()`."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of chance; the names it is made with decide how it falls.

    Each participant and topic has its own stream, so that a change in one place leaves the rest
    of the programme as it was.
    """

    def __init__(self, *names: object) -> None:
        # Only random() is promised to stay the same between Python versions for a given seed.
        self._next = Random(":".join(str(name) for name in names)).random

    def chance(self, probability: float) -> bool:
        """True with this probability."""
        return self._next() < probability

    def whole(self, lowest: int, highest: int) -> int:
        """A whole number, both ends included."""
        return lowest + int(self._next() * (highest - lowest + 1))

    def between(self, lowest: float, highest: float) -> float:
        """A number from lowest up to highest."""
        return lowest + self._next() * (highest - lowest)

    def one(self, options: Sequence[T]) -> T:
        """One of the options, each as likely."""
        return options[self.whole(0, len(options) - 1)]

    def pick(self, weights: Mapping[T, float]) -> T:
        """One key, as likely as its weight."""
        left = self._next() * sum(weights.values())
        for option, weight in weights.items():
            left -= weight
            if left < 0:
                return option
        return next(reversed(tuple(weights)))

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """The options in another order."""
        items = list(options)
        for last in range(len(items) - 1, 0, -1):
            other = self.whole(0, last)
            items[last], items[other] = items[other], items[last]
        return items

    def deal(self, shares: Mapping[T, float], number: int) -> list[T]:
        """`number` keys in which each key has its share, as exactly as whole numbers allow."""
        total = sum(shares.values())
        hand: list[T] = []
        owed = 0.0
        for option, share in shares.items():
            owed += share * number / total
            due = int(owed + 0.5) - len(hand)
            hand += [option] * due
        return self.shuffled(hand)
