"""An export on its way in: every table as texts, each row knowing where it stands in its file.

`contacts` and the other canonical tables are views here: entry_id, file, row_no and one text per
column, trimmed, NULL where blank or not asked. entry_id counts through all tables in the order of
the files; the entries in `set_aside` (blank rows, and rows that are left out) do not show.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from netaudit.engine.duckdb import (
    Connection,
    connect,
    create_functions,
    create_programme_tables,
    identifier,
)
from netaudit.engine.rules import create_rules
from netaudit.programme import Programme
from netaudit.schema import CUSTOM_ATTRIBUTE_PREFIX, TABLES, Table

ENTRIES_PER_TABLE = 2**40
LONGEST_LINE = 16 * 2**20
BLANKS = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"
COMPARED_BY_KEY = tuple(name for name in TABLES if name not in ("contacts", "ties"))
"""Tables whose rows are told apart by their key alone; contacts and ties have finer rules."""

CONTACT_WORDS = {
    "contacts": "contact_id",
    "ties": "concat_ws(' and ', contact_a, contact_b)",
    "mentoring": "contact_id",
}
"""How rows that name contacts say which."""


@dataclass(frozen=True, kw_only=True)
class SourceTable:
    """One canonical table of an export, as a UTF-8 CSV file whose first line is a header.

    `columns` gives the canonical or `x_` name of each column of the file, None where it is kept
    out; `written` the names as the export has them. `header_row` is the row the header stands in.
    `placed` files carry the source file and row of each line in two columns before the others:
    that is how an importer hands over rows which it put together from another shape.
    `quoted` and `padded` say whether a cell may stand in quotes or hold blanks at its ends,
    `regular` whether the file may be read as it is: one line a row, none of them blank.
    """

    table: str
    path: Path
    file: str
    columns: tuple[str | None, ...]
    written: tuple[str, ...]
    separator: str = ","
    header_row: int = 1
    placed: bool = False
    quoted: bool = True
    padded: bool = True
    regular: bool = True

    @property
    def kept(self) -> tuple[str, ...]:
        """The columns that are read, in the file's order."""
        return tuple(name for name in self.columns if name is not None)


def open_staging(folder: Path, programme: Programme) -> Connection:
    """A staging database with the programme's settings, the rules and no rows.

    It lives in memory, compressed; what does not fit goes to `folder`.
    """
    con = connect()
    con.execute("SET temp_directory = ?", [str(folder / "staging")])
    con.execute("ATTACH ':memory:' AS staging (COMPRESS)")
    con.execute("USE staging")
    create_functions(con)
    create_programme_tables(con, programme)
    create_rules(con)
    con.execute("CREATE TABLE set_aside (entry_id BIGINT)")
    con.execute("CREATE TABLE held_table (table_name VARCHAR, file VARCHAR, is_whole BOOLEAN)")
    con.execute(
        "CREATE TABLE held_column (table_name VARCHAR, file VARCHAR, header_row INTEGER,"
        " place INTEGER, written VARCHAR, column_name VARCHAR)"
    )
    for table in TABLES.values():
        con.execute(f"CREATE TABLE staged_{table.name} (nothing VARCHAR)")
        _create_view(con, table, (), "''", "0")
    _create_entry_views(con)
    return con


def stage(con: Connection, source: SourceTable) -> bool:
    """Puts the rows of `source` in; False, and nothing done, where it is no regular CSV."""
    if not source.regular:
        return False
    try:
        con.execute(_create_staged(source), [str(source.path)])
        if source.quoted and not _is_whole(con, source):
            return False
    except duckdb.Error:
        return False
    file, row_no = _text(source.file), f"rowid + {source.header_row + 1}"
    if source.placed:
        file, row_no = "source_file", "source_row"
    _create_view(con, TABLES[source.table], source.kept, file, row_no)
    note_held(con, source.table, source.file, is_whole=True)
    _note_columns(con, source)
    _set_blank_rows_aside(con, source)
    return True


def note_held(con: Connection, table: str, file: str, *, is_whole: bool) -> None:
    """Notes that the export holds a table; not `is_whole` where its file could not be read."""
    con.execute("INSERT INTO held_table VALUES (?, ?, ?)", [table, file, is_whole])


def held_tables(con: Connection) -> tuple[str, ...]:
    """The tables that were read, in the schema's order."""
    rows = con.execute("SELECT table_name FROM held_table WHERE is_whole").fetchall()
    return tuple(name for name in TABLES if (name,) in rows)


def attribute_columns(con: Connection) -> tuple[str, ...]:
    """The contacts' further attributes that were read, in the file's order."""
    rows = con.execute(
        "SELECT column_name FROM held_column WHERE starts_with(column_name, ?) ORDER BY place",
        [CUSTOM_ATTRIBUTE_PREFIX],
    ).fetchall()
    return tuple(name for (name,) in rows)


def _create_staged(source: SourceTable) -> str:
    cells = [f"cell_{number}" for number in range(len(source.columns))]
    kept = [
        f"{_trimmed(cell, source)} AS {identifier(column)}"
        for cell, column in zip(cells, source.columns, strict=True)
        if column is not None
    ]
    places = ["source_file", "source_row"] if source.placed else []
    # Several threads read only where no cell can hold a line break: one that starts inside a
    # quoted cell could take a part of that cell for a row.
    return (
        f"CREATE OR REPLACE TABLE staged_{source.table} AS"
        f" SELECT {', '.join(places + kept) or 'NULL AS nothing'}"
        f" FROM {_csv(source, places + cells, parallel=not source.quoted)}"
    )


