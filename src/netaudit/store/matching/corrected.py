"""The imports with participants' codes corrected, for the database alone.

What is stored stays as it came. An export that itself holds answers of both codes at one wave tells
two people apart, and the correction is not applied to it.
"""

from collections.abc import Sequence
from pathlib import Path

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.importers.background import Background
from netaudit.importers.plain import plain
from netaudit.schema import TABLES
from netaudit.store.erasing.clean_rows import CONTACT_CODES
from netaudit.store.erasing.clean_texts import columns_of, load_texts, tables_in
from netaudit.store.matching.corrections import Corrections
from netaudit.store.matching.matches import Contact
from netaudit.store.merge import StoredImport
from netaudit.store.record import TABLES_FOLDER

IDS = ("participant_id", "other_participant_id", "is_participant_id")


def corrected(
    imports: Sequence[StoredImport], corrections: Corrections, key: str, beside: Path
) -> list[StoredImport]:
    """The same imports in the same order; those that hold a corrected code lie below `beside`.

    `key` is the one by which contacts of survey tools get their codes.
    """
    if not corrections:
        return list(imports)
    own = _own_details(imports, corrections)
    return [_corrected(stored, corrections, own, key, beside) for stored in imports]


Details = tuple[str, str | None, str | None]
"""A participant's code, name and address."""


def _own_details(imports: Sequence[StoredImport], corrections: Corrections) -> list[Details]:
    """How those who are meant are called under their own code, as the latest import has it."""
    found: dict[str, Details] = {}
    con = engine.connect()
    try:
        for stored in imports:
            con.execute(
                "CREATE OR REPLACE TABLE participants AS FROM read_parquet(?)",
                [str(stored.table("participants"))],
            )
            rows = con.execute(
                "SELECT participant_id, name, email FROM participants"
                " WHERE list_contains(?, participant_id)",
                [list(corrections.values())],
            ).fetchall()
            found |= {code: (code, name, email) for code, name, email in rows}
    finally:
        con.close()
    return list(found.values())


def _corrected(
    stored: StoredImport,
    corrections: Corrections,
    own: Sequence[Details],
    key: str,
    beside: Path,
) -> StoredImport:
    con = engine.connect()
    try:
        load_texts(con, "correction", ("code", "meant"), list(corrections.items()))
        load_texts(con, "own", ("participant_id", "name", "email"), own)
        if not _holds_any(con, stored):
            return stored
        for name, path in _tables(stored).items():
            con.execute(f"CREATE TABLE {name} AS FROM read_parquet(?)", [str(path)])
        _apply(con, key)
        into = beside / stored.record.id
        (into / TABLES_FOLDER).mkdir(parents=True)
        for name in tables_in(con):
            target = into / TABLES_FOLDER / f"{name}.parquet"
            con.execute(f"COPY {name} TO ? (FORMAT parquet)", [str(target)])
    finally:
        con.close()
    return StoredImport(record=stored.record, folder=into)


def contacts_meant(
    imports: Sequence[StoredImport], corrections: Corrections, key: str
) -> dict[Contact, Contact]:
    """The contacts that imports hold under a corrected code, with what the database calls them."""
    if not corrections:
        return {}
    found: dict[Contact, Contact] = {}
    con = engine.connect()
    try:
        load_texts(con, "applied", ("code", "meant"), list(corrections.items()))
        for stored in imports:
            con.execute(
                "CREATE OR REPLACE TABLE contacts AS FROM read_parquet(?)",
                [str(stored.table("contacts"))],
            )
            rows = con.execute(
                "SELECT DISTINCT participant_id, contact_id, meant FROM contacts"
                " INNER JOIN applied ON participant_id = code ORDER BY ALL"
            ).fetchall()
            recoded = {(who, old): new for who, old, new in _recoded(con, key)}
            found |= {
                (who, contact): (meant, recoded.get((who, contact), contact))
                for who, contact, meant in rows
            }
    finally:
        con.close()
    return found


def _tables(stored: StoredImport) -> dict[str, Path]:
    paths = {name: stored.table(name) for name in (*TABLES, CONTACT_ATTRIBUTES)}
    return {name: path for name, path in paths.items() if path is not None}


