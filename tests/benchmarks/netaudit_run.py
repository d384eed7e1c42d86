"""netaudit itself and the floor, over the same Parquet files."""

from pathlib import Path

import pyarrow.parquet as pq

from netaudit.engine import duckdb as engine
from netaudit.programme import Programme
from tests.benchmarks.population import TABLES
from tests.benchmarks.rows import WAVES

VALUES_SQL = """
SELECT a.participant_id, a.wave, concat_ws(':', m.measure, m.attribute) AS name, m.value
FROM measure_value AS m INNER JOIN audit AS a ON m.audit_id = a.audit_id
"""


def run_netaudit(folder: Path) -> engine.Connection:
    """A database in memory with every measure."""
    con = loaded(folder)
    engine.create_functions(con)
    engine.create_measure_stages(con)
    engine.create_measures(con)
    return con


def loaded(folder: Path) -> engine.Connection:
    """A database in memory with the canonical tables of a population."""
    con = engine.connect()
    engine.create_canonical_tables(con)
    engine.create_programme_tables(con, Programme(waves=WAVES))
    for table in TABLES:
        path = folder / f"{table}.parquet"
        names = ", ".join(pq.read_schema(path).names)
        con.execute(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM read_parquet(?)", [str(path)]
        )
    return con


def run_floor(folder: Path) -> engine.Connection:
    """DuckDB with one GROUP BY: how many contacts each audit lists."""
    con = engine.connect()
    con.execute(
        "CREATE TABLE listed AS SELECT participant_id, wave, count(*) AS contacts"
        " FROM read_parquet(?) GROUP BY participant_id, wave",
        [str(folder / "contacts.parquet")],
    )
    return con
