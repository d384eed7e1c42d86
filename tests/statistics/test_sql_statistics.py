"""Statistics written in SQL, against statsmodels and published worked examples."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

from netaudit.definitions.registry import functions
from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection


@pytest.fixture(scope="module")
def con() -> Iterator[Connection]:
    with engine.connect() as connection:
        for statement in functions():
            connection.execute(statement)
        yield connection


def one(con: Connection, expression: str, **values: Any) -> Any:
    found = con.execute(f"SELECT {expression}", values).fetchone()
    assert found is not None
    return found[0] if len(found) == 1 else found


COUNTS = st.integers(0, 30)


@settings(max_examples=25, deadline=None)
@given(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS))
def test_kappa_and_its_error_are_those_of_statsmodels(
    con: Connection, table: tuple[int, int, int, int]
) -> None:
    a, b, c, d = table
    found = one(con, "kappa($a, $b, $c, $d), kappa_error($a, $b, $c, $d)", a=a, b=b, c=c, d=d)
    if not sum(table):
        assert found == (None, None)
        return
    with np.errstate(all="ignore"):
        expected = cohens_kappa(np.array([[a, b], [c, d]]))
    if np.isfinite(expected.kappa):
        assert found[0] == pytest.approx(expected.kappa, abs=1e-12)
    else:
        assert found[0] is None
    if np.isfinite(expected.std_kappa):
        assert found[1] == pytest.approx(expected.std_kappa, abs=1e-7)


def test_kappa_interval_is_that_of_the_table_with_one_more_in_each_cell(con: Connection) -> None:
    low, high = one(con, "kappa_low(4, 2, 5, 13), kappa_high(4, 2, 5, 13)")
    expected = cohens_kappa(np.array([[5, 3], [6, 14]]))
    assert (low, high) == pytest.approx((expected.kappa_low, expected.kappa_upp), abs=1e-6)
    low, high = one(con, "kappa_low(8, 0, 0, 12), kappa_high(8, 0, 0, 12)")
    assert low < high == 1
    assert one(con, "kappa_low(0, 0, 0, 0), kappa_high(0, 0, 0, 0)") == (None, None)


def test_agreement_of_two_published_tables(con: Connection) -> None:
    """Prevalence paradox: the same kappa of 1/3 with 71% and 87.5% agreement (Byrt et al. 1993).

    AC1 by hand: (17/24 - 2·q·(1 - q)) / (1 - 2·q·(1 - q)) with q = 15/48, and 5/48 for the second.
    """
    for (a, b, c, d), q, agreeing in (((4, 2, 5, 13), 15 / 48, 17), ((1, 2, 1, 20), 5 / 48, 21)):
        chance = 2 * q * (1 - q)
        assert one(con, "kappa($a, $b, $c, $d)", a=a, b=b, c=c, d=d) == pytest.approx(1 / 3)
        assert one(con, "agreement_ac1($a, $b, $c, $d)", a=a, b=b, c=c, d=d) == pytest.approx(
            (agreeing / 24 - chance) / (1 - chance)
        )
    assert one(con, "positive_agreement(4, 2, 5)") == pytest.approx(8 / 15)


def test_nobody_judged_gives_nothing(con: Connection) -> None:
    assert (
        one(
            con,
            "kappa(0, 0, 0, 0), kappa_error(0, 0, 0, 0), agreement_ac1(0, 0, 0, 0),"
            " positive_agreement(0, 0, 3 - 3)",
        )
        == (None,) * 4
    )


def test_bonett_price_of_the_worked_table(con: Connection) -> None:
    """18 pairs, one gained and six lost: -28 points, from -52 to +2 (Bonett & Price 2012)."""
    found = one(
        con,
        "paired_difference(1, 6, 18), bonett_price_low(1, 6, 18), bonett_price_high(1, 6, 18)",
    )
    middle, spread = -5 / 20, ((2 + 7) / 20 - (5 / 20) ** 2) / 20
    assert found[0] == pytest.approx(-5 / 18)
    assert found[1:] == pytest.approx(
        (middle - 1.959964 * spread**0.5, middle + 1.959964 * spread**0.5), abs=1e-6
    )
    assert [round(100 * value) for value in found] == [-28, -52, 2]


@pytest.mark.parametrize(("k", "n"), [(7, 18), (0, 18), (18, 18), (11, 24), (18, 24)])
def test_wilson_is_that_of_statsmodels(con: Connection, k: int, n: int) -> None:
    low, high = proportion_confint(k, n, method="wilson")
    found = one(con, "wilson_low($k, $n), wilson_high($k, $n)", k=k, n=n)
    assert found == pytest.approx((low, high), abs=1e-9)


def test_hedges_g_av_by_hand(con: Connection) -> None:
    """Lakens (2013): d_av = 1 / sqrt((2² + 4²) / 2), times 1 - 3 / (4·9 - 1) of ten pairs."""
    found = one(con, "hedges_g_av(1.0, 2.0, 4.0, 10)")
    assert found == pytest.approx(1 / 10**0.5 * (1 - 3 / 35))
    assert one(con, "hedges_g_av(0.0847, 0.1, 0.1, 18)") == pytest.approx(0.847 * 0.95522, abs=1e-4)


def test_hedges_g_av_of_what_does_not_vary_is_undefined(con: Connection) -> None:
    assert one(con, "hedges_g_av(1.0, 0.0, 0.0, 10), hedges_g_av(1.0, 2.0, 2.0, 1)") == (None, None)
