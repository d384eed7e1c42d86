"""`netaudit corrections` and `netaudit matches`: proposals, decisions, and what is refused."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from netaudit.cli import app
from netaudit.store.workspace import Workspace


@pytest.fixture
def workspace(two_codes: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(two_codes, tmp_path / "workspace"))


def run(workspace: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--workspace", str(workspace)])
    return result.output + str(result.exception or "")


def test_a_correction_is_proposed_decided_and_undone(workspace: Path) -> None:
    said = run(workspace, "corrections", "list")
    assert "p7 may be P-07. The codes differ only in capital letters" in said
    assert "  netaudit corrections accept p7 P-07" in said
    assert "P-08 both have an audit at endpoint" in run(
        workspace, "corrections", "accept", "p7", "P-08"
    )
    assert "are different people" in run(workspace, "corrections", "reject", "p7", "P-07")
    said = run(workspace, "corrections", "list")
    assert "may be" not in said
    assert "1  counts  p7 and P-07 are different people. Decided by" in said
    assert "is undone" in run(workspace, "corrections", "undo", "1")
    assert "p7 stands for P-07" in run(workspace, "corrections", "accept", "p7", "P-07")
    rows = Workspace(workspace).database().query("SELECT participant_id FROM participants")
    assert sorted(rows["participant_id"]) == ["P-07", "P-08"]


def test_a_match_is_proposed_decided_and_undone(workspace: Path) -> None:
    said = run(workspace, "matches", "list")
    assert "3 of 3 participants let contacts be matched" in said
    assert "“Jo” of P-08 may be “Cy” of p7. Both are said to be the same fellow" in said
    pair = ("P-08", "d", "p7", "c")
    assert "They are different people." in run(workspace, "matches", "reject", *pair)
    assert "It was decided already about these two." in run(workspace, "matches", "accept", *pair)
    assert "Decision 1 is undone." in run(workspace, "matches", "undo", "1")
    assert "P-08 has no contact z who may be matched." in run(
        workspace, "matches", "accept", "P-08", "z", "p7", "c"
    )
