"""Several p-values of one family taken together."""

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values as Holm (1979) adjusts them, in the order given.

    The smallest times m, the next times m - 1, and so on; none smaller than one before it, none
    above 1. All of them have to be defined.
    """
    order = sorted(range(len(p_values)), key=lambda place: p_values[place])
    adjusted = [0.0] * len(p_values)
    highest = 0.0
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, (len(order) - rank) * p_values[place]))
        adjusted[place] = highest
    return adjusted
