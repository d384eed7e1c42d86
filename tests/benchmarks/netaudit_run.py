"""netaudit itself and the floor, over the same Parquet files."""

from pathlib import Path

import pyarrow.parquet as pq

from netaudit.definitions import registry
from netaudit.engine import duckdb as engine
from netaudit.programme import Programme
from netaudit.schema import TABLES as TABLE_SCHEMAS
from netaudit.store.workspace import Workspace
from tests.benchmarks.population import TABLES
from tests.benchmarks.rows import WAVES

VALUES_SQL = """
SELECT a.participant_id, a.wave, concat_ws(':', m.measure, m.attribute) AS name, m.value
FROM measure_value AS m INNER JOIN audit AS a ON m.audit_id = a.audit_id
"""


def run_netaudit(folder: Path, memory: str = "4GB") -> engine.Connection:
    """A database in memory with every measure; what does not fit is put beside the population."""
    con = engine.connect()
    con.execute("SET memory_limit = ?", [memory])
    con.execute("SET temp_directory = ?", [str(folder / "spilled")])
    _view_tables(con, folder)
    needs = {need for measure in registry.measures().values() for need in measure.needs}
    engine.create_functions(con)
    engine.create_stages(con, only=registry.stages_for(needs))
    engine.create_measures(con)
    return con


def _view_tables(con: engine.Connection, folder: Path) -> None:
    """The canonical tables, those of a population as views over its files."""
    engine.create_canonical_tables(con)
    engine.create_programme_tables(con, Programme(waves=WAVES))
    for name in TABLES:
        path = folder / f"{name}.parquet"
        held = set(pq.read_schema(path).names)
        columns = ", ".join(
            column.name
            if column.name in held
            else f"CAST(NULL AS {column.sql_type}) AS {column.name}"
            for column in TABLE_SCHEMAS[name].columns
            if column.name != engine.LABEL
        )
        con.execute(f"DROP TABLE {name}")
        con.execute(f"CREATE VIEW {name} AS SELECT {columns} FROM read_parquet('{path}')")


def run_floor(folder: Path) -> engine.Connection:
    """DuckDB with one GROUP BY: how many contacts each audit lists."""
    con = engine.connect()
    con.execute(
        "CREATE TABLE listed AS SELECT participant_id, wave, count(*) AS contacts"
        " FROM read_parquet(?) GROUP BY participant_id, wave",
        [str(folder / "contacts.parquet")],
    )
    return con


def run_reading(export: Path, into: Path) -> None:
    """DuckDB merely reading an export's CSV files into tables and writing those as Parquet."""
    con = engine.connect()
    for name in TABLES:
        con.execute(f"CREATE TABLE {name} AS FROM read_csv(?)", [str(export / f"{name}.csv")])
        con.execute(f"COPY {name} TO '{into / name}.parquet' (COMPRESSION zstd)")


def run_import(export: Path, workspace: Path) -> None:
    """An export read, checked, stored and its database built."""
    Workspace(workspace).import_paths([export])


def run_check(export: Path, workspace: Path) -> None:
    """An export read and checked."""
    Workspace(workspace).check_paths([export])
