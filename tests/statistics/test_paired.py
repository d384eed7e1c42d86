"""Tests of paired differences against SciPy, statsmodels, enumeration by hand and Holm's paper."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

from netaudit.statistics.holm import holm
from netaudit.statistics.mcnemar import mid_p
from netaudit.statistics.paired import bca_interval, seed_of, sign_flip, signed_rank

SHARES = [0.1, 0.2, 0.1, 0.0, 0.3, -0.1, 0.125, 0.05, 0.0, 0.1, 0.2, 0.15]


def test_mid_p_of_the_worked_table() -> None:
    """Six lost and one gained: 2·P(B ≤ 1) - P(B = 1) of seven = (2·8 - 7) / 128; exact 0.125."""
    assert mid_p(1, 6) == mid_p(6, 1) == pytest.approx(9 / 128)
    assert mcnemar([[3, 6], [1, 8]], exact=True).pvalue == pytest.approx(0.125)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 40), st.integers(0, 40))
def test_mid_p_is_the_exact_one_less_one_probability(gained: int, lost: int) -> None:
    if gained + lost == 0:
        assert np.isnan(mid_p(gained, lost))
        return
    exact = 2 * stats.binom.cdf(min(gained, lost), gained + lost, 0.5)
    expected = min(1.0, exact - stats.binom.pmf(min(gained, lost), gained + lost, 0.5))
    assert mid_p(gained, lost) == pytest.approx(expected)


def test_holm_lets_one_of_six_stand() -> None:
    """By hand: 6·.004, 5·.021, 4·.030, 3·.041, then 2·.20 and .60."""
    found = holm([0.2, 0.004, 0.03, 0.021, 0.6, 0.041])
    assert found == pytest.approx([0.4, 0.024, 0.12, 0.105, 0.6, 0.123])


@pytest.mark.parametrize("p_values", [[0.04], [0.03, 0.02], [0.5, 0.01, 0.01], [1.0, 0.0, 0.9]])
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    assert holm(p_values) == pytest.approx(multipletests(p_values, method="holm")[1])


def test_holm_of_nothing_is_nothing() -> None:
    assert holm([]) == []


def test_sign_flip_goes_through_every_choice_of_signs() -> None:
    changed = [x for x in SHARES if x]
    sums = [
        abs(sum(s * x for s, x in zip(signs, changed, strict=True)))
        for signs in product((1, -1), repeat=len(changed))
    ]
    expected = sum(one >= sum(changed) - 1e-9 for one in sums) / len(sums)
    assert sign_flip(SHARES) == pytest.approx(expected)
    assert sign_flip([-x for x in SHARES]) == pytest.approx(expected)


def test_sign_flip_of_many_is_drawn_and_stays_the_same() -> None:
    values = np.random.default_rng(4).normal(0.2, 1, 40)
    found = sign_flip(values)
    assert found == sign_flip(values[::-1])
    # The t test answers the same question of so many; the drawn p lies within its own error.
    assert found == pytest.approx(stats.ttest_1samp(values, 0).pvalue, abs=0.02)


@pytest.mark.parametrize("values", [[], [0.0], [0.0] * 9])
def test_nothing_changed_has_no_p_value(values: list[float]) -> None:
    assert np.isnan(sign_flip(values))
    assert np.isnan(signed_rank(values).p_value)
    assert signed_rank(values).zeros == len(values)


def test_signed_rank_is_that_of_scipy_once_equal_shares_are_equal() -> None:
    """0.3 - 0.2 and 0.1 are one rank, though not one float."""
    noisy = [0.3 - 0.2, 0.1, 0.7 - 0.6, -0.2, 0.4, 0.0]
    found = signed_rank(noisy)
    assert found.p_value == stats.wilcoxon([0.1, 0.1, 0.1, -0.2, 0.4, 0.0]).pvalue
    assert found.zeros == 1


def test_hodges_lehmann_by_hand() -> None:
    """Of 1, 2 and 6 the means of all pairs are 1, 1.5, 2, 3.5, 4 and 6: their median is 2.75."""
    assert signed_rank([1, 6, 2]).estimate == 2.75


def test_bootstrap_interval_is_the_same_for_the_same_people() -> None:
    low, high = bca_interval(SHARES)
    assert (low, high) == bca_interval(SHARES[::-1])
    expected = stats.bootstrap(
        (np.array(SHARES),), np.mean, n_resamples=20_000, rng=np.random.default_rng(1)
    ).confidence_interval
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=0.006)
    assert low < np.mean(SHARES) < high


@pytest.mark.parametrize("values", [[], [0.2], [0.1] * 20, [0.3 - 0.2] * 5 + [0.1] * 5])
def test_bootstrap_of_what_does_not_vary_is_undefined(values: list[float]) -> None:
    assert np.isnan(bca_interval(values)).all()


def test_seed_knows_the_values_and_not_their_order() -> None:
    assert seed_of([1, 2, 3]) == seed_of([3.0, 1.0, 2.0]) != seed_of([1, 2, 4])
    assert seed_of([0.0]) == seed_of([-0.0])


def test_thousands_of_differences_fit_into_memory() -> None:
    values = np.random.default_rng(2).normal(0.1, 1, 3_000)
    assert np.isnan(signed_rank(values).estimate)
    low, high = bca_interval(values)
    assert low < values.mean() < high
