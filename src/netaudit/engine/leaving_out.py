"""Leaves the rows with errors out of a staged export, and whatever hangs on them."""

from netaudit.engine.checks import run_checks
from netaudit.engine.duckdb import Connection, Progress, quiet
from netaudit.errors import Problem

MOST_LISTED = 100_000
"""Most left-out rows that are listed one by one; the rest is counted."""

FOLLOWERS = """
WITH gone AS (
    SELECT e.table_name, e.entry_id, e.file, e.row_no, e.participant_id, e.wave
    FROM entry AS e
    WHERE e.entry_id IN (SELECT b.entry_id FROM bad_entry AS b)
),

staying AS (
    SELECT e.table_name, e.entry_id, e.file, e.row_no, e.participant_id, e.wave
    FROM entry AS e
    WHERE e.entry_id NOT IN (SELECT b.entry_id FROM bad_entry AS b)
),

gone_participant AS (
    SELECT participant_id, min(row_no) AS row_no
    FROM gone WHERE table_name = 'participants'
    AND participant_id NOT IN (
        SELECT s.participant_id FROM staying AS s
        WHERE s.table_name = 'participants' AND s.participant_id IS NOT NULL
    )
    GROUP BY ALL
),

gone_audit AS (
    SELECT g.participant_id, g.wave, min(g.row_no) AS row_no
    FROM gone AS g ANTI JOIN staying AS s
    ON s.table_name = 'audits' AND g.participant_id = s.participant_id AND g.wave = s.wave
    WHERE g.table_name = 'audits'
    GROUP BY ALL
),

gone_contact AS (
    SELECT c.participant_id, c.wave, c.contact_id, min(c.row_no) AS row_no
    FROM contacts AS c
    WHERE c.entry_id IN (SELECT b.entry_id FROM bad_entry AS b)
    AND NOT EXISTS (
        SELECT 1 FROM contacts AS k
        WHERE k.participant_id = c.participant_id AND k.wave = c.wave
        AND k.contact_id = c.contact_id
        AND k.entry_id NOT IN (SELECT b.entry_id FROM bad_entry AS b)
    )
    GROUP BY ALL
),

naming AS (
    SELECT t.entry_id, g.row_no FROM ties AS t INNER JOIN gone_contact AS g
    ON t.participant_id = g.participant_id AND t.wave = g.wave
    AND g.contact_id IN (t.contact_a, t.contact_b)
    UNION ALL
    SELECT m.entry_id, g.row_no FROM mentoring AS m INNER JOIN gone_contact AS g
    ON m.participant_id = g.participant_id AND m.wave = g.wave AND m.contact_id = g.contact_id
),

follower AS (
    SELECT s.entry_id, 'the participant' AS what, g.row_no
    FROM staying AS s INNER JOIN gone_participant AS g USING (participant_id)
    UNION ALL
    SELECT c.entry_id, 'the other participant', g.row_no
    FROM cohort_ties AS c INNER JOIN gone_participant AS g
    ON c.other_participant_id = g.participant_id
    UNION ALL
    SELECT s.entry_id, 'the audit', g.row_no
    FROM staying AS s INNER JOIN gone_audit AS g USING (participant_id, wave)
    UNION ALL
    SELECT n.entry_id, 'the contact', n.row_no FROM naming AS n
)

SELECT
    s.entry_id,
    s.file,
    s.row_no,
    NULL AS column_name,
    NULL AS value,
    format('Row {} holds {} this row belongs to, and it is left out.', min(f.row_no), min(f.what))
    AS message,
    'Mend that row, and this one comes back with it.' AS hint
FROM follower AS f INNER JOIN staying AS s USING (entry_id)
GROUP BY s.entry_id, s.file, s.row_no
"""


def leave_out(con: Connection, progress: Progress = quiet) -> list[Problem]:
    """The rows left out, each with its reason, once what stays passes every check.

    Follows `run_checks`; each round takes out the rows with errors and what hangs on them, and
    checks the rest again.
    """
    con.execute("CREATE TABLE left_out AS SELECT * FROM bad_entry WHERE false")
    while _count(con, "bad_entry"):
        while _count(con, "follower", f"CREATE OR REPLACE TABLE follower AS {FOLLOWERS}"):
            con.execute("INSERT INTO bad_entry SELECT * FROM follower")
        con.execute("INSERT INTO left_out SELECT * FROM bad_entry")
        con.execute("INSERT INTO set_aside SELECT DISTINCT entry_id FROM bad_entry")
        run_checks(con, progress)
    return _listed(con)


def _count(con: Connection, table: str, first: str = "SELECT 1") -> int:
    con.execute(first)
    return int(con.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def _listed(con: Connection) -> list[Problem]:
    rows = con.execute(
        "SELECT file, row_no, min(column_name), min(value), string_agg(DISTINCT message, ' '),"
        " string_agg(DISTINCT hint, ' ') FROM left_out GROUP BY entry_id, file, row_no"
        " ORDER BY file, row_no LIMIT ?",
        [MOST_LISTED],
    ).fetchall()
    names = ("file", "row", "column", "value", "message", "hint")
    listed = [
        Problem(severity="error", **dict(zip(names, row, strict=True))) for row in rows
    ]
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
