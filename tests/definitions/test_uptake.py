"""Mentoring uptake: who is counted, of whom, and the interval."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from scipy.stats import binomtest

from netaudit.definitions.examples import Rows, canonical_rows
from netaudit.engine import duckdb as engine
from netaudit.programme import Cohort, Programme
from netaudit.vocabulary import VOCABULARIES
from tests.computed import joined, of_participant
from tests.oracles_mentoring import uptake
from tests.random_mentoring import mentoring_programmes

UPTAKE_SQL = """
SELECT cohort, wave, what, category, k, n_enrolled, n_answered, share, ci_low, ci_high
FROM mentoring_uptake
"""
INTERVALS_SQL = """
SELECT k, n, wilson_low(k, n), wilson_high(k, n)
FROM range(0, 41) AS counted (k), range(1, 41) AS everybody (n)
WHERE k <= n
"""
MENTOR = "mentoring_id my_role\nm1 mentee"

Line = tuple[str, str, str, str | None]


def computed(rows: Rows, programme: Programme | None = None) -> dict[Line, tuple[Any, ...]]:
    """The figures of each line of uptake: k, enrolled, answered, share and its interval."""
    with engine.connect() as con:
        engine.create_canonical_tables(con)
        engine.create_programme_tables(con, programme or Programme())
        engine.load_rows(con, rows)
        engine.create_functions(con)
        engine.create_stages(con)
        engine.create_patterns(con)
        engine.create_results(con)
        found = con.execute(UPTAKE_SQL).fetchall()
    lines = {row[:4]: row[4:] for row in found}
    assert len(lines) == len(found)
    return lines


def cohort_of(*reported: str, **example: Any) -> Rows:
    """One participant of cohort 2026 for each mentoring table."""
    return joined(
        [
            of_participant(canonical_rows({"mentoring": text, **example}), f"P{number}")
            for number, text in enumerate(reported)
        ]
    )


PUBLISHED = {
    (7, 18): (0.20, 0.61),
    (0, 18): (0.00, 0.18),
    (18, 18): (0.82, 1.00),
    (11, 18): (0.39, 0.80),
    (11, 24): (0.28, 0.65),
}
"""Wilson intervals to two decimals, as the measurement specification prints them."""


def test_interval_is_wilsons() -> None:
    with engine.connect() as con:
        engine.create_functions(con)
        found = {(k, n): (low, high) for k, n, low, high in con.execute(INTERVALS_SQL).fetchall()}
        nobody = con.execute("SELECT wilson_low(0, 0), wilson_high(0, 0)").fetchone()
    for counts, interval in PUBLISHED.items():
        assert found[counts] == pytest.approx(interval, abs=0.005)
    for (k, n), interval in found.items():
        expected = binomtest(k, n).proportion_ci(method="wilson")
        assert interval == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert nobody == (None, None)


def test_share_is_of_those_enrolled_and_the_interval_too() -> None:
    programme = Programme(cohorts=(Cohort(id="2026", enrolled=24),))
    rows = cohort_of(*[MENTOR] * 11, *[""] * 7)
    line = computed(rows, programme)["2026", "midpoint", "any_mentor", None]
    assert line[:3] == (11, 24, 18)
    assert line[3:] == pytest.approx((11 / 24, 0.279, 0.649), abs=5e-4)  # by scipy


@pytest.mark.parametrize(("declared", "enrolled"), [(None, 3), (2, 3), (30, 30)])
def test_as_many_are_enrolled_as_declared_and_never_fewer_than_take_part(
    declared: int | None, enrolled: int
) -> None:
    programme = Programme(cohorts=(Cohort(id="2026", enrolled=declared),))
    lines = computed(cohort_of(MENTOR, "", ""), programme)
    assert lines["2026", "midpoint", "any_mentor", None][1] == enrolled


def test_nothing_is_said_of_a_wave_at_which_nobody_reported_mentoring() -> None:
    assert computed(cohort_of("", "")) == {}


def test_a_relationship_that_may_be_of_the_kind_leaves_its_participant_unanswered() -> None:
    """By hand: the third mentor's type is not known, the last has ended."""
    lines = computed(
        cohort_of(
            "mentoring_id my_role type\nm1 mentee sponsorship\nm2 mentee unknown",
            "mentoring_id my_role type\nm1 mentee peer",
            "mentoring_id my_role type\nm1 mentee unknown",
            "mentoring_id my_role type end_date\nm1 mentee sponsorship 2020",
        )
    )
    figures = {(what, category): line[:3] for (_, _, what, category), line in lines.items()}
    assert figures["sponsor", None] == (1, 4, 3)
    assert figures["type", "sponsorship"] == (1, 4, 3)
    assert figures["type", "peer"] == (1, 4, 2)
    assert figures["any_mentor", None] == (3, 4, 4)
    assert figures["any_mentee", None] == (0, 4, 4)


def test_a_sponsored_colleague_is_no_sponsor() -> None:
    lines = computed(cohort_of("mentoring_id my_role type\nm1 mentor sponsorship"))
    assert lines["2026", "midpoint", "sponsor", None][0] == 0
    assert lines["2026", "midpoint", "type", "sponsorship"][0] == 1


LISTED = {
    "type": "mentoring_type",
    "formality": "formality",
    "mode": "mode",
    "role": "mentoring_role",
    "scope": "scope",
    "source": "mentor_source",
    "approach": "approach",
}


def test_categories_are_those_of_the_vocabulary_in_its_order() -> None:
    lines = computed(cohort_of(MENTOR))
    for what, vocabulary in LISTED.items():
        categories = [category for (_, _, line, category) in lines if line == what]
        assert categories == [code for code in VOCABULARIES[vocabulary] if code != "unknown"]


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=mentoring_programmes())
def test_uptake_agrees_with_its_oracle(drawn: tuple[Rows, Programme]) -> None:
    rows, programme = drawn
    lines = computed(rows, programme)
    assert {line: figures[:3] for line, figures in lines.items()} == dict(uptake(rows, programme))
    for k, enrolled, answered, share, low, high in lines.values():
        assert k <= answered <= enrolled
        assert share == pytest.approx(k / enrolled)
        assert 0 <= low <= share <= high <= 1
