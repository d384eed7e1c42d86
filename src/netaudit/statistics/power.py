"""What a number of pairs can tell at all: said before the data are there, not afterwards."""

import math

from netaudit.statistics.student_t import t_quantile

FARTHEST = 10.0
"""So many standard errors from zero SciPy's noncentral t is still defined everywhere."""


def paired_power(effect: float, n: int, level: float = 0.95) -> float:
    """The chance that the t interval of n pairs leaves out zero, if the true mean change is so many
    standard deviations of change: by the noncentral t distribution (Cohen 1988). NaN below two.
    """
    if n < 2:
        return math.nan
    from scipy.special import nctdtr

    df, centre = n - 1, effect * math.sqrt(n)
    cut = float(t_quantile(df, level))
    return float(2 - nctdtr(df, centre, cut) - nctdtr(df, -centre, cut))


def smallest_effect(n: int, power: float = 0.8, level: float = 0.95) -> float:
    """The smallest true change, in standard deviations of change, found with this power.

    NaN for fewer than three pairs.
    """
    most = FARTHEST / math.sqrt(n) if n else math.nan
    if n < 3 or paired_power(most, n, level) < power:
        return math.nan
    from scipy.optimize import brentq

    return float(brentq(lambda effect: paired_power(effect, n, level) - power, 0.0, most))
