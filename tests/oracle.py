"""How the oracles are written down and found."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from tests.ego_network import EgoNetwork

Number = float | None
Oracle = Callable[[EgoNetwork], Any]


class Oracles(dict[str, Oracle]):
    """Oracles by the measure they are named after.

    An oracle returns the measure's value, None where it is undefined; for a measure by attribute,
    a dictionary of them.
    """

    def add(self, function: Oracle) -> Oracle:
        self[function.__name__] = function
        return function

    def of_known_pairs(self, function: Oracle) -> Oracle:
        """The same, undefined unless every pair of contacts was answered."""

        @wraps(function)
        def guarded(network: EgoNetwork) -> Number:
            return function(network) if network.pairs_known else None

        return self.add(guarded)


def ratio(part: float, whole: float) -> Number:
    return part / whole if whole else None


def share(items: Iterable[Any], holds: Callable[[Any], bool]) -> Number:
    items = list(items)
    return ratio(sum(1 for item in items if holds(item)), len(items))
