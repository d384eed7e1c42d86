"""Imports kept whole, undone, counted again; and what stands in the way."""

import errno
import shutil
import threading
from pathlib import Path

import pytest

from netaudit.errors import ImportRefused, WorkspaceError
from netaudit.store import build, folder, originals
from netaudit.store.database import Database
from netaudit.store.state import State, read_state, write_state
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, SECOND, SECOND_FURTHER, listing, write_export

SIZES = """
SELECT a.participant_id, m.value
FROM measure_value AS m
INNER JOIN audit AS a ON m.audit_id = a.audit_id
WHERE m.measure = 'size'
ORDER BY a.participant_id
"""


def sizes(database: Database) -> dict[str, float]:
    frame = database.query(SIZES)
    return dict(zip(frame["participant_id"], frame["value"], strict=True))


def test_an_import_is_kept_as_it_came(two_imports):
    newest, first = two_imports.imports()
    assert (first.rows["contacts"], newest.rows["contacts"]) == (4, 3)
    assert (first.replaced, newest.replaced) == (0, 1)
    assert first.files == ("first",)
    original = two_imports.root / "imports" / first.id / "original" / "first"
    assert {path.name for path in original.iterdir()} == {f"{name}.csv" for name in FIRST}
    header = original.joinpath("participants.csv").read_text().splitlines()[0]
    assert header == "participant_id,cohort,place"


def test_measures_are_of_the_merged_imports(two_imports):
    # Counted by hand: three contacts of the second export, two of the first.
    assert sizes(two_imports.database()) == {"P1": 3, "P2": 2}


def test_the_database_knows_its_imports_and_their_problems(two_imports):
    database = two_imports.database()
    recorded = database.query("SELECT id, rows, replaced, warnings FROM import_record ORDER BY id")
    records = two_imports.imports()[::-1]
    assert list(recorded["id"]) == [record.id for record in records]
    assert list(recorded["rows"]) == [sum(record.rows.values()) for record in records]
    assert list(recorded["warnings"]) == [record.warnings for record in records]
    problems = database.query(
        "SELECT * FROM private.import_problem WHERE import_id = $id", {"id": records[0].id}
    )
    assert len(problems) == len(records[0].problems)


def test_the_same_export_again_changes_nothing(two_imports, tmp_path):
    renamed = write_export(tmp_path / "another name", FIRST)
    before, state = listing(two_imports.root), read_state(two_imports.root)
    result = two_imports.import_paths([renamed])
    assert result.already
    assert result.record.id == state.imports[0]
    assert (listing(two_imports.root), read_state(two_imports.root)) == (before, state)


def test_an_undone_import_no_longer_counts_and_can_count_again(two_imports):
    first, second = read_state(two_imports.root).imports
    both = two_imports.fingerprint
    two_imports.undo(second)
    assert sizes(two_imports.database()) == {"P1": 2, "P2": 2}
    assert [record.undone for record in two_imports.imports()] == [True, False]
    two_imports.redo(second)
    assert sizes(two_imports.database()) == {"P1": 3, "P2": 2}
    assert two_imports.fingerprint == both
    two_imports.undo(first)
    assert sizes(two_imports.database()) == {"P1": 3}


def test_an_export_imported_again_after_its_undoing_is_the_newest(two_imports, tmp_path):
    first = read_state(two_imports.root).imports[0]
    two_imports.undo(first)
    result = two_imports.import_paths([write_export(tmp_path / "first", FIRST)])
    assert not result.already
    assert sizes(two_imports.database()) == {"P1": 2, "P2": 2}


def test_without_any_import_left_the_workspace_is_empty(two_imports):
    for record in two_imports.imports():
        two_imports.undo(record.id)
    assert two_imports.is_empty
    assert sizes(two_imports.database()) == {}


def test_only_imports_that_count_can_be_undone(two_imports):
    with pytest.raises(WorkspaceError, match="not among the imports that count"):
        two_imports.undo("2001-01-01-1")
    with pytest.raises(WorkspaceError, match="not among the imports that were undone"):
        two_imports.redo(two_imports.imports()[0].id)


def test_a_refused_import_leaves_nothing_behind(two_imports, tmp_path):
    bad = {**SECOND, "ties": SECOND_FURTHER["ties"].replace(" y ", " nobody ")}
    before = listing(two_imports.root)
    with pytest.raises(ImportRefused) as refused:
        two_imports.import_paths([write_export(tmp_path / "bad", bad)])
    assert any(problem.file == "ties.csv" for problem in refused.value.problems)
    assert listing(two_imports.root) == before


def test_bad_rows_left_out_stay_listed(two_imports, tmp_path):
    bad = {**SECOND, "ties": SECOND_FURTHER["ties"].replace(" y ", " nobody ")}
    export = write_export(tmp_path / "bad", bad)
    record = two_imports.import_paths([export], leave_out_bad_rows=True).record
    assert [(problem.file, problem.row) for problem in record.left_out] == [("ties.csv", 2)]
    sql = "SELECT file FROM private.import_problem WHERE left_out"
    assert list(two_imports.database().query(sql)["file"]) == ["ties.csv"]
    assert two_imports.imports()[0] == record


