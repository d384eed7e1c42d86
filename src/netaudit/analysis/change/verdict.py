"""What an interval says of a change, in words, and how many pairs each statistic needs."""

import math

from netaudit.definitions.registry import Measure

ENOUGH_FOR_INTERVAL = 10
ENOUGH_FOR_MORE = 20
"""Below the first only means are told; from the second on the change is more than an early signal,
and the standardised effect and a p-value can be asked for."""

TOO_FEW_TO_SHOW = "too few to show"
TOO_FEW_TO_ESTIMATE = "too few to estimate change"
AT_LEAST = "changed by at least the amount that matters"
MAY_BE_LESS = "changed; may be less than the amount that matters"
TOO_SMALL = "no change of a size that matters"
CANNOT_TELL = "cannot tell"
CHANGED = "changed; no amount that matters is set"

EARLY = "early signal"


def smallest_change(measure: Measure, of_shares: float) -> float:
    """The smallest change of interest where nobody chose another one: NaN where none is agreed.

    `of_shares` is the programme's setting. It holds for shares and for indices from 0 to 1, and
    twice as much for indices from -1 to 1; for counts it is one.
    """
    if measure.unit == "count":
        return 1.0
    if measure.unit in ("share", "index"):
        return {(0.0, 1.0): of_shares, (-1.0, 1.0): 2 * of_shares}.get(
            (float(measure.lowest), float(measure.highest)), math.nan
        )
    return math.nan


def verdict(low: float, high: float, smallest: float) -> str:
    """The words for a 95% interval; without a smallest change it is only set against none at all.

    An end that lies on the smallest change counts as reaching it.
    """
    if math.isnan(low) or math.isnan(high):
        return TOO_FEW_TO_ESTIMATE
    if math.isnan(smallest):
        return CHANGED if low > 0 or high < 0 else CANNOT_TELL
    if low >= smallest or high <= -smallest:
        return AT_LEAST
    if -smallest < low and high < smallest:
        return TOO_SMALL  # though it may lie on one side of zero
    return MAY_BE_LESS if low > 0 or high < 0 else CANNOT_TELL
