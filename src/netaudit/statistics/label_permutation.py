"""Whether ties cross the borders of groups more or less than chance would have it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SHUFFLES = 2_000
SEED = 1


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """The E-I index of the ties, what chance alone would give on average, and its 95% range.

    NaN without a tie, and where there is one group alone.
    """

    observed: float
    expected: float
    low: float
    high: float

    @property
    def is_undefined(self) -> bool:
        """Whether there was nothing to compare."""
        return math.isnan(self.observed)

    @property
    def is_within(self) -> bool:
        """Whether the ties are what chance could give."""
        return self.low <= self.observed <= self.high


def crossing(groups: Sequence[str], ties: Sequence[tuple[int, int]]) -> Crossing:
    """(between groups - within) ÷ all ties, with the groups' names dealt out anew at random.

    `groups` names the group of each person, `ties` pairs of their places. How the ties lie and how
    large the groups are stays as it is (Krackhardt & Stern 1988). The mean over all ways of dealing
    is exact: 1 - 2 Σ n(n - 1) ÷ N(N - 1); the range rests on SHUFFLES of them from a fixed seed.
    """
    names, group = np.unique(groups, return_inverse=True)
    if not ties or len(names) < 2:
        return Crossing(observed=math.nan, expected=math.nan, low=math.nan, high=math.nan)
    one, other = np.array(ties).T
    sizes, whole = np.bincount(group), len(group)
    dealt = np.random.default_rng(SEED).permuted(np.tile(group, (SHUFFLES, 1)), axis=1)
    between = (dealt[:, one] != dealt[:, other]).mean(axis=1)
    low, high = np.quantile(2 * between - 1, [0.025, 0.975])
    return Crossing(
        observed=float(2 * (group[one] != group[other]).mean() - 1),
        expected=float(1 - 2 * (sizes * (sizes - 1)).sum() / (whole * (whole - 1))),
        low=float(low),
        high=float(high),
    )
