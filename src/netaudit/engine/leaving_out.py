"""Leaves the rows with errors out of a staged export, and whatever hangs on them."""

from netaudit.definitions import registry
from netaudit.engine.checks import run_checks
from netaudit.engine.duckdb import Connection, Progress, quiet, run
from netaudit.engine.staging import set_aside
from netaudit.errors import FOLLOWER, Problem

MOST_LISTED = 100_000
"""Most left-out rows that are listed one by one; the rest is counted."""


def leave_out(con: Connection, progress: Progress = quiet) -> list[Problem]:
    """The rows left out, each with its reason, once what stays passes every check.

    Follows `run_checks`; each round takes out the rows with errors and what hangs on them, and
    checks the rest again.
    """
    con.execute("CREATE TABLE left_out AS SELECT b.*, '' AS whose FROM bad_entry AS b WHERE false")
    while _count(con, "bad_entry"):
        while _follow(con):
            con.execute("INSERT INTO bad_entry SELECT *, ? FROM follower", [FOLLOWER])
        con.execute(
            "INSERT INTO left_out SELECT b.*, coalesce(e.whose, '') FROM bad_entry AS b"
            " LEFT JOIN entry AS e USING (entry_id)"
        )
        set_aside(con, "SELECT DISTINCT entry_id FROM bad_entry")
        run_checks(con, progress)
    return _listed(con)


def _follow(con: Connection) -> int:
    follower = registry.leaving_out()[FOLLOWER]
    statement = f"CREATE OR REPLACE TABLE {follower.id} AS\n{follower.sql}"
    run(con, statement, f"leaving_out/{follower.id}.sql")
    return _count(con, follower.id)


def _count(con: Connection, table: str) -> int:
    return int(con.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def _listed(con: Connection) -> list[Problem]:
    rows = con.execute(
        "SELECT file, row_no, min(column_name), min(value), string_agg(DISTINCT message, ' '),"
        " string_agg(DISTINCT hint, ' '), coalesce(min(check_id) FILTER (WHERE check_id <> ?), ?),"
        " any_value(whose)"
        " FROM left_out GROUP BY entry_id, file, row_no ORDER BY file, row_no LIMIT ?",
        [FOLLOWER, FOLLOWER, MOST_LISTED],
    ).fetchall()
    names = ("file", "row", "column", "value", "message", "hint", "check", "whose")
    listed = [Problem(severity="error", **dict(zip(names, row, strict=True))) for row in rows]
    more = _count(con, "(SELECT DISTINCT entry_id FROM left_out)") - len(listed)
    if more:
        listed.append(
            Problem(
                severity="error",
                file=listed[-1].file,
                message=f"{more:,} more rows are left out.",
                hint="So many bad rows often have one cause: mend the first ones and look again.",
            )
        )
    return listed