def _holds_any(con: Connection, stored: StoredImport) -> bool:
    """Whether a code that is corrected stands anywhere in the import."""
    for path in _tables(stored).values():
        found = con.execute(
            "SELECT count(*) FROM (SELECT unnest([CAST(COLUMNS(lambda c: list_contains(?, c)) AS"
            " VARCHAR)]) AS code FROM read_parquet(?)) SEMI JOIN correction USING (code)",
            [list(IDS), str(path)],
        ).fetchall()
        if found[0][0]:
            return True
    return False


def _apply(con: Connection, key: str) -> None:
    applies(con)
    _rename_contacts(con, key)
    con.execute(_DOUBLE_PARTICIPANTS)
    con.execute(_OWN_DETAILS)
    for table in tables_in(con):
        for name in sorted(set(IDS) & columns_of(con, table)):
            con.execute(
                f"UPDATE {table} AS t SET {name} = a.meant FROM applied AS a"
                f" WHERE t.{name} = a.code"
            )
    if "is_participant_id" in columns_of(con, "contacts"):
        con.execute(
            "UPDATE contacts SET is_participant_id = NULL WHERE is_participant_id = participant_id"
        )
    if "cohort_ties" in tables_in(con):
        con.execute(
            "CREATE OR REPLACE TABLE cohort_ties AS SELECT DISTINCT * FROM cohort_ties"
            " WHERE participant_id <> other_participant_id"
        )


def applies(con: Connection) -> None:
    """Makes `applied`: those of `correction` that hold in the import whose `audits` are there."""
    con.execute(_APPLIES)


def _rename_contacts(con: Connection, key: str) -> None:
    """Contacts whose code was made of the participant's gets the one it would have had."""
    load_texts(con, "recoded", ("participant_id", "old", "new"), _recoded(con, key))
    for table in tables_in(con):
        for name in sorted(set(CONTACT_CODES.get(table, ())) & columns_of(con, table)):
            con.execute(
                f"UPDATE {table} AS t SET {name} = r.new FROM recoded AS r"
                f" WHERE t.participant_id = r.participant_id AND t.{name} = r.old"
            )


def _recoded(con: Connection, key: str) -> list[tuple[str, str, str]]:
    if "label" not in columns_of(con, "contacts"):
        return []
    rows = con.execute(
        "SELECT DISTINCT participant_id, meant, contact_id, label FROM contacts"
        " INNER JOIN applied ON participant_id = code WHERE label IS NOT NULL ORDER BY ALL"
    ).fetchall()
    known = Background(key=key.encode())
    return [
        (who, contact, known.code("c", meant, plain(label)))
        for who, meant, contact, label in rows
        if contact == known.code("c", who, plain(label))
    ]


_APPLIES = """
CREATE OR REPLACE TABLE applied AS
WITH answered AS (
    SELECT
        a.participant_id AS code,
        coalesce(c.meant, a.participant_id) AS meant,
        a.wave
    FROM audits AS a
    LEFT JOIN correction AS c ON a.participant_id = c.code
),

told_apart AS (
    SELECT meant
    FROM answered
    GROUP BY meant, wave
    HAVING count(*) > 1
)

SELECT
    code,
    meant
FROM correction
WHERE meant NOT IN (FROM told_apart)
"""

# The name and the address under the wrong code may be what is wrong with it.
_OWN_DETAILS = """
UPDATE participants AS p
SET
    name = coalesce(o.name, p.name),
    email = coalesce(o.email, p.email)
FROM applied AS a
INNER JOIN own AS o ON a.meant = o.participant_id
WHERE p.participant_id = a.code
"""

_DOUBLE_PARTICIPANTS = """
DELETE FROM participants
WHERE
    participant_id IN (SELECT code FROM applied)
    AND rowid NOT IN (
        SELECT arg_min(p.rowid, (p.participant_id <> coalesce(a.meant, p.participant_id), p.rowid))
        FROM participants AS p
        LEFT JOIN applied AS a ON p.participant_id = a.code
        GROUP BY coalesce(a.meant, p.participant_id)
    )
"""
