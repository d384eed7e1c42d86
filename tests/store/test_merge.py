"""What several exports amount to together (contract §1, last paragraph)."""

from pathlib import Path

import pytest

from netaudit.schema import TABLES
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, SECOND, SECOND_FURTHER, write_export

WAVE_TABLES = [table.name for table in TABLES.values() if table.has_wave]
OPTIONAL = [table.name for table in TABLES.values() if not table.required]
TOLD_APART = {name: TABLES[name].key[-1] for name in WAVE_TABLES} | {"audits": "self_echo_chamber"}


def rows(workspace: Workspace, table: str, column: str) -> list[tuple[object, ...]]:
    frame = workspace.database().query(f"SELECT participant_id, {column} FROM {table} ORDER BY ALL")
    return list(frame.itertuples(index=False, name=None))


def imported(tmp_path: Path, *exports: dict[str, str]) -> Workspace:
    workspace = Workspace(tmp_path / "workspace")
    for number, tables in enumerate(exports):
        workspace.import_paths([write_export(tmp_path / f"export{number}", tables)])
    return workspace


@pytest.mark.parametrize("table", OPTIONAL)
def test_a_later_export_replaces_an_audit_in_the_tables_it_holds(tmp_path, table):
    first = Workspace(tmp_path / "first")
    first.import_paths([write_export(tmp_path / "alone", FIRST)])
    workspace = imported(tmp_path, FIRST, {**SECOND, table: SECOND_FURTHER[table]})
    for name in ("contacts", "audits", table):
        column = TOLD_APART[name]
        of_p2 = [row for row in rows(first, name, column) if row[0] == "P2"]
        of_p1 = [row for row in rows(workspace, name, column) if row[0] == "P1"]
        assert rows(workspace, name, column) == of_p1 + of_p2
        assert of_p1
        assert not set(of_p1) & set(rows(first, name, column))
    for name in set(OPTIONAL) - {table}:
        column = TOLD_APART[name]
        assert rows(workspace, name, column) == rows(first, name, column)


@pytest.mark.parametrize("table", OPTIONAL)
def test_a_table_held_without_rows_empties_the_audit(tmp_path, table):
    header = SECOND_FURTHER[table].strip().splitlines()[0]
    workspace = imported(tmp_path, FIRST, {**SECOND, table: header})
    assert {row[0] for row in rows(workspace, table, "wave")} == {"P2"}


@pytest.mark.parametrize("table", ["reflections", "activities", "actions", "exchange"])
def test_rows_without_an_audit_row_belong_to_their_export(tmp_path, table):
    text = SECOND_FURTHER[table].replace("baseline", "midpoint")
    later = text.replace("P1", "P2")
    workspace = imported(tmp_path, FIRST, {**SECOND, table: text}, {**SECOND, table: later})
    column = "participant_id, wave"
    waves = [row[1:] for row in rows(workspace, table, column)]
    assert waves == [("P1", "midpoint"), ("P2", "baseline"), ("P2", "midpoint")]


def test_a_participant_is_as_the_newest_export_has_it(tmp_path):
    workspace = imported(tmp_path, FIRST, SECOND)
    assert rows(workspace, "participants", "place") == [("P1", "west"), ("P2", "south")]


def test_further_attributes_go_with_their_contacts(tmp_path):
    workspace = imported(tmp_path, FIRST, SECOND)
    assert rows(workspace, "contact_attributes", "contact_id") == [("P2", "c"), ("P2", "d")]


def test_measures_follow_the_merged_tables(tmp_path):
    workspace = imported(tmp_path, FIRST, SECOND)
    sizes = workspace.database().query(
        "SELECT a.participant_id, m.value FROM measure_value AS m"
        " JOIN audit AS a ON a.audit_id = m.audit_id WHERE m.measure = 'size' ORDER BY ALL"
    )
    assert list(sizes["value"]) == [3, 2]


def test_settings_are_the_newest_that_came(tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    settings = (
        '[programme]\nwaves = ["baseline", "end"]\ncontact_cap = 5\n'
        '[[cohorts]]\nid = "2025"\nenrolled = 8\n[[cohorts]]\nid = "2026"\nenrolled = 9\n',
        '[programme]\nwaves = ["baseline", "later"]\n[[cohorts]]\nid = "2026"\nenrolled = 12\n',
        None,
    )
    for number, (tables, text) in enumerate(zip((FIRST, SECOND, FIRST), settings, strict=True)):
        export = write_export(tmp_path / f"export{number}", tables, text)
        workspace.import_paths([export])
    database = workspace.database()
    waves = database.query("SELECT wave FROM wave_order ORDER BY wave_no")
    assert list(waves["wave"]) == ["baseline", "later", "end"]
    assert list(database.query("SELECT contact_cap FROM setting")["contact_cap"]) == [10]
    enrolled = database.query("SELECT cohort, enrolled FROM declared_cohort ORDER BY cohort")
    assert list(enrolled.itertuples(index=False, name=None)) == [("2025", 8), ("2026", 12)]


def test_a_wave_stays_known_when_the_settings_that_named_it_are_undone(tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    named = workspace.import_paths(
        [write_export(tmp_path / "named", SECOND, '[programme]\nwaves = ["start", "baseline"]\n')]
    )
    at_start = {name: text.replace("baseline", "start") for name, text in FIRST.items()}
    workspace.import_paths([write_export(tmp_path / "more", at_start)])
    workspace.undo(named.record.id)
    audits = workspace.database().query("SELECT participant_id, wave FROM audit ORDER BY ALL")
    assert list(audits.itertuples(index=False, name=None)) == [("P1", "start"), ("P2", "start")]
