"""Two groups of different people beside each other, from their sizes, means and spreads."""

import math
from dataclasses import dataclass

from netaudit.statistics.student_t import t_quantile


@dataclass(frozen=True, kw_only=True)
class Sample:
    """How many values there are, their mean and their standard deviation (n - 1)."""

    n: int
    mean: float
    sd: float


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A difference of means with its interval; `low` and `high` are NaN where it has none."""

    value: float
    low: float
    high: float


def welch(one: Sample, other: Sample, level: float = 0.95) -> Difference:
    """Mean of `one` less that of `other`, without taking their spreads for equal (Welch 1947).

    The interval is d ± t(ν)·√(s₁²/n₁ + s₂²/n₂) with Satterthwaite's degrees of freedom ν; undefined
    if a group has fewer than two values, of width zero if neither group varies.
    """
    value = one.mean - other.mean
    if min(one.n, other.n) < 2:
        return Difference(value=value, low=math.nan, high=math.nan)
    parts = (one.sd**2 / one.n, other.sd**2 / other.n)
    error = math.sqrt(sum(parts))
    if error == 0:
        return Difference(value=value, low=value, high=value)
    shares = [part / error**2 for part in parts]
    df = 1 / sum(
        share**2 / (group.n - 1) for share, group in zip(shares, (one, other), strict=True)
    )
    reach = float(t_quantile(df, level)) * error
    return Difference(value=value, low=value - reach, high=value + reach)


def standardised_difference(one: Sample, other: Sample) -> float:
    """The difference in standard deviations, √((s₁² + s₂²)/2) of the two (Austin 2009).

    It describes how far two groups lie apart whatever their size; NaN where neither varies, or a
    group has fewer than two values.
    """
    if min(one.n, other.n) < 2:
        return math.nan
    spread = math.sqrt((one.sd**2 + other.sd**2) / 2)
    return (one.mean - other.mean) / spread if spread > 0 else math.nan
