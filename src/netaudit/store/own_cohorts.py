"""Whoever has a role in some cohorts brings in, and sets aside, the data of these alone.

An export is about a cohort if it says so of anybody in it, or if any import ever did: otherwise
people could be moved to one's own cohort by an export that says they belong there.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection
from netaudit.errors import ImportRefused, Problem, WorkspaceError
from netaudit.importers.export import ReadExport
from netaudit.schema import SETTINGS_FILE, TABLES
from netaudit.store.folder import import_folder
from netaudit.store.matching import corrections
from netaudit.store.matching.corrections import Corrections
from netaudit.store.merge import BringsSettings, StoredImport, merged_programme, stored_import
from netaudit.store.record import ImportRecord
from netaudit.store.settings_change import SettingChange, programme_changes
from netaudit.wording import enumerated

if TYPE_CHECKING:
    from netaudit.store.workspace import Workspace

Cohorts = tuple[str, ...] | None
"""Those that somebody's role holds in; None is every cohort."""

ASK = "ask somebody whose role holds in every cohort"


def cohorts_of(
    tables: Mapping[str, Path], imports: Sequence[StoredImport], standing: Corrections
) -> tuple[str, ...]:
    """The cohorts of everybody whom these tables have rows about, in alphabetical order.

    `imports` are all there are, undone ones too; their word counts beside that of the tables.
    """
    con = engine.connect()
    try:
        own = [tables["participants"]] if "participants" in tables else []
        _load_placed(con, [*own, *_participants(imports)], standing)
        return _about(con, tables)
    finally:
        con.close()


def imports_within(workspace: "Workspace", within: Cohorts) -> tuple[ImportRecord, ...]:
    """The imports that are about one's own cohorts alone, undone ones too, newest first.

    One that is about nobody, since every row was left out, may have been about others.
    """
    records = workspace.imports()
    if within is None:
        return records
    stored = [stored_import(import_folder(workspace.root, record.id)) for record in records]
    con = engine.connect()
    try:
        _load_placed(con, _participants(stored), corrections.in_force(workspace.ledger))
        return tuple(
            record
            for record, one in zip(records, stored, strict=True)
            if _is_within(_about(con, tables_of(one)), within)
        )
    finally:
        con.close()


def others_in(workspace: "Workspace", read: ReadExport, within: Cohorts) -> tuple[str, ...]:
    """The cohorts that keep an export from coming in, before it is stored.

    The tables of `read` must still be there; where it has none, what its rows say counts.
    """
    if within is None:
        return ()
    if read.refused:
        return elsewhere(read.contents.cohorts, within)
    made = [
        stored_import(import_folder(workspace.root, record.id)) for record in workspace.imports()
    ]
    found = cohorts_of(read.tables, made, corrections.in_force(workspace.ledger))
    return elsewhere(found, within)


def tables_of(stored: StoredImport) -> dict[str, Path]:
    """The canonical tables of an import."""
    return {name: path for name in TABLES if (path := stored.table(name)) is not None}


def elsewhere(found: Sequence[str], within: Cohorts) -> tuple[str, ...]:
    """The cohorts found that the role does not hold in."""
    return () if within is None else tuple(one for one in found if one not in within)


def _is_within(found: Sequence[str], within: Cohorts) -> bool:
    return bool(found) and not elsewhere(found, within)


def settings_elsewhere(
    before: Sequence[BringsSettings], after: Sequence[BringsSettings], within: Cohorts
) -> tuple[SettingChange, ...]:
    """What changes in settings that are not those of one's own cohorts alone.

    Where nothing counts yet the settings are netaudit's own.
    """
    if within is None:
        return ()
    changes = programme_changes(merged_programme(before), merged_programme(after))
    return tuple(one for one in changes if one.cohort is None or one.cohort not in within)


def check_import(
    stored: StoredImport,
    active: Sequence[StoredImport],
    undone: Sequence[StoredImport],
    standing: Corrections,
    within: Cohorts,
) -> None:
    """ImportRefused where an export is not about one's own cohorts alone, or changes others'.

    `active` and `undone` are the imports made before it.
    """
    if within is None:
        return
    found = cohorts_of(tables_of(stored), [*active, *undone], standing)
    if elsewhere(found, within):
        raise no_import(within)
    before = [one.record for one in active]
    if changes := settings_elsewhere(before, [*before, stored.record], within):
        raise no_settings(changes)


