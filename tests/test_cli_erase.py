"""`netaudit erase` and `netaudit retention`: what is shown, asked for and left."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.store import retention_dates
from netaudit.store.access_log import Actor
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


def test_who_may_be_meant_is_listed_with_what_to_say(workspace: Path) -> None:
    rows = (
        Workspace(workspace)
        .database()
        .query(
            "SELECT label FROM private.contact_labels"
            " WHERE participant_id = 'P-2026-12' AND contact_id = 'c01'"
        )
    )
    label = str(rows["label"].iloc[0])
    code, said = run(workspace, "--named", label)
    assert code == 0
    assert f"“{label}”" in said
    assert "The same name." in said
    assert "  netaudit erase --participant P-2026-12 --contact c01\n" in said
    assert run(workspace, "--named", "Zzyzx Qqqq")[1] == (
        "Nobody is named Zzyzx Qqqq, or nearly so.\n"
    )


def test_the_certificate_can_be_a_text(workspace: Path, tmp_path: Path) -> None:
    kept = tmp_path / "certificate.txt"
    words = ("--participant", "P-2026-12", "--contact", "c01", "--certificate", str(kept))
    assert run(workspace, *words)[0] == 0
    assert "Erased: A person whom participants named" in kept.read_text()


def test_nobody_came_back(workspace: Path) -> None:
    code, said = run(workspace, "--again")
    assert (code, said) == (0, "Nobody who was erased before has come back.\n")


def test_retention_lists_and_lets_go(workspace: Path) -> None:
    ledger = Workspace(workspace).ledger
    by = Actor(name="somebody")
    assert "Nothing is due." in retention(workspace)
    retention_dates.set_date(ledger, "2025", "labels", date(2026, 1, 1), by)
    said = retention(workspace)
    assert "Cohort 2026: Names of contacts are kept until 20 November 2027" in said
    assert "Due. Cohort 2025: the names of" in said
    assert "Nothing was changed." in said
    assert "Nameless now" in retention(workspace, "--apply")
    assert "Nothing is due." in retention(workspace)


def retention(workspace: Path, *words: str) -> str:
    result = CliRunner().invoke(app, ["retention", *words, "--workspace", str(workspace)])
    assert result.exit_code == 0
    return result.output
