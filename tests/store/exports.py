"""Small exports for the store's tests, written as people jot down tables: a `.` is a blank."""

import csv
from datetime import UTC, datetime
from pathlib import Path

from netaudit.definitions.examples import Rows, small_table
from netaudit.engine import duckdb as engine
from netaudit.store.merge import StoredImport
from netaudit.store.record import TABLES_FOLDER, ImportRecord


def write_export(folder: Path, tables: dict[str, str], settings: str | None = None) -> Path:
    """A canonical export; the first line of each table names its columns."""
    folder.mkdir(parents=True)
    for name, rows in rows_of(tables).items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, header_of(tables[name]))
            writer.writeheader()
            writer.writerows(rows)
    if settings is not None:
        (folder / "programme.toml").write_text(settings, encoding="utf-8")
    return folder


def store_tables(folder: Path, tables: dict[str, str], settings: str | None = None) -> StoredImport:
    """The export as the store keeps it, without the reading and the checks that come before."""
    (folder / TABLES_FOLDER).mkdir(parents=True)
    rows = rows_of(tables)
    sources = {name: f"(FROM {name})" for name in rows}
    sources["contacts"] = (
        "(FROM contacts LEFT JOIN private.contact_labels USING (participant_id, wave, contact_id))"
    )
    if "x_floor" in tables["contacts"]:
        sources["contact_attributes"] = "(FROM contact_attributes)"
    with engine.connect() as con:
        engine.create_canonical_tables(con)
        engine.load_rows(con, rows)
        for name, source in sources.items():
            con.execute(f"COPY {source} TO '{folder}/{TABLES_FOLDER}/{name}.parquet'")
    waves = dict.fromkeys(str(row["wave"]) for row in rows["audits"])
    record = ImportRecord(
        id=folder.name,
        imported_at=datetime(2026, 1, 1, tzinfo=UTC),
        imported_by="somebody",
        platform="canonical",
        files=(),
        checksum="",
        rows={name: len(entries) for name, entries in rows.items()},
        waves=tuple(waves),
        programme_text=settings,
        problems=(),
        left_out=(),
        software="",
    )
    return StoredImport(record=record, folder=folder)


def header_of(text: str) -> list[str]:
    return text.strip().splitlines()[0].split()


def rows_of(tables: dict[str, str]) -> Rows:
    return {
        name: small_table(text, "") if len(text.strip().splitlines()) > 1 else []
        for name, text in tables.items()
    }


FIRST = {
    "participants": """
        participant_id cohort place
        P1             2026   north
        P2             2026   south""",
    "audits": """
        participant_id wave     self_echo_chamber
        P1             baseline 1
        P2             baseline 2""",
    "contacts": """
        participant_id wave     contact_id affiliation x_floor
        P1             baseline a          same_org    ground
        P1             baseline b          same_org    ground
        P2             baseline c          same_team   first
        P2             baseline d          unknown     first""",
    "ties": """
        participant_id wave     contact_a contact_b tie
        P1             baseline a         b         acquainted
        P2             baseline c         d         acquainted""",
    "mentoring": """
        participant_id wave     mentoring_id my_role
        P1             baseline m1           mentee
        P2             baseline m2           mentor""",
    "reflections": """
        participant_id wave     item     number text
        P1             baseline strength 1      first
        P2             baseline strength 1      first""",
    "activities": """
        participant_id wave     activity     status
        P1             baseline social_media planned
        P2             baseline social_media planned""",
    "actions": """
        participant_id wave     action_id text
        P1             baseline act1      first
        P2             baseline act1      first""",
    "exchange": """
        participant_id wave     format role
        P1             baseline forum  attend
        P2             baseline forum  attend""",
    "cohort_ties": """
        participant_id wave     other_participant_id relation
        P1             baseline P2                   know
        P2             baseline P1                   know""",
}
"""Two participants at one wave, with a row or two in every table."""

SECOND = {
    "participants": """
        participant_id cohort place
        P1             2026   west
        P2             2026   south""",
    "audits": """
        participant_id wave     self_echo_chamber
        P1             baseline 4""",
    "contacts": """
        participant_id wave     contact_id affiliation
        P1             baseline x          same_org
        P1             baseline y          same_team
        P1             baseline z          same_team""",
}
"""The first participant's audit again, with other contacts and nothing but the required tables."""

SECOND_FURTHER = {
    "ties": """
        participant_id wave     contact_a contact_b tie
        P1             baseline x         y         work_closely""",
    "mentoring": """
        participant_id wave     mentoring_id my_role
        P1             baseline m9           both""",
    "reflections": """
        participant_id wave     item     number text
        P1             baseline weakness 1      second""",
    "activities": """
        participant_id wave     activity      status
        P1             baseline own_community done""",
    "actions": """
        participant_id wave     action_id text
        P1             baseline act9      second""",
    "exchange": """
        participant_id wave     format     role
        P1             baseline newsletter organise""",
    "cohort_ties": """
        participant_id wave     other_participant_id relation
        P1             baseline P2                   sought_advice""",
}
"""The optional tables of the second export, to be added one by one."""


def listing(root: Path) -> set[str]:
    """All files but those that SQLite puts beside a ledger that is open."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    return {name for name in found if not name.endswith(("-wal", "-shm"))}