def check_switch(
    stored: StoredImport,
    before: Sequence[StoredImport],
    after: Sequence[StoredImport],
    everything: Sequence[StoredImport],
    standing: Corrections,
    within: Cohorts,
) -> None:
    """WorkspaceError where undoing or redoing an import would touch other cohorts.

    `before` and `after` are the imports that count, `everything` those undone too.
    """
    if within is None:
        return
    hint = f"{ASK[:1].upper()}{ASK[1:]}."
    if not _is_within(cohorts_of(tables_of(stored), everything, standing), within):
        raise WorkspaceError(f"This import {_also_about(within)}.", hint)
    changes = settings_elsewhere(
        [one.record for one in before], [one.record for one in after], within
    )
    if changes:
        raise WorkspaceError(f"That would change {_for_others(changes)}.", hint)


def no_import(within: Sequence[str]) -> ImportRefused:
    """Why an export with people of other cohorts is not taken in.

    Whose they are is not told: by a code that is not of theirs somebody could ask for its cohort.
    """
    return _refused(
        TABLES["participants"].file,
        f"this export {_also_about(within)}",
        f"Bring an export of {in_words(within)} alone, or {ASK}.",
    )


def no_settings(changes: Sequence[SettingChange]) -> ImportRefused:
    """Why an export with other settings is not taken in."""
    return _refused(
        SETTINGS_FILE,
        f"its {SETTINGS_FILE} would change {_for_others(changes)}",
        f"Leave {SETTINGS_FILE} out of the export, or {ASK}.",
    )


def _refused(file: str, why: str, hint: str) -> ImportRefused:
    said = f"{why[:1].upper()}{why[1:]}."
    problem = Problem(severity="error", file=file, message=said, hint=hint)
    return ImportRefused(f"Nothing was imported: {why}.", hint, (problem,))


def _also_about(within: Sequence[str]) -> str:
    return (
        f"may be about people of other cohorts too, and your role holds in {in_words(within)} alone"
    )


def _for_others(changes: Sequence[SettingChange]) -> str:
    names = enumerated([one.setting for one in changes])
    return f"settings that hold for other cohorts too: {names}"


def in_words(cohorts: Sequence[str]) -> str:
    """Cohorts as a sentence names them."""
    return f"cohort {cohorts[0]}" if len(cohorts) == 1 else f"the cohorts {enumerated(cohorts)}"


def _participants(imports: Sequence[StoredImport]) -> list[Path]:
    return [path for stored in imports if (path := stored.table("participants")) is not None]


def _load_placed(con: Connection, people: Sequence[Path], standing: Corrections) -> None:
    """`placed`: in which cohorts everybody was ever said to be; `correction`: whose codes count."""
    con.execute("CREATE TABLE correction (code VARCHAR, meant VARCHAR)")
    if standing:
        con.executemany("INSERT INTO correction VALUES (?, ?)", list(standing.items()))
    con.execute("CREATE TABLE placed (participant_id VARCHAR, cohort VARCHAR)")
    for path in people:
        con.execute(
            "INSERT INTO placed SELECT participant_id, cohort FROM read_parquet(?)", [str(path)]
        )


def _about(con: Connection, tables: Mapping[str, Path]) -> tuple[str, ...]:
    """The cohorts of those whom the tables have rows about."""
    con.execute("CREATE OR REPLACE TABLE person (participant_id VARCHAR)")
    for path in tables.values():
        con.execute(
            "INSERT INTO person SELECT DISTINCT participant_id FROM read_parquet(?)", [str(path)]
        )
    return tuple(str(row[0]) for row in con.execute(_COHORTS).fetchall())


_COHORTS = """
WITH meant AS (
    SELECT DISTINCT coalesce(c.meant, p.participant_id) AS participant_id
    FROM person AS p
    LEFT JOIN correction AS c ON p.participant_id = c.code
)

SELECT DISTINCT l.cohort
FROM placed AS l
LEFT JOIN correction AS c ON l.participant_id = c.code
SEMI JOIN meant AS m ON coalesce(c.meant, l.participant_id) = m.participant_id
WHERE l.cohort IS NOT NULL
ORDER BY l.cohort
"""
