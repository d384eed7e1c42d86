"""Which imports hold rows about one participant."""

from collections.abc import Sequence
from dataclasses import dataclass

from netaudit.engine import duckdb as engine
from netaudit.schema import TABLES
from netaudit.store import folder
from netaudit.store.matching.corrections import in_force, written_as
from netaudit.store.merge import StoredImport, stored_import
from netaudit.store.record import ImportRecord
from netaudit.store.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class HeldImport:
    """An import that counts, and how many rows about the participant each of its tables holds."""

    record: ImportRecord
    rows: dict[str, int]


def held_imports(workspace: Workspace, participant: str) -> tuple[HeldImport, ...]:
    """The imports that count and hold something about the participant, oldest first.

    Where two hold the same audit, the later one is in force.
    """
    codes = written_as(in_force(workspace.ledger), [participant])
    found = (
        HeldImport(record=record, rows=_rows(_stored(workspace, record), codes))
        for record in workspace.counting()
    )
    return tuple(one for one in found if one.rows)


def _stored(workspace: Workspace, record: ImportRecord) -> StoredImport:
    return stored_import(folder.import_folder(workspace.root, record.id))


def _rows(stored: StoredImport, codes: Sequence[str]) -> dict[str, int]:
    con = engine.connect()
    try:
        counts = {
            name: con.execute(
                "SELECT count(*) FROM read_parquet(?) WHERE list_contains(?, participant_id)",
                [str(path), list(codes)],
            ).fetchall()[0][0]
            for name in TABLES
            if (path := stored.table(name)) is not None
        }
    finally:
        con.close()
    return {name: int(count) for name, count in counts.items() if count}
