"""Writes a staged export as the canonical tables: typed, in the order of its files, as Parquet."""

from pathlib import Path

from netaudit.engine.duckdb import (
    CONTACT_ATTRIBUTE_COLUMNS,
    CONTACT_ATTRIBUTES,
    Connection,
    identifier,
)
from netaudit.engine.staging import ENTRIES_PER_TABLE, attribute_columns, held_tables
from netaudit.schema import TABLES, Column


def write_tables(con: Connection, into: Path) -> tuple[dict[str, Path], dict[str, int]]:
    """The Parquet file of each table that was read, and how many rows it has."""
    tables = {name: into / f"{name}.parquet" for name in held_tables(con)}
    for name, path in tables.items():
        columns = ", ".join(_typed(column) for column in TABLES[name].columns)
        _write(con, f"SELECT {columns} FROM {_kept(con, name)}", path)
    if attributes := attribute_columns(con):
        tables[CONTACT_ATTRIBUTES] = into / f"{CONTACT_ATTRIBUTES}.parquet"
        names = ", ".join(identifier(name) for name in attributes)
        _write(
            con,
            f"SELECT {', '.join(CONTACT_ATTRIBUTE_COLUMNS)}"
            f" FROM (SELECT * FROM {_kept(con, 'contacts')})"
            f" UNPIVOT (category FOR attribute IN ({names}))",
            tables[CONTACT_ATTRIBUTES],
        )
    return tables, {name: _rows(con, path) for name, path in tables.items()}


def _kept(con: Connection, table: str) -> str:
    """The rows to write: put in order only where rows were taken out, as that may disturb it."""
    taken_out = con.execute(
        "SELECT 1 FROM (FROM set_aside UNION ALL FROM repeated_entry)"
        " WHERE entry_id // ? = ? LIMIT 1",
        [ENTRIES_PER_TABLE, list(TABLES).index(table)],
    ).fetchall()
    if not taken_out:
        return table
    return (
        f"{table} AS t WHERE NOT EXISTS (SELECT 1 FROM repeated_entry AS r"
        " WHERE r.entry_id = t.entry_id) ORDER BY t.entry_id"
    )


def _typed(column: Column) -> str:
    name = identifier(column.name)
    value = {
        "integer": f"CAST(CAST({name} AS DOUBLE) AS INTEGER)",
        "number": f"CAST({name} AS DOUBLE)",
        "date": f"CAST({name} AS DATE)",
        "codes": f"CASE WHEN contains({name}, '|')"
        f" THEN array_to_string(distinct_codes({name}), '|') ELSE {name} END",
    }.get(column.kind, name)
    return f"{value} AS {name}"


def _write(con: Connection, query: str, path: Path) -> None:
    con.execute(f"COPY ({query}) TO ? (FORMAT parquet, COMPRESSION zstd)", [str(path)])


def _rows(con: Connection, path: Path) -> int:
    (number,) = con.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchall()[0]
    return int(number)
