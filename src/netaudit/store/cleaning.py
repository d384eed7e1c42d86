"""Writes an import anew without the traces of somebody, and says how many rows that changed.

A participant's own rows go. A contact stays as a nameless slot, so that counts and shares of the
participant who named them stay right.
"""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.errors import Problem
from netaudit.schema import TABLES
from netaudit.store.canonical_files import write_canonical_files
from netaudit.store.durable import flush_tree
from netaudit.store.gone import Gone
from netaudit.store.merge import StoredImport
from netaudit.store.record import (
    ORIGINAL_FOLDER,
    TABLES_FOLDER,
    ImportRecord,
    write_record,
)

ERASED = "(erased)"
NAMELESS = "erased-"
"""What the code of a contact begins with that tells nobody any more who it was."""

WRITTEN = {"reflections": "text", "actions": "text", "mentoring": "end_reason"}
"""Where people write freely, and may have named somebody."""

WHO_A_CONTACT_IS = ("label", "person_key", "is_participant_id", "organisation")
CONTACT_CODES = {
    "contacts": ("contact_id",),
    CONTACT_ATTRIBUTES: ("contact_id",),
    "ties": ("contact_a", "contact_b"),
    "mentoring": ("contact_id",),
}
SHORT = 4
"""Names of fewer letters, such as initials, are looked for in their very spelling alone."""


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """The import written anew, and by table the rows removed and the rows made nameless."""

    stored: StoredImport
    removed: Mapping[str, int]
    blanked: Mapping[str, int]

    @property
    def is_changed(self) -> bool:
        """Whether anything of the request was in the import."""
        return bool(self.removed or self.blanked)


def cleaned(
    stored: StoredImport, gone: Gone, into: Path, record: ImportRecord, key: str
) -> Cleaned:
    """The import in the folder `into`, which must not exist yet, without those gone.

    `record` says what it is called from now on. Its original files are replaced by canonical ones;
    `key` makes the codes of nameless contacts.
    """
    con = engine.connect()
    try:
        _load(con, stored)
        _name_the_gone(con, gone, key)
        removed = _remove_rows(con)
        blanked = _blank_contacts(con)
        for table, rows in _blank_words(con, gone).items():
            blanked[table] = blanked.get(table, 0) + rows
        counts = _write(con, stored, into)
    finally:
        con.close()
    kept = replace(
        record,
        rows=counts,
        problems=tuple(_without_value(problem) for problem in record.problems),
        left_out=tuple(_without_value(problem) for problem in record.left_out),
    )
    write_record(into, kept)
    flush_tree(into)
    return Cleaned(
        stored=StoredImport(record=kept, folder=into),
        removed={table: rows for table, rows in removed.items() if rows},
        blanked={table: rows for table, rows in blanked.items() if rows},
    )


def _held(stored: StoredImport) -> dict[str, Path]:
    found = {name: stored.table(name) for name in (*TABLES, CONTACT_ATTRIBUTES)}
    return {name: path for name, path in found.items() if path is not None}


def _load(con: Connection, stored: StoredImport) -> None:
    for name, path in _held(stored).items():
        con.execute(f"CREATE TABLE {name} AS FROM read_parquet(?)", [str(path)])


def _columns(con: Connection, table: str) -> set[str]:
    rows = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [table]
    ).fetchall()
    return {str(row[0]) for row in rows}


def _tables(con: Connection) -> list[str]:
    rows = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
    return [str(row[0]) for row in rows if row[0] in (*TABLES, CONTACT_ATTRIBUTES)]


def _name_the_gone(con: Connection, gone: Gone, key: str) -> None:
    con.execute("CREATE TABLE gone_participant (participant_id VARCHAR)")
    con.execute(
        "CREATE TABLE gone_contact (participant_id VARCHAR, contact_id VARCHAR, code VARCHAR)"
    )
    people = [[one] for one in gone.participants]
    contacts = [[*one, nameless(key, *one)] for one in gone.contacts]
    if people:
        con.executemany("INSERT INTO gone_participant VALUES (?)", people)
    if contacts:
        con.executemany("INSERT INTO gone_contact VALUES (?, ?, ?)", contacts)


