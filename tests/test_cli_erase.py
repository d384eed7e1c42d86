"""`netaudit erase`: what is shown, what is asked for, what is left."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.store.workspace import Workspace


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "workspace"))


def run(workspace: Path, *words: str, answers: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["erase", *words, "--workspace", str(workspace)], answers)
    return result.exit_code, result.output + str(result.exception or "")


def people(workspace: Path) -> int:
    rows = Workspace(workspace).database().query("SELECT count(*) AS n FROM participants")
    return int(rows["n"].iloc[0])


def test_dry_run_shows_and_changes_nothing(workspace: Path) -> None:
    before = people(workspace)
    code, said = run(workspace, "--participant", "P-2026-12", "--dry-run")
    assert code == 0
    assert "participants 1" in said
    assert "Nothing was changed." in said
    assert people(workspace) == before


def test_a_participant_is_erased_and_the_certificate_written(
    workspace: Path, tmp_path: Path
) -> None:
    before = people(workspace)
    kept = tmp_path / "certificate.json"
    code, said = run(workspace, "--participant", "P-2026-12", "--certificate", str(kept))
    assert (code, people(workspace)) == (0, before - 1)
    assert "Not reached: backups" in said
    document = json.loads(kept.read_text())
    assert document["kind"] == "participant"
    assert "P-2026-12" not in kept.read_text()


@pytest.mark.parametrize(
    "words",
    [(), ("--participant", "P-2026-12", "--person-key", "k"), ("--contact", "c1")],
)
def test_one_person_must_be_named(workspace: Path, words: tuple[str, ...]) -> None:
    code, said = run(workspace, *words)
    assert code == 1
    assert "Name one person to erase" in said
