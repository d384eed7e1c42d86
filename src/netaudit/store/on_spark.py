"""Measures of the data in force computed on Spark, in the order in which netaudit writes them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from netaudit.engine import duckdb as engine
from netaudit.engine import spark as on_spark
from netaudit.store.dealing import deal
from netaudit.store.merge import merged_programme

if TYPE_CHECKING:
    import pyarrow as pa

    from netaudit.store.workspace import Workspace

ROWS_IN_A_BATCH = 100_000


@contextmanager
def measures_on_spark(
    workspace: "Workspace", wave: str | None, master: str
) -> "Iterator[pa.RecordBatchReader]":
    """The rows of `netaudit measures`; buckets and results lie in the workspace's folder meanwhile.

    All workers have to see that folder under the same path. NetauditError where Spark is missing.
    """
    programme = merged_programme(workspace.counting())
    with (
        tempfile.TemporaryDirectory(prefix="spark-", dir=workspace.root) as folder,
        on_spark.session(master) as spark,
        engine.connect() as con,
    ):
        dealt = deal(workspace.database(), programme, folder)
        results = f"{dealt.folder}/results"
        on_spark.measures(spark, dealt).write.parquet(f"file://{results}")
        con.execute("SET temp_directory = ?", [f"{dealt.folder}/spilled"])
        engine.create_programme_tables(con, programme)
        yield con.sql(
            "SELECT r.* FROM read_parquet($results) AS r"
            " INNER JOIN wave_order AS w ON r.wave = w.wave"
            " WHERE $wave IS NULL OR r.wave = $wave"
            " ORDER BY r.cohort, r.participant_id, w.wave_no, r.measure, r.attribute NULLS FIRST",
            params={"results": f"{results}/*.parquet", "wave": wave},
        ).to_arrow_reader(ROWS_IN_A_BATCH)
