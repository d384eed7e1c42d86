"""What the mentoring page counts, against its slow twin: on the sample and on random programmes."""

import math
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.engine import duckdb as engine
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests import oracles_mentors_network as oracle
from tests.invented_cohort import computed
from tests.oracles_mentors_network import Export
from tests.random_mentoring import COHORTS, WAVES, mentoring_programmes
from tests.sample_rows import rows

VIEWER = Viewer.local()
TABLES = ("participants", "audits", "contacts", "ties", "mentoring")
BONETT_PRICE_SQL = """
SELECT paired_difference(1, 6, 18), bonett_price_low(1, 6, 18), bonett_price_high(1, 6, 18)
"""


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


@pytest.fixture(scope="module")
def export() -> Export:
    """The sample's rows as plain Python has them, blanks as None."""
    plain: Rows = {}
    for table in TABLES:
        read = rows(table)
        plain[table] = read.astype(object).where(read.notna(), None).to_dict("records")
    return Export(plain, Programme(waves=WAVES))


def assert_same_at(database: Database, export: Export, cohort: str, wave: str) -> None:
    """The figures of one cohort at one wave are those of the oracle."""
    at = Selection(cohort=cohort, wave=wave)
    found = records(ask(database, VIEWER, "mentoring_counts", at))
    expected = oracle.counts(export, cohort, wave)
    assert {row["line"]: (row["k"], row["n"]) for row in found} == expected
    ways = records(ask(database, VIEWER, "mentoring_new_contacts", at))
    everybody, by_way = oracle.new_contacts(export, cohort, wave)
    assert {tuple(row[n] for n in ("compared", "with_new", "new_contacts")) for row in ways} == {
        everybody
    }
    numbers = ("k", "n", "contacts", "contacts_known")
    assert {row["line"]: tuple(row[name] for name in numbers) for row in ways} == by_way
    sides = records(ask(database, VIEWER, "mentoring_beside", at))
    means = {
        (row["counted"], row["has_mentor"]): (row["participants"], row["mean"], row["with_any"])
        for row in sides
    }
    expected_means = oracle.beside(export, cohort, wave)
    assert means.keys() == expected_means.keys()
    for side, figures in expected_means.items():
        assert means[side] == pytest.approx(figures)


def assert_same_people(database: Database, export: Export, cohort: str, wave: str) -> None:
    """So are the lists of people."""
    listed = ask(database, VIEWER, "mentoring_people", Selection(cohort=cohort), now=wave)
    for reason, expected in oracle.people(export, cohort, wave).items():
        assert set(listed.loc[listed[reason], "participant_id"]) == expected, reason


def assert_same_pairs(database: Database, export: Export, cohort: str) -> None:
    """And those who answered at two waves."""
    numbers = ("answered_both", "n", "kept", "gained", "lost", "neither")
    found = records(ask(database, VIEWER, "mentoring_pairs", Selection(cohort=cohort)))
    assert {
        (row["first_wave"], row["last_wave"], row["what"]): tuple(row[name] for name in numbers)
        for row in found
    } == oracle.pairs(export, cohort)
    for row in found:
        assert_bounded(row["difference"], row["ci_low"], row["ci_high"], row["n"])


def assert_bounded(difference: float, low: float, high: float, n: int) -> None:
    """The interval holds the observed difference and stays among the shares there can be."""
    if not n:
        assert all(math.isnan(one) for one in (difference, low, high))
        return
    assert -1 <= low <= difference <= high <= 1


@pytest.mark.parametrize("cohort", ["2025", "2026"])
def test_the_sample_agrees_with_the_oracles(sample: Database, export: Export, cohort: str) -> None:
    for wave in WAVES:
        assert_same_at(sample, export, cohort, wave)
        assert_same_people(sample, export, cohort, wave)
    assert_same_pairs(sample, export, cohort)


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=mentoring_programmes())
def test_random_programmes_agree_with_the_oracles(drawn: tuple[Rows, Programme]) -> None:
    made, programme = drawn
    with TemporaryDirectory() as folder:
        database = computed(Path(folder) / "mentoring.duckdb", made, programme)
        export = Export(made, programme)
        for cohort in COHORTS:
            assert_same_pairs(database, export, cohort)
            for wave in WAVES:
                assert_same_at(database, export, cohort, wave)
                assert_same_people(database, export, cohort, wave)


def test_interval_of_a_paired_difference_is_bonetts_and_prices() -> None:
    """18 people, 6 lost it and 1 gained it: −28 points, 95% interval −52 to +2 (published)."""
    with engine.connect() as con:
        engine.create_functions(con)
        found = con.execute(BONETT_PRICE_SQL).fetchone()
    assert found == pytest.approx((-0.278, -0.523, 0.023), abs=5e-4)
