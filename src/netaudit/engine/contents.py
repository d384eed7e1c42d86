"""What a staged export holds, good rows and bad ones alike."""

from dataclasses import dataclass

from netaudit.engine.duckdb import Connection
from netaudit.schema import TABLES


@dataclass(frozen=True, kw_only=True)
class HeldTable:
    """One table as it was found.

    `rows` is None where the file could not be read. `columns` are the canonical and `x_` names,
    `left_aside` the headings of columns that are not known.
    """

    table: str
    file: str
    rows: int | None
    columns: tuple[str, ...]
    left_aside: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The tables in the schema's order, and the cohorts and waves that their rows name."""

    tables: tuple[HeldTable, ...]
    cohorts: tuple[str, ...]
    waves: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The required tables that are not there."""
        held = {table.table for table in self.tables}
        return tuple(t.name for t in TABLES.values() if t.required and t.name not in held)


def contents(con: Connection) -> Contents:
    """What was staged so far; rows that are set aside do not count."""
    held = con.execute("SELECT table_name, file, is_whole FROM held_table").fetchall()
    order = list(TABLES)
    return Contents(
        tables=tuple(
            _held_table(con, *found) for found in sorted(held, key=lambda row: order.index(row[0]))
        ),
        cohorts=_named(con, "SELECT DISTINCT cohort FROM participants ORDER BY cohort"),
        waves=_named(
            con,
            "SELECT a.wave FROM (SELECT DISTINCT wave FROM audits) AS a"
            " LEFT JOIN wave_order AS w ON a.wave = w.wave ORDER BY w.wave_no, a.wave",
        ),
    )


def _held_table(con: Connection, table: str, file: str, is_whole: bool) -> HeldTable:
    columns = con.execute(
        "SELECT written, column_name FROM held_column WHERE table_name = ? ORDER BY place", [table]
    ).fetchall()
    counted = con.execute(f"SELECT count(*) FROM {TABLES[table].name}").fetchall()
    return HeldTable(
        table=table,
        file=file,
        rows=int(counted[0][0]) if is_whole else None,
        columns=tuple(name for _, name in columns if name is not None),
        left_aside=tuple(written for written, name in columns if name is None and written),
    )


def _named(con: Connection, sql: str) -> tuple[str, ...]:
    return tuple(str(name) for (name,) in con.execute(sql).fetchall() if name is not None)
