"""Runs every import check over a staged export and keeps what each finds."""

from netaudit.definitions import registry
from netaudit.definitions.registry import Check
from netaudit.engine.duckdb import Connection, Progress, identifier, quiet, run
from netaudit.engine.staging import held_tables
from netaudit.errors import Problem
from netaudit.schema import TABLES

MOST_PROBLEMS = 10_000
"""Most problems of one check and file that are listed one by one; the rest is counted."""


def create_problem_tables(con: Connection) -> None:
    """`problem`, what is listed, and `bad_entry`, every row with an error and what is wrong."""
    con.execute(
        "CREATE OR REPLACE TABLE problem (severity VARCHAR, file VARCHAR, row_no BIGINT,"
        " column_name VARCHAR, value VARCHAR, message VARCHAR, hint VARCHAR, check_id VARCHAR,"
        " entry_id BIGINT)"
    )
    con.execute(
        "CREATE OR REPLACE TABLE bad_entry (entry_id BIGINT, file VARCHAR, row_no BIGINT,"
        " column_name VARCHAR, value VARCHAR, message VARCHAR, hint VARCHAR, check_id VARCHAR)"
    )
    con.execute("CREATE OR REPLACE TABLE repeated_entry (entry_id BIGINT)")


def run_checks(con: Connection, progress: Progress = quiet) -> bool:
    """Fills the problem tables; True when the files themselves can be used.

    False: a file or a column that must be there is missing, or a column stands there twice.
    """
    create_problem_tables(con)
    _create_cells(con)
    usable, whole = _usable_tables(con), True
    for check in registry.checks().values():
        if set(check.needs) <= usable:
            progress(check.title)
            found = _find(con, check)
            whole = whole and not (found and check.grain == "file" and check.severity == "error")
    return whole


def listed_problems(con: Connection) -> list[Problem]:
    """What the checks found, as problems."""
    rows = con.execute(
        "SELECT p.severity, p.file, p.row_no, p.column_name, p.value, p.message, p.hint,"
        " p.check_id, coalesce(e.whose, '')"
        " FROM problem AS p LEFT JOIN entry AS e USING (entry_id)"
    ).fetchall()
    names = ("severity", "file", "row", "column", "value", "message", "hint", "check", "whose")
    return [Problem(**dict(zip(names, row, strict=True))) for row in rows]


def _usable_tables(con: Connection) -> set[str]:
    """Tables whose rows others can be compared with: read whole, with every column they need."""
    lacking = con.execute(
        "SELECT DISTINCT r.table_name FROM column_rule AS r ANTI JOIN held_column AS h"
        " ON r.table_name = h.table_name AND r.column_name = h.column_name WHERE r.must_exist"
    ).fetchall()
    return set(held_tables(con)) - {name for (name,) in lacking}


def _create_cells(con: Connection) -> None:
    """`cell`: each distinct value of each column that a rule speaks of, NULL where it is blank.

    Of labels and codes that are free only those are in it that a rule could object to.
    """
    con.execute(
        "CREATE OR REPLACE TABLE cell (table_name VARCHAR, column_name VARCHAR, value VARCHAR)"
    )
    held = con.execute(
        "SELECT DISTINCT table_name, column_name, kind = 'text' AND column_name <> 'wave'"
        " FROM held_column NATURAL JOIN column_rule WHERE kind <> 'text' OR longest IS NOT NULL"
    ).fetchall()
    if held:
        con.execute(f"INSERT INTO cell {' UNION ALL '.join(_cells(*column) for column in held)}")


def _cells(table: str, column: str, is_free: bool) -> str:
    name = identifier(column)
    only = f" WHERE NOT coalesce(is_ordinary({name}), FALSE)" if is_free else ""
    return f"SELECT DISTINCT '{table}', '{column}', {name} FROM {table}{only}"


def _find(con: Connection, check: Check) -> int:
    con.execute(
        "CREATE OR REPLACE TABLE found (entry_id BIGINT, file VARCHAR, row_no BIGINT,"
        " column_name VARCHAR, value VARCHAR, message VARCHAR, hint VARCHAR)"
    )
    {"file": _find_in_files, "value": _find_values, "row": _find_rows}[check.grain](con, check)
    (number,) = con.execute("SELECT count(*) FROM found").fetchone() or (0,)
    if number:
        _keep(con, check)
    return int(number)


def _find_in_files(con: Connection, check: Check) -> None:
    _run(
        con,
        check,
        "INSERT INTO found SELECT NULL, file, row_no, column_name, value, message, hint",
    )


def _find_rows(con: Connection, check: Check) -> None:
    _run(con, check, "CREATE OR REPLACE TABLE judged AS SELECT *")
    if con.execute("SELECT 1 FROM judged LIMIT 1").fetchall():
        con.execute(
            "INSERT INTO found SELECT entry_id, e.file, e.row_no, j.column_name, j.value,"
            " j.message, j.hint FROM judged AS j INNER JOIN entry AS e USING (entry_id)"
        )


def _find_values(con: Connection, check: Check) -> None:
    _run(con, check, "CREATE OR REPLACE TABLE judged AS SELECT *")
    places = con.execute("SELECT DISTINCT table_name, column_name FROM judged").fetchall()
    for table, column in places:
        con.execute(
            f"INSERT INTO found SELECT t.entry_id, t.file, t.row_no, j.column_name, j.value,"
            f" j.message, j.hint FROM {TABLES[table].name} AS t INNER JOIN judged AS j"
            f" ON j.table_name = ? AND j.column_name = ?"
            f" AND j.value IS NOT DISTINCT FROM t.{identifier(column)}",
            [table, column],
        )


def _run(con: Connection, check: Check, before: str) -> None:
    run(con, f"{before} FROM (\n{check.sql}\n)", f"checks/{check.id}.sql")


def _keep(con: Connection, check: Check) -> None:
    con.execute(
        "CREATE OR REPLACE TABLE numbered AS SELECT *,"
        " row_number() OVER (PARTITION BY file ORDER BY row_no, column_name) AS place FROM found"
    )
    con.execute(
        "INSERT INTO problem SELECT ?, file, row_no, column_name, value, message, hint, ?, entry_id"
        " FROM numbered WHERE place <= ?",
        [check.severity, check.id, MOST_PROBLEMS],
    )
    con.execute(
        "INSERT INTO problem SELECT ?, file, NULL, NULL, NULL,"
        " format('{} more rows have the same problem: {}.', count(*), ?::VARCHAR),"
        " 'Mend the ones that are listed first; the same cause is often behind all.', ?, NULL"
        " FROM numbered WHERE place > ? GROUP BY file",
        [check.severity, check.title, check.id, MOST_PROBLEMS],
    )
    if check.severity == "error":
        con.execute(
            "INSERT INTO bad_entry SELECT entry_id, file, row_no, column_name, value, message,"
            " hint, ? FROM found WHERE entry_id IS NOT NULL",
            [check.id],
        )
    if check.counts_once:
        con.execute("INSERT INTO repeated_entry SELECT entry_id FROM found")
