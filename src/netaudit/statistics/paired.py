"""Further looks at paired differences, beside the mean with its t interval."""

import hashlib
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

DECIMALS = 10
"""Differences are compared after rounding: 0.3 - 0.2 and 0.1 are one value, not two."""

ALL_SIGNS = 18
"""Up to so many differences other than zero, every choice of their signs is gone through."""

RESAMPLES = 9_999
BATCH = 500
"""So many are drawn at a time, so that thousands of differences fit into memory."""

MOST_FOR_PAIRS = 2_000
"""Beyond so many differences the means of all pairs of them would not fit, nor say more."""


@dataclass(frozen=True, kw_only=True)
class SignedRank:
    """Wilcoxon's test: its p-value, the Hodges-Lehmann estimate and how many did not change."""

    p_value: float
    estimate: float
    zeros: int


def _rounded(differences: npt.ArrayLike) -> Numbers:
    return np.round(np.asarray(differences, dtype=float), DECIMALS)


def signed_rank(differences: npt.ArrayLike) -> SignedRank:
    """Wilcoxon's signed-rank test (1945), by `scipy.stats.wilcoxon`, and the median of the means of
    all pairs of differences (Hodges & Lehmann 1963).

    Those who did not change leave the test and stay in the estimate. With ties SciPy goes through
    every choice of signs up to 13 differences and takes the normal approximation beyond. p is NaN
    where nobody changed, both are without differences, the estimate beyond MOST_FOR_PAIRS.
    """
    values = _rounded(differences)
    zeros = int((values == 0).sum())
    if not values.size:
        return SignedRank(p_value=math.nan, estimate=math.nan, zeros=0)
    estimate = _hodges_lehmann(values) if values.size <= MOST_FOR_PAIRS else math.nan
    if zeros == values.size:
        return SignedRank(p_value=math.nan, estimate=estimate, zeros=zeros)
    from scipy.stats import wilcoxon

    return SignedRank(p_value=float(wilcoxon(values).pvalue), estimate=estimate, zeros=zeros)


def _hodges_lehmann(values: Numbers) -> float:
    first, second = np.triu_indices(values.size)
    return float(np.median((values[first] + values[second]) / 2))


def sign_flip(differences: npt.ArrayLike) -> float:
    """The two-sided p-value of the mean if each difference could as well have the other sign.

    Fisher's randomisation test (1935): the share of all choices of signs whose mean is at least as
    far from zero. Beyond ALL_SIGNS differences other than zero it rests on RESAMPLES choices drawn
    by `scipy.stats.permutation_test` from a seed of the data, whatever their order. NaN where
    nobody changed.
    """
    values = _rounded(differences)
    values = values[values != 0]
    if not values.size:
        return math.nan
    if values.size > ALL_SIGNS:
        return _sign_flip_drawn(values)
    sums = np.zeros(1)
    for value in values:
        sums = np.concatenate([sums + value, sums - value])
    # A hair's width, so that sums equal but for rounding count as equal.
    return float((np.abs(sums) >= abs(values.sum()) - 1e-9).mean())


def _sign_flip_drawn(values: Numbers) -> float:
    from scipy.stats import permutation_test

    drawn = permutation_test(
        (np.sort(values),),
        lambda x, axis: x.mean(axis=axis),
        permutation_type="samples",
        n_resamples=RESAMPLES,
        batch=BATCH,
        vectorized=True,
        rng=np.random.default_rng(seed_of(values)),
    )
    return float(drawn.pvalue)


def bca_interval(differences: npt.ArrayLike, level: float = 0.95) -> tuple[float, float]:
    """The bias-corrected and accelerated bootstrap interval of the mean (Efron 1987).

    By `scipy.stats.bootstrap` with RESAMPLES drawn from a seed of the data, so that the same data
    give the same interval. NaN where all differences are equal. It is too narrow in small groups:
    docs/statistics.md has the figures.
    """
    values = _rounded(differences)
    if values.size < 2 or np.ptp(values) == 0:
        return math.nan, math.nan
    from scipy.stats import bootstrap

    found = bootstrap(
        (np.sort(values),),
        np.mean,
        confidence_level=level,
        n_resamples=RESAMPLES,
        batch=BATCH,
        method="BCa",
        rng=np.random.default_rng(seed_of(values)),
    ).confidence_interval
    return float(found.low), float(found.high)


def seed_of(values: npt.ArrayLike) -> int:
    """A number that depends on the values and not on their order."""
    ordered = np.sort(_rounded(values)) + 0.0  # no negative zero
    return int.from_bytes(hashlib.sha256(ordered.tobytes()).digest()[:8], "big")
