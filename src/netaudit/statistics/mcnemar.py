"""Whether a yes-or-no answer changed among the same people: McNemar's test in its mid-p form."""

import math


def mid_p(gained: int, lost: int) -> float:
    """The two-sided mid-p value of the people whose answer changed; NaN if nobody's did.

    With n = gained + lost and b the smaller of the two: 2·P(B ≤ b) - P(B = b) for B ~ Bin(n, ½),
    at most 1 (Fagerland, Lydersen & Laake 2013).
    """
    changed, fewer = gained + lost, min(gained, lost)
    if changed == 0:
        return math.nan
    from scipy.special import bdtr

    upto = float(bdtr(fewer, changed, 0.5))
    below = float(bdtr(fewer - 1, changed, 0.5)) if fewer else 0.0
    return min(1.0, upto + below)
