"""The difference of two independent figures, from the interval that each of them has."""

import math

from netaudit.statistics.two_groups import Difference


def difference_of(one: Difference, other: Difference) -> Difference:
    """`one` less `other` by recovering their variances from their intervals (Zou & Donner 2008).

    L = d - √((a - l)² + (U - b)²) and U likewise, where a and b are the two figures, l the lower
    end of the first and U the upper end of the second. With Wilson's intervals of two proportions
    that is Newcombe's tenth method (1998).
    """
    value = one.value - other.value
    below = math.hypot(one.value - one.low, other.high - other.value)
    above = math.hypot(one.high - one.value, other.value - other.low)
    return Difference(value=value, low=value - below, high=value + above)