def test_a_check_stores_nothing(two_imports, tmp_path):
    before = listing(two_imports.root)
    read = two_imports.check_paths([write_export(tmp_path / "more", FIRST)])
    assert (read.refused, read.rows["contacts"]) == (False, 4)
    assert listing(two_imports.root) == before


def test_an_empty_workspace_is_not_made_by_looking_at_it(tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    assert workspace.is_empty
    assert workspace.imports() == ()
    workspace.ensure_current()
    with pytest.raises(WorkspaceError, match="no import yet"):
        workspace.current_database()
    assert not workspace.root.exists()


@pytest.mark.parametrize(
    ("name", "other"), [("definitions_hash", lambda: "other definitions"), ("LAYOUT", 0)]
)
def test_changed_definitions_build_the_database_again(two_imports, monkeypatch, name, other):
    before = read_state(two_imports.root)
    two_imports.ensure_current()
    assert read_state(two_imports.root) == before
    monkeypatch.setattr(build, name, other)
    two_imports.ensure_current()
    after = read_state(two_imports.root)
    assert (after.imports, after.previous) == (before.imports, before.database)
    assert after.fingerprint != before.fingerprint


def test_a_reader_goes_on_with_its_data_while_newer_ones_are_in_force(two_imports):
    reader = Workspace(two_imports.root)
    held = reader.current_database()
    assert reader.current_database() is held
    for record in two_imports.imports():
        two_imports.undo(record.id)
    assert sizes(reader.current_database()) == {}
    assert sizes(held) == {"P1": 3, "P2": 2}
    assert reader.current_database().fingerprint == two_imports.fingerprint


def test_the_database_before_stays_and_older_ones_go(two_imports):
    names = [read_state(two_imports.root).database]
    for record in two_imports.imports():
        two_imports.undo(record.id)
        names.append(read_state(two_imports.root).database)
    kept = {path.name for path in two_imports.root.glob("*.duckdb")}
    assert kept == set(names[1:])


def test_a_second_writer_waits_for_the_first(two_imports):
    first, second = read_state(two_imports.root).imports
    told = threading.Event()
    waiting = threading.Thread(
        target=Workspace(two_imports.root).undo,
        args=(second,),
        kwargs={"progress": lambda step: told.set() if "waiting" in step else None},
    )
    with folder.writing(two_imports.root, lambda _: None) as state:
        waiting.start()
        assert told.wait(timeout=20)
        assert read_state(two_imports.root) == state
    waiting.join(timeout=60)
    assert read_state(two_imports.root).active == (first,)


def not_a_folder(root: Path) -> None:
    root.write_text("a file")


def other_files(root: Path) -> None:
    root.mkdir()
    (root / "thesis.docx").write_text("of somebody")


def lost_state(root: Path) -> None:
    (root / "imports" / "2026-01-01-1").mkdir(parents=True)


def broken_state(root: Path) -> None:
    root.mkdir()
    (root / "state.json").write_text('{"format": 1, "imports"')


def newer_state(root: Path) -> None:
    root.mkdir()
    (root / "state.json").write_text('{"format": 2}')


def lost_import(root: Path) -> None:
    root.mkdir()
    write_state(root, State(imports=("2026-01-01-1",)))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (not_a_folder, "is a file"),
        (other_files, "is not a workspace"),
        (lost_state, "state.json is gone"),
        (broken_state, "cannot be read"),
        (newer_state, "another version"),
        (lost_import, "its folder is gone"),
    ],
)
def test_what_is_no_workspace_is_said_and_left_alone(tmp_path, spoil, message):
    root = tmp_path / "workspace"
    spoil(root)
    before = listing(tmp_path)
    with pytest.raises(WorkspaceError, match=message):
        Workspace(root).imports()
    with pytest.raises(WorkspaceError, match=message):
        Workspace(root).import_paths([write_export(tmp_path / "export", FIRST)])
    shutil.rmtree(tmp_path / "export")
    assert {name for name in listing(tmp_path) if not name.endswith((".lock", "/imports"))} == {
        name for name in before if not name.endswith("/imports")
    }


@pytest.mark.parametrize(
    ("code", "message"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not be read")]
)
def test_a_full_disk_or_a_missing_permission_is_said(
    two_imports, tmp_path, monkeypatch, code, message
):
    def refuse(source: Path, target: Path) -> None:
        raise OSError(code, "refused", str(target))

    monkeypatch.setattr(originals.shutil, "copyfile", refuse)
    before = listing(two_imports.root)
    export = write_export(tmp_path / "more", {**SECOND, "ties": SECOND_FURTHER["ties"]})
    with pytest.raises(WorkspaceError, match=message):
        two_imports.import_paths([export])
    assert listing(two_imports.root) == before


def test_an_archive_packed_anew_is_the_same_export(tmp_path):
    export = write_export(tmp_path / "export", FIRST)
    workspace = Workspace(tmp_path / "workspace")
    workspace.import_paths([export])
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "export")
    assert workspace.import_paths([Path(packed)]).already
