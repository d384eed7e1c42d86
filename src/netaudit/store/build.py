"""Builds the database of a workspace from the imports that count."""

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb

from netaudit.definitions.registry import SQL_FOLDER
from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import PRIVATE_SCHEMA, Connection, Progress
from netaudit.errors import PROBLEM_COLUMNS, WorkspaceError
from netaudit.store.durable import flush_file, remove
from netaudit.store.matching.corrected import corrected
from netaudit.store.matching.decided import Decided
from netaudit.store.merge import StoredImport, merge, merged_programme
from netaudit.store.pseudonyms import create_pseudonymous
from netaudit.store.record import ImportRecord
from netaudit.version import VERSION

LAYOUT = 3
"""Raised whenever tables change that no definition file makes, such as the canonical ones."""

IMPORT_PROBLEM = f"{PRIVATE_SCHEMA}.import_problem"
"""Problems quote what they found: names, labels, texts."""


@cache
def definitions_hash() -> str:
    """Changes whenever a definition file does."""
    whole = hashlib.sha256()
    for path in sorted(SQL_FOLDER.rglob("*.sql")):
        whole.update(path.relative_to(SQL_FOLDER).as_posix().encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def fingerprint(records: Sequence[ImportRecord], decided: Decided) -> str:
    """The same for the same exports and decisions, read in the same order by the same netaudit."""
    data = [f"{record.checksum} {record.without}".rstrip() for record in records]
    data += [decided.mark] if decided.mark else []
    parts = [*data, VERSION, str(LAYOUT), definitions_hash()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def build(
    path: Path,
    imports: Sequence[StoredImport],
    decided: Decided,
    pseudonym_key: str,
    progress: Progress,
) -> None:
    """A whole database at `path`, which must not exist yet, flushed to the disk and closed.

    `imports` are oldest first. What DuckDB cannot keep in memory it puts beside `path`.
    """
    beside = path.with_name(f"{path.name}.corrected")
    try:
        con = engine.connect(path)
        try:
            con.execute("SET temp_directory = ?", [f"{path}.tmp"])
            # Nothing counts before the whole file does, and that is flushed at the end.
            con.execute("SET fsync_mode = 'NONE'")
            meant = corrected(imports, decided.corrections, pseudonym_key, beside)
            _fill(con, meant, decided, progress)
            create_pseudonymous(con, pseudonym_key)
            con.execute("CHECKPOINT")
        finally:
            con.close()
            remove(beside)
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise WorkspaceError(
            "The database could not be written.",
            f"Make room on the disk and see that the folder may be written to. {error}",
        ) from error
    flush_file(path)


def _fill(
    con: Connection, imports: Sequence[StoredImport], decided: Decided, progress: Progress
) -> None:
    records = [stored.record for stored in imports]
    progress("putting the imports together")
    engine.create_canonical_tables(con)
    merge(con, imports)
    engine.create_programme_tables(con, merged_programme(records))
    _create_import_tables(con, records)
    if decided.matches:
        con.executemany(
            "INSERT INTO contact_match VALUES (?, ?, ?, ?)",
            [[*one, *other] for one, other in decided.matches],
        )
    engine.compute(con, progress)


def _create_import_tables(con: Connection, records: Sequence[ImportRecord]) -> None:
    """`import_record` and IMPORT_PROBLEM: where the rows come from and what was wrong."""
    con.execute(
        "CREATE TABLE import_record (id VARCHAR, imported_at TIMESTAMPTZ, imported_by VARCHAR,"
        " platform VARCHAR, files VARCHAR[], rows INTEGER, replaced INTEGER, warnings INTEGER)"
    )
    con.execute(
        f"CREATE TABLE {IMPORT_PROBLEM} (import_id VARCHAR, left_out BOOLEAN, severity VARCHAR,"
        ' file VARCHAR, "row" INTEGER, "column" VARCHAR, value VARCHAR, message VARCHAR,'
        " hint VARCHAR)"
    )
    for record in records:
        con.execute(
            "INSERT INTO import_record VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                record.id,
                record.imported_at,
                record.imported_by,
                record.platform,
                list(record.files),
                sum(record.rows.values()),
                record.replaced,
                record.warnings,
            ],
        )
        _insert_problems(con, record)


def _insert_problems(con: Connection, record: ImportRecord) -> None:
    rows = [
        {"import_id": record.id, "left_out": left_out, **problem.as_row()}
        for left_out, problems in ((False, record.problems), (True, record.left_out))
        for problem in problems
    ]
    con.execute(
        f"INSERT INTO {IMPORT_PROBLEM} BY NAME"
        " SELECT unnest(from_json($rows, $shape), recursive := true)",
        {"rows": json.dumps(rows), "shape": json.dumps([_PROBLEM_SHAPE])},
    )


_PROBLEM_SHAPE = {
    "import_id": "VARCHAR",
    "left_out": "BOOLEAN",
    **dict.fromkeys(PROBLEM_COLUMNS, "VARCHAR"),
    "row": "INTEGER",
}
