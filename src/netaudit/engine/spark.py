"""Runs the same definitions on Spark: participants are dealt into buckets, a DuckDB each.

Spark only hands out the buckets. What looks across participants is gathered from all of them in a
first round and given to each in the second, so that a bucket can be computed by itself, and again
where a worker was lost.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from netaudit.definitions import registry
from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection
from netaudit.errors import NetauditError
from netaudit.programme import Programme

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

LOCAL = "local[*]"

DEALT = (
    *("participants", "audits", "contacts", "ties", "mentoring"),
    engine.CONTACT_ATTRIBUTES,
)
"""The canonical tables that measures and patterns rest on."""

GATHERED = """
SELECT DISTINCT 'answer_count' AS stage, attribute AS first, category AS second, is_known AS flag
FROM answer_count
UNION ALL
SELECT 'mentoring_asked', cohort, wave, NULL
FROM mentoring_asked
"""
GATHERED_SCHEMA = "stage string, first string, second string, flag boolean"
"""What is asked of every bucket for the stages that look across participants."""

ACROSS = {
    "attribute_kind": """
WITH answer_count AS (
    SELECT first AS attribute, second AS category, flag AS is_known
    FROM gathered
    WHERE stage = 'answer_count'
)
FROM (
{definition}
)
""",
    "mentoring_asked": """
SELECT first AS cohort, second AS wave
FROM gathered
WHERE stage = 'mentoring_asked'
""",
}
"""Those stages, from what all buckets hold."""

MEASURES = """
SELECT a.cohort, a.participant_id, a.wave, m.measure, m.attribute, m.value
FROM measure_value AS m
INNER JOIN audit AS a ON m.audit_id = a.audit_id
"""
MEASURES_SCHEMA = (
    "cohort string, participant_id string, wave string, measure string, attribute string,"
    " value double"
)
PATTERNS = """
SELECT
    a.cohort, a.participant_id, a.wave, p.pattern, p.computed, p.own, p.display, p.basis, p.gap,
    p.gap_pairs, p.evidence
FROM pattern_state AS p
INNER JOIN audit AS a ON p.audit_id = a.audit_id
"""
PATTERNS_SCHEMA = (
    "cohort string, participant_id string, wave string, pattern string, computed string,"
    " own string, display string, basis string, gap int, gap_pairs int, evidence string"
)


@dataclass(frozen=True, kw_only=True)
class Dealt:
    """Where every worker finds the buckets: `folder`/table/number/*.parquet, numbered from 0."""

    folder: str
    buckets: int
    programme: Programme


def session(master: str = LOCAL) -> "SparkSession":
    """A Spark session; NetauditError where PySpark or Java is missing."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise NetauditError(
            "Spark is not installed.", "Install it with netaudit[spark]; it needs Java as well."
        ) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        return (
            SparkSession.builder.master(master)
            .appName("netaudit")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "65536")
            .getOrCreate()
        )
    except (PySparkException, OSError) as error:
        raise NetauditError(
            f"Spark does not start: {error}", "See that Java is installed and the master answers."
        ) from error


def measures(spark: "SparkSession", dealt: Dealt) -> "DataFrame":
    """Every measure: cohort, participant_id, wave, measure, attribute, value."""
    return _second_round(spark, dealt, _measures, MEASURES_SCHEMA)


def patterns(spark: "SparkSession", dealt: Dealt) -> "DataFrame":
    """The four patterns of every audit, as `netaudit patterns` writes them."""
    return _second_round(spark, dealt, _patterns, PATTERNS_SCHEMA)


def _second_round(
    spark: "SparkSession",
    dealt: Dealt,
    compute: Callable[[Connection], pa.RecordBatchReader],
    schema: str,
) -> "DataFrame":
    gathered = _gathered(spark, dealt)

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number in _numbers(batches):
            with _bucket(dealt, number) as con:
                _create_across(con, gathered)
                yield from compute(con)

    return _every_bucket(spark, dealt).mapInArrow(task, schema)


def _gathered(spark: "SparkSession", dealt: Dealt) -> pa.Table:
    """The first round: what the buckets hold of GATHERED, each row once."""

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number in _numbers(batches):
            with _bucket(dealt, number) as con:
                engine.create_stages(con, only=registry.stages_for(_FIRST_ROUND))
                yield from con.sql(GATHERED).to_arrow_reader()

    found = _every_bucket(spark, dealt).mapInArrow(task, GATHERED_SCHEMA)
    return found.distinct().toArrow()


_FIRST_ROUND = ("answer_count", "mentoring_asked")


def _every_bucket(spark: "SparkSession", dealt: Dealt) -> "DataFrame":
    return spark.range(0, dealt.buckets, 1, dealt.buckets)


def _numbers(batches: Iterable[pa.RecordBatch]) -> Iterator[int]:
    for batch in batches:
        yield from batch.column(0).to_pylist()


def _bucket(dealt: Dealt, number: int) -> Connection:
    """A database in memory whose canonical tables are those of one bucket."""
    con = engine.connect()
    con.execute("SET threads = 1")
    engine.create_canonical_tables(con)
    engine.create_programme_tables(con, dealt.programme)
    engine.create_functions(con)
    for table in DEALT:
        files = f"{dealt.folder}/{table}/{number}/*.parquet"
        if con.execute("SELECT 1 FROM glob(?) LIMIT 1", [files]).fetchall():
            con.execute(f"INSERT INTO {table} BY NAME FROM read_parquet(?)", [files])
    return con


def _create_across(con: Connection, gathered: pa.Table) -> None:
    con.register("gathered", gathered)
    for stage, sql in ACROSS.items():
        definition = registry.stages()[stage].sql
        con.execute(f"CREATE TABLE {stage} AS {sql.format(definition=definition)}")
    con.unregister("gathered")


def _create_stages(con: Connection, needs: Iterable[str]) -> None:
    stages = registry.stages_for(needs)
    engine.create_stages(con, only=[stage for stage in stages if stage.id not in ACROSS])


def _measures(con: Connection) -> pa.RecordBatchReader:
    _create_stages(con, (n for measure in registry.measures().values() for n in measure.needs))
    engine.create_measures(con)
    return con.sql(MEASURES).to_arrow_reader()


def _patterns(con: Connection) -> pa.RecordBatchReader:
    state = registry.results()["pattern_state"]
    rules = (n for pattern in registry.patterns().values() for n in pattern.needs)
    _create_stages(con, (*rules, *state.needs))
    engine.create_patterns(con)
    engine.run(con, f"CREATE TABLE {state.id} AS\n{state.sql}", f"results/{state.id}.sql")
    return con.sql(PATTERNS).to_arrow_reader()