def _is_whole(con: Connection, source: SourceTable) -> bool:
    """Whether a second way of reading finds as many rows.

    A single thread does not notice a quotation mark that is never closed, and loses what follows;
    several threads do.
    """
    cells = [f"cell_{n}" for n in range(len(source.columns) + 2 * source.placed)]
    (same,) = con.execute(
        f"SELECT count(*) = (SELECT count(*) FROM staged_{source.table})"
        f" FROM {_csv(source, cells, parallel=True)}",
        [str(source.path)],
    ).fetchall()[0]
    return bool(same)


def _csv(source: SourceTable, columns: Sequence[str], *, parallel: bool) -> str:
    types = ", ".join(f"{_text(name)}: 'VARCHAR'" for name in columns)
    return (
        f"read_csv(?, auto_detect = false, header = true, delim = {_text(source.separator)},"
        f" quote = '\"', escape = '\"', columns = {{{types}}}, max_line_size = {LONGEST_LINE},"
        f" buffer_size = {2 * LONGEST_LINE}, parallel = {str(parallel).lower()})"
    )


def _trimmed(cell: str, source: SourceTable) -> str:
    return f"nullif(trim({cell}, {_text(BLANKS)}), '')" if source.padded else cell


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _create_view(
    con: Connection, table: Table, held: Sequence[str], file: str, row_no: str
) -> None:
    columns = [
        identifier(name) if name in held else f"CAST(NULL AS VARCHAR) AS {name}"
        for name in table.column_names
    ]
    columns += [identifier(name) for name in held if name not in table.column_names]
    base = list(TABLES).index(table.name) * ENTRIES_PER_TABLE
    # Both alike, since a view that reads a view takes twice as long to be understood.
    for name in (f"every_{table.name}", table.name):
        con.execute(
            f"CREATE OR REPLACE VIEW {name} AS SELECT {base} + rowid AS entry_id,"
            f" {file} AS file, CAST({row_no} AS BIGINT) AS row_no, {', '.join(columns)}"
            f" FROM staged_{table.name}"
        )


def set_aside(con: Connection, query: str) -> None:
    """Takes the entries that `query` gives out of the tables."""
    con.execute(f"INSERT INTO set_aside {query}")
    touched = con.execute(
        "SELECT DISTINCT entry_id // ? FROM set_aside", [ENTRIES_PER_TABLE]
    ).fetchall()
    # Tables nothing is taken out of stay plain: reading them is quicker, and keeps their order.
    for (number,) in touched:
        name = list(TABLES)[number]
        con.execute(
            f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM every_{name} AS e"
            " WHERE NOT EXISTS (SELECT 1 FROM set_aside AS s WHERE s.entry_id = e.entry_id)"
        )


def _note_columns(con: Connection, source: SourceTable) -> None:
    con.execute(
        "INSERT INTO held_column SELECT ?, ?, ?, generate_subscripts(written, 1), unnest(written),"
        " unnest(names) FROM (SELECT ?::VARCHAR[] AS written, ?::VARCHAR[] AS names)",
        [source.table, source.file, source.header_row, list(source.written), list(source.columns)],
    )


def _set_blank_rows_aside(con: Connection, source: SourceTable) -> None:
    values = ", ".join(identifier(name) for name in source.kept)
    first = TABLES[source.table].key[0]
    if not values:
        return
    # The key stands first so that files without blank rows are not read in full.
    set_aside(
        con,
        f"SELECT entry_id FROM {source.table}"
        f" WHERE {first} IS NULL AND coalesce({values}, NULL) IS NULL",
    )


def _create_entry_views(con: Connection) -> None:
    """`entry`: every row's place, its audit and, in `whose`, its audit and contact in words.

    `keyed_row`: the key and the rest of rows, as lists.
    """
    entries, keyed = [], []
    for table in TABLES.values():
        wave = "wave" if table.has_wave else "CAST(NULL AS VARCHAR)"
        entries.append(
            f"SELECT '{table.name}' AS table_name, entry_id, file, row_no, participant_id,"
            f" {wave} AS wave, concat_ws(', ', participant_id, {wave},"
            f" {CONTACT_WORDS.get(table.name, 'NULL')}) AS whose FROM {table.name}"
        )
    for name in COMPARED_BY_KEY:
        key = TABLES[name].key
        rest = [c for c in TABLES[name].column_names if c not in key]
        keyed.append(
            f"SELECT '{name}' AS table_name, entry_id, row_no, [{_list(key)}] AS row_key,"
            f" '{key[-1]}' AS last_key,"
            f" CAST([{_list(rest)}] AS VARCHAR[]) AS content FROM {name}"
            f" WHERE {' AND '.join(f'{identifier(c)} IS NOT NULL' for c in key)}"
        )
    con.execute(f"CREATE VIEW entry AS {' UNION ALL '.join(entries)}")
    con.execute(f"CREATE VIEW keyed_row AS {' UNION ALL '.join(keyed)}")


def _list(names: Sequence[str]) -> str:
    return ", ".join(identifier(name) for name in names)
