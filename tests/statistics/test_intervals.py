"""Intervals and differences of means against SciPy, statsmodels and published worked numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats
from statsmodels.stats.power import TTestPower
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from netaudit.statistics.mover import difference_of
from netaudit.statistics.power import paired_power, smallest_effect
from netaudit.statistics.student_t import half_width_in_sds, t_reach
from netaudit.statistics.two_groups import Difference, Sample, standardised_difference, welch

VALUES = arrays(
    "float64", st.integers(2, 30), elements=st.floats(-50, 50).map(lambda x: round(x, 3))
)


def sample(values: np.ndarray) -> Sample:
    return Sample(n=len(values), mean=float(values.mean()), sd=float(values.std(ddof=1)))


@settings(max_examples=40, deadline=None)
@given(VALUES)
def test_t_interval_is_that_of_statsmodels(values: np.ndarray) -> None:
    low, high = DescrStatsW(values).tconfint_mean()
    reach = float(t_reach(values.std(ddof=1), len(values)))
    assert values.mean() - reach == pytest.approx(low, abs=1e-9)
    assert values.mean() + reach == pytest.approx(high, abs=1e-9)


def test_t_interval_of_none_and_of_one_is_undefined() -> None:
    assert np.isnan(t_reach([1.0, np.nan, np.nan], [0, 1, 0])).all()
    assert float(t_reach(0.0, 12)) == 0


def test_half_widths_that_cohorts_can_expect() -> None:
    """t(n - 1) / sqrt(n) from a printed t table: 2.776/√5, 2.262/√10, 2.145/√15, 2.093/√20, …"""
    found = half_width_in_sds([5, 10, 15, 20, 30, 40])
    assert np.round(found, 2).tolist() == [1.24, 0.72, 0.55, 0.47, 0.37, 0.32]


@settings(max_examples=40, deadline=None)
@given(VALUES, VALUES)
def test_welch_interval_is_that_of_statsmodels(one: np.ndarray, other: np.ndarray) -> None:
    found = welch(sample(one), sample(other))
    assert found.value == pytest.approx(one.mean() - other.mean(), abs=1e-9)
    if one.std() or other.std():
        compared = CompareMeans(DescrStatsW(one), DescrStatsW(other))
        low, high = compared.tconfint_diff(usevar="unequal")
        assert (found.low, found.high) == pytest.approx((low, high), abs=1e-7)
    else:
        assert found.low == found.value == found.high


def test_welch_of_a_group_of_one_has_no_interval() -> None:
    found = welch(Sample(n=1, mean=1, sd=float("nan")), Sample(n=9, mean=0, sd=1))
    assert found.value == 1
    assert np.isnan([found.low, found.high]).all()
    assert np.isnan(standardised_difference(Sample(n=1, mean=1, sd=0), Sample(n=9, mean=0, sd=1)))


def test_standardised_difference_by_hand() -> None:
    """(0.3 - 0.1) / sqrt((0.1² + 0.3²) / 2) = 0.2 / sqrt(0.05)."""
    found = standardised_difference(Sample(n=18, mean=0.3, sd=0.1), Sample(n=6, mean=0.1, sd=0.3))
    assert found == pytest.approx(0.2 / 0.05**0.5)
    assert np.isnan(standardised_difference(Sample(n=5, mean=1, sd=0), Sample(n=5, mean=0, sd=0)))


@pytest.mark.parametrize("n", [3, 8, 15, 25, 60])
def test_power_is_that_of_statsmodels(n: int) -> None:
    for effect in (0.0, 0.2, 0.5, 0.9):
        expected = TTestPower().power(effect, n, 0.05)
        assert paired_power(effect, n) == pytest.approx(expected, abs=1e-9)
    assert smallest_effect(n) == pytest.approx(
        TTestPower().solve_power(None, n, 0.05, 0.8), abs=1e-5
    )


def test_number_of_pairs_for_four_cohorts_in_five() -> None:
    """Cohen (1988): effects of 0.3, 0.5 and 0.8 take 90, 34 and 15 pairs; 12 find 0.89."""
    for effect, pairs in ((0.3, 90), (0.5, 34), (0.8, 15)):
        assert smallest_effect(pairs) <= effect < smallest_effect(pairs - 1)
    assert round(smallest_effect(12), 2) == 0.89
    assert np.isnan([smallest_effect(n) for n in (0, 1, 2)]).all()
    assert np.isnan(paired_power(1, 1))


def test_t_quantile_with_broken_degrees_of_freedom_is_that_of_scipy() -> None:
    one, other = Sample(n=7, mean=2, sd=1.5), Sample(n=11, mean=1, sd=0.4)
    df = (1.5**2 / 7 + 0.4**2 / 11) ** 2 / ((1.5**2 / 7) ** 2 / 6 + (0.4**2 / 11) ** 2 / 10)
    reach = stats.t.ppf(0.975, df) * (1.5**2 / 7 + 0.4**2 / 11) ** 0.5
    assert welch(one, other).high == pytest.approx(1 + reach)


def test_interval_of_the_worked_change() -> None:
    """18 pairs, mean 0.0847, SD 0.0971: t(17) = 2.110 of a table, so 0.0847 ± 2.110·0.0971/√18."""
    reach = float(t_reach(0.0971, 18))
    assert reach == pytest.approx(2.1098 * 0.0971 / 18**0.5, abs=1e-5)
    assert (round(0.0847 - reach, 3), round(0.0847 + reach, 3)) == (0.036, 0.133)


def wilson(k: int, n: int) -> Difference:
    low, high = proportion_confint(k, n, method="wilson")
    return Difference(value=k / n, low=low, high=high)


def test_recovered_variances_of_a_published_table() -> None:
    """Newcombe (1998), method 10: 56 of 70 less 48 of 80 is 0.2, from 0.0524 to 0.3339."""
    found = difference_of(wilson(56, 70), wilson(48, 80))
    assert found.value == pytest.approx(0.2)
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


@pytest.mark.parametrize(("k", "n", "other_k", "other_n"), [(9, 18, 4, 15), (0, 12, 12, 12)])
def test_recovered_variances_as_statsmodels_has_them(
    k: int, n: int, other_k: int, other_n: int
) -> None:
    found = difference_of(wilson(k, n), wilson(other_k, other_n))
    expected = confint_proportions_2indep(k, n, other_k, other_n, method="newcomb", compare="diff")
    assert (found.low, found.high) == pytest.approx(expected)
