"""What is held about a participant: all of it, explained, and of nobody else."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from netaudit.analysis.my_data import my_data
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.my_data_file import my_data_archive, my_data_document
from netaudit.schema import TABLES
from netaudit.store.held_imports import held_imports
from netaudit.store.workspace import Workspace
from tests.conftest import SAMPLE
from tests.reports.hostile_export import OF_ANOTHER, hostile_export

SOMEBODY = "P-2026-12"
OWN = Viewer(role="participant", participant_id=SOMEBODY)


@pytest.fixture(scope="module")
def document(sample_workspace: Path) -> dict:
    workspace = Workspace(sample_workspace)
    tables = my_data(workspace.database(), OWN, EVERYTHING, participant=SOMEBODY)
    return my_data_document(SOMEBODY, tables, held_imports(workspace, SOMEBODY))


def in_the_export(table: str) -> list[dict[str, str]]:
    with (SAMPLE / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["participant_id"] == SOMEBODY]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_the_export_about_them_is_there(table: str, document: dict) -> None:
    given = in_the_export(table)
    held = document["tables"][table]["rows"] if given else []
    assert len(held) == len(given)
    for row in held:
        assert row["participant_id"] == SOMEBODY
    if table == "contacts":
        assert sorted(row["label"] for row in held) == sorted(row["label"] for row in given)


def test_what_a_survey_asked_beyond_the_schema_is_there(document: dict) -> None:
    answers = document["tables"]["contact_attributes"]["rows"]
    assert {row["attribute"] for row in answers} == {"x_main_topic", "x_profession"}


def test_every_field_is_explained(document: dict) -> None:
    for table in document["tables"].values():
        assert table["meaning"]
        assert set(table["rows"][0]) == set(table["fields"])
        assert all(table["fields"].values())


def test_every_computed_code_is_explained(document: dict) -> None:
    measures = document["tables"]["measures"]
    assert {row["measure"] for row in measures["rows"]} <= set(measures["codes"]["measure"])
    patterns = document["tables"]["patterns"]
    assert {row["pattern"] for row in patterns["rows"]} == set(patterns["codes"]["pattern"])


def test_it_says_which_import_it_came_from(document: dict) -> None:
    (brought,) = document["imports"]
    assert brought["files"] == ["sample"]
    assert brought["rows_about_you"] == {
        table: len(in_the_export(table)) for table in TABLES if in_the_export(table)
    }


@pytest.mark.parametrize(
    "viewer",
    [
        Viewer.local(),
        Viewer(role="evaluator"),
        Viewer(role="administrator"),
        Viewer(role="participant", participant_id="P-2026-24"),
    ],
)
def test_nobody_else_gets_any_of_it(viewer: Viewer, sample_workspace: Path) -> None:
    with pytest.raises(NetauditError, match="Only a participant"):
        my_data(Workspace(sample_workspace).database(), viewer, EVERYTHING, participant=SOMEBODY)


def test_the_archive_is_safe_for_spreadsheets_whole_and_the_same_each_time(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    workspace.import_paths([hostile_export(tmp_path)])
    viewer = Viewer(role="participant", participant_id="H1")
    tables = my_data(workspace.database(), viewer, EVERYTHING, participant="H1")
    content = my_data_archive("H1", tables, held_imports(workspace, "H1"))
    assert content == my_data_archive("H1", tables, held_imports(workspace, "H1"))
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        texts = {name: archive.read(name).decode("utf-8-sig") for name in names}
    assert names[:2] == ["LOOK-HERE-FIRST.txt", "my-data.json"]
    assert {f"{table.name}.csv" for table in tables} == set(names[2:])
    cells = [
        cell
        for name in names[2:]
        for row in csv.reader(StringIO(texts[name], newline=""))
        for cell in row
    ]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]
    assert json.loads(texts["my-data.json"])["participant_id"] == "H1"
    for name in names[2:]:
        assert name in texts["LOOK-HERE-FIRST.txt"]
    assert OF_ANOTHER not in "".join(texts.values())
