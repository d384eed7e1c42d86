"""Spark, locally, gives what DuckDB gives: every measure and pattern of the sample programme."""

import math
import shutil
from pathlib import Path

import pytest

from netaudit.engine import spark as on_spark
from netaudit.store import dealing
from netaudit.store.merge import merged_programme
from tests.stored import stored

SAMPLE = Path(__file__).parents[2] / "data" / "sample"
CLOSE = 1e-9

pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("default"),
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not here"),
]


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyspark", reason="the extra spark is not installed")
    with on_spark.session("local[2]") as session:
        yield session


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The sample's database and its participants, dealt into several buckets."""
    workspace = stored(tmp_path_factory.mktemp("spark") / "workspace", SAMPLE)
    database, patch = workspace.database(), pytest.MonkeyPatch()
    with patch.context() as few:
        few.setattr(dealing, "PARTICIPANTS_IN_A_BUCKET", 25)
        programme = merged_programme(workspace.counting())
        return database, dealing.deal(database, programme, workspace.root / "dealt")


def test_measures(spark, both):
    database, dealt = both
    assert dealt.buckets == 3
    wanted = _values(database.batches(on_spark.MEASURES, {}).read_all())
    found = _values(on_spark.measures(spark, dealt).toArrow())
    assert len(found) > 10_000
    assert found.keys() == wanted.keys()
    assert [key for key in found if not _is_same(found[key], wanted[key])] == []


def test_patterns(spark, both):
    database, dealt = both
    wanted = _rows(database.batches(on_spark.PATTERNS, {}).read_all())
    assert _rows(on_spark.patterns(spark, dealt).toArrow()) == wanted


def _values(table):
    return {tuple(row[:5]): row[5] for row in _rows(table)}


def _rows(table):
    return sorted((tuple(row.values()) for row in table.to_pylist()), key=str)


def _is_same(one, other):
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE)
