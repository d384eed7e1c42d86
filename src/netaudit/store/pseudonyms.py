"""The codes under which evaluators see participants, and the database as they see it.

The schema `pseudonymous` holds a view of every table that names a participant: the same rows under
the same names, with pseudonyms for ids and without people's names and addresses, and the year
alone of a day by which somebody can be looked up. A question asked in that schema cannot be
answered with an id, nor sorted by one, whatever its SQL says. The labels of contacts have no view
there at all.
"""

import base64
import hashlib
import hmac

from netaudit.engine.duckdb import Connection, identifier

SCHEMA = "pseudonymous"
LETTERS = 10
"""Of 32 letters each: two of a hundred thousand people share a pseudonym once in 200,000 keys."""

IDS = ("participant_id", "other_participant_id", "is_participant_id")
"""The columns that hold the id of a participant."""

WITHHELD = {"participants": ("name", "email")}
"""Columns that hold nothing in the views: who somebody is."""

BY_YEAR = {"participants": ("role_started",)}
"""Columns of days that hold the first one of the year: the day that a job began is public."""

_READABLE = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "ABCDEFGHJKMNPQRSTVWXYZ0123456789")


def pseudonym(key: str, participant: str) -> str:
    """The code of a participant in the workspace with this key, such as K7M2Q-4XPA9."""
    digest = hmac.digest(bytes.fromhex(key), participant.encode(), hashlib.sha256)
    letters = base64.b32encode(digest).decode().translate(_READABLE)[:LETTERS]
    return f"{letters[: LETTERS // 2]}-{letters[LETTERS // 2 :]}"


def create_pseudonymous(con: Connection, key: str) -> None:
    """Makes the schema, once every table is there."""
    con.execute("CREATE TABLE pseudonym (participant_id VARCHAR UNIQUE, code VARCHAR UNIQUE)")
    people = [row[0] for row in con.execute("SELECT participant_id FROM participants").fetchall()]
    con.execute(
        "INSERT INTO pseudonym SELECT unnest(CAST(? AS VARCHAR[])), unnest(CAST(? AS VARCHAR[]))",
        [people, [pseudonym(key, one) for one in people]],
    )
    con.execute(f"CREATE SCHEMA {SCHEMA}")
    named = con.execute(
        "SELECT table_name, list(column_name) FROM duckdb_columns()"
        " WHERE schema_name = 'main' AND NOT internal AND table_name <> 'pseudonym'"
        " GROUP BY table_name HAVING list_has_any(list(column_name), ?)",
        [list(IDS)],
    ).fetchall()
    for table, columns in named:
        con.execute(_view(table, [one for one in IDS if one in columns]))


def _view(table: str, ids: list[str]) -> str:
    coded = [
        f"(SELECT p.code FROM main.pseudonym AS p WHERE p.participant_id = t.{name}) AS {name}"
        for name in ids
    ]
    withheld = [f"CAST(NULL AS VARCHAR) AS {name}" for name in WITHHELD.get(table, ())]
    by_year = [
        f"CAST(date_trunc('year', {name}) AS DATE) AS {name}" for name in BY_YEAR.get(table, ())
    ]
    instead = ", ".join([*coded, *withheld, *by_year])
    return (
        f"CREATE VIEW {SCHEMA}.{identifier(table)} AS"
        f" SELECT t.* REPLACE ({instead}) FROM main.{identifier(table)} AS t"
    )