def nameless(key: str, participant: str, contact: str) -> str:
    """The code that a nameless contact has from now on, in every import."""
    said = f"{participant}\0{contact}".encode()
    return NAMELESS + hmac.digest(bytes.fromhex(key), said, hashlib.sha256).hex()[:10]


def _remove_rows(con: Connection) -> dict[str, int]:
    removed = {}
    for table in _tables(con):
        ids = {"participant_id", "other_participant_id"} & _columns(con, table)
        meant = " OR ".join(f"{one} IN (FROM gone_participant)" for one in sorted(ids))
        removed[table] = _changed(con, f"DELETE FROM {table} WHERE {meant}")
    return removed


def _blank_contacts(con: Connection) -> dict[str, int]:
    """Everything that says who a contact is, and their code wherever it stands."""
    blanked = {}
    tables = _tables(con)
    if "contacts" in tables:
        names = sorted(set(WHO_A_CONTACT_IS) & _columns(con, "contacts"))
        nothing = ", ".join(f"{name} = NULL" for name in names)
        blanked["contacts"] = _changed(
            con,
            f"UPDATE contacts AS c SET {nothing} FROM gone_contact AS g"
            " WHERE c.participant_id = g.participant_id AND c.contact_id = g.contact_id",
        )
    for table, columns in CONTACT_CODES.items():
        if table not in tables:
            continue
        for column in sorted(set(columns) & _columns(con, table)):
            con.execute(
                f"UPDATE {table} AS t SET {column} = g.code FROM gone_contact AS g"
                f" WHERE t.participant_id = g.participant_id AND t.{column} = g.contact_id"
            )
    return blanked


def _blank_words(con: Connection, gone: Gone) -> dict[str, int]:
    """Names in what people wrote; only the participant who used a label can have meant it."""
    blanked: dict[str, int] = {}
    tables = _tables(con)
    for table, column in WRITTEN.items():
        if table not in tables or column not in _columns(con, table):
            continue
        for participant, word in gone.words:
            given = {
                "pattern": rf"(^|\W){re.escape(word)}($|\W)",
                "by": rf"\1{ERASED}\2",
                "case": "c" if len(word) < SHORT else "i",
                "who": participant,
            }
            # Once is not enough where one space parts the same name said twice.
            once = f"regexp_replace({column}, $pattern, $by, 'g' || $case)"
            twice = once.replace(column, once, 1)
            rows = _changed(
                con,
                f"UPDATE {table} SET {column} = {twice}"
                f" WHERE ($who IS NULL OR participant_id = $who)"
                f" AND regexp_matches({column}, $pattern, $case)",
                given,
            )
            blanked[table] = blanked.get(table, 0) + rows
    return blanked


def _changed(con: Connection, statement: str, parameters: dict[str, Any] | None = None) -> int:
    (count,) = con.execute(statement, parameters or {}).fetchall()[0]
    return int(count)


def _write(con: Connection, stored: StoredImport, into: Path) -> dict[str, int]:
    """The tables and, in place of the original files, a canonical export of them."""
    tables = into / TABLES_FOLDER
    tables.mkdir(parents=True)
    written = {}
    counts = {}
    for name in _tables(con):
        path = tables / f"{name}.parquet"
        con.execute(f"COPY {name} TO ? (FORMAT parquet, COMPRESSION zstd)", [str(path)])
        written[name] = path
        counts[name] = _changed(con, f"SELECT count(*) FROM {name}")
    original = into / ORIGINAL_FOLDER / "without-erased"
    write_canonical_files(con, written, original)
    if stored.record.programme_text is not None:
        (original / "programme.toml").write_text(stored.record.programme_text, encoding="utf-8")
    return counts


def _without_value(problem: Problem) -> Problem:
    """What was wrong and where, without the answer that it was about and without whose it was."""
    value = problem.value or ""
    return replace(
        problem,
        value=ERASED if value else problem.value,
        message=problem.message.replace(value, ERASED) if value else problem.message,
        hint=problem.hint.replace(value, ERASED) if value else problem.hint,
        whose="",
    )
