"""What the imports that count amount to together: programme settings, and which rows stand.

An export imported later replaces an audit (participant and wave) whole in every table that it
holds; tables it does not hold stay as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import (
    CONTACT_ATTRIBUTE_COLUMNS,
    CONTACT_ATTRIBUTES,
    CONTACT_LABEL_COLUMNS,
    CONTACT_LABELS,
    LABEL,
    Connection,
    answer_columns,
    identifier,
)
from netaudit.programme import Programme, read_programme
from netaudit.schema import CONTACTS, TABLES, Table
from netaudit.store.record import TABLES_FOLDER, ImportRecord, read_record


@dataclass(frozen=True, kw_only=True)
class StoredImport:
    """An import as the workspace holds it: its record and its folder."""

    record: ImportRecord
    folder: Path

    def table(self, name: str) -> Path | None:
        """The Parquet file of a canonical table; None where the export did not hold it."""
        path = self.folder / TABLES_FOLDER / f"{name}.parquet"
        return path if path.exists() else None


class BringsSettings(Protocol):
    """What settings are merged from: an import's programme.toml and the waves read in it."""

    @property
    def programme_text(self) -> str | None:
        """Its programme.toml; None where it brought none."""
        ...

    @property
    def waves(self) -> tuple[str, ...]:
        """The waves of its audits."""
        ...


def stored_import(folder: Path) -> StoredImport:
    """The import kept in a folder."""
    return StoredImport(record=read_record(folder), folder=folder)


def merged_programme(records: Sequence[BringsSettings]) -> Programme:
    """The newest settings brought along; earlier waves and cohorts that they leave out stay known.

    `records` are ordered, oldest first.
    """
    merged = Programme()
    declared = [record for record in records if record.programme_text is not None]
    for record in declared:
        settings, _ = read_programme(record.programme_text or "")
        cohorts = {cohort.id: cohort for cohort in (*merged.cohorts, *settings.cohorts)}
        earlier = merged.waves if record is not declared[0] else ()
        merged = replace(
            settings,
            cohorts=tuple(cohorts.values()),
            waves=tuple(dict.fromkeys((*settings.waves, *earlier))),
        )
    read_against = (wave for record in records for wave in record.waves)
    return replace(merged, waves=tuple(dict.fromkeys((*merged.waves, *read_against))))


def merge(con: Connection, imports: Sequence[StoredImport]) -> None:
    """Fills the canonical tables from the imports' Parquet files; the imports are oldest first."""
    con.execute(
        "CREATE TEMP TABLE audit_holder (import_no INTEGER, participant_id VARCHAR, wave VARCHAR)"
    )
    for import_no, stored in enumerate(imports):
        audits = stored.table("audits")
        con.execute(
            "INSERT INTO audit_holder SELECT ?, participant_id, wave FROM read_parquet(?)",
            [import_no, str(audits)],
        )
    for table in TABLES.values():
        _merge_table(con, table, imports)
    con.execute("DROP TABLE audit_holder")
    con.execute("DROP TABLE IF EXISTS newest")  # where no import counts, there is none


def _merge_table(con: Connection, table: Table, imports: Sequence[StoredImport]) -> None:
    holders = {
        import_no: path
        for import_no, stored in enumerate(imports)
        if (path := stored.table(table.name)) is not None
    }
    if not holders:
        return
    key = ("participant_id", "wave") if table.has_wave else ("participant_id",)
    _find_newest(con, key, holders)
    for import_no, path in holders.items():
        _insert_standing(con, table.name, answer_columns(table), key, import_no, path)
        if table is CONTACTS:
            _insert_about_contacts(con, key, import_no, imports[import_no])


def _insert_about_contacts(
    con: Connection, key: tuple[str, ...], import_no: int, stored: StoredImport
) -> None:
    """Further attributes and labels, each into a table of their own."""
    for name, file, columns, filled in (
        (CONTACT_ATTRIBUTES, CONTACT_ATTRIBUTES, CONTACT_ATTRIBUTE_COLUMNS, None),
        (CONTACT_LABELS, CONTACTS.name, CONTACT_LABEL_COLUMNS, LABEL),
    ):
        path = stored.table(file)
        if path is not None:
            _insert_standing(con, name, columns, key, import_no, path, filled=filled)


def _find_newest(con: Connection, key: tuple[str, ...], holders: dict[int, Path]) -> None:
    """`newest`: for each participant (and wave), the last import that has a say in the table.

    An import with the table has a say in the audits it holds, rows or none, and in whatever else
    the table's rows name.
    """
    names = ", ".join(key)
    said = [
        f"SELECT CAST(? AS INTEGER) AS import_no, {names} FROM read_parquet(?)" for _ in holders
    ]
    if "wave" in key:
        said.append("FROM audit_holder WHERE list_contains(?, import_no)")
    places = [part for import_no, path in holders.items() for part in (import_no, str(path))]
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE newest AS SELECT {names}, max(import_no) AS import_no"
        f" FROM ({' UNION ALL '.join(said)}) GROUP BY {names}",
        [*places, list(holders)] if "wave" in key else places,
    )


def _insert_standing(
    con: Connection,
    table: str,
    columns: Sequence[str],
    key: tuple[str, ...],
    import_no: int,
    path: Path,
    *,
    filled: str | None = None,
) -> None:
    """Adds an import's rows that stand; with `filled`, only those where that column is no blank."""
    described = con.execute("SELECT name FROM parquet_schema(?)", [str(path)]).fetchall()
    held = {str(name) for (name,) in described}
    if filled is not None and filled not in held:
        return
    names = ", ".join(identifier(name) for name in columns if name in held)
    holds = "TRUE" if filled is None else f"{identifier(filled)} IS NOT NULL"
    con.execute(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM read_parquet(?) AS given"
        f" SEMI JOIN (FROM newest WHERE import_no = ?) AS standing USING ({', '.join(key)})"
        f" WHERE {holds}",
        [str(path), import_no],
    )


def waves_held(stored: StoredImport, order: Sequence[str]) -> tuple[str, ...]:
    """The waves that the import's audits are of, ordered as its settings order them."""
    rows = _ask_parquet(
        "SELECT DISTINCT wave FROM read_parquet($audits)", {"audits": str(stored.table("audits"))}
    )
    held = {str(row[0]) for row in rows}
    return tuple(wave for wave in order if wave in held)


def _ask_parquet(sql: str, parameters: dict[str, Any]) -> list[Any]:
    con = engine.connect()
    try:
        return con.execute(sql, parameters).fetchall()
    finally:
        con.close()
