"""`netaudit report`: what it writes, and that what leaves the team is noted (contract §3)."""

import shutil
import sys
from pathlib import Path

import pytest

from netaudit import cli
from netaudit.store.ledger import Ledger
from netaudit.store.releases import releases
from netaudit.store.workspace import Workspace
from tests.reports.reading import html_text, squeezed


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, sample_workspace: Path) -> Path:
    """A copy, since a release is noted in it."""
    return shutil.copytree(sample_workspace, tmp_path_factory.mktemp("report") / "workspace")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], workspace: Path):
    """run(COHORT, "--out", file): the code it ends with, and what it complains of."""

    def command(*words: object) -> tuple[int, str]:
        arguments = ["report", *map(str, words), "--workspace", str(workspace)]
        monkeypatch.setattr(sys, "argv", ["netaudit", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return ended.value.code, capsys.readouterr().err

    return command


def ledger(workspace: Path) -> Ledger:
    return Workspace(workspace).ledger


def test_it_writes_the_sections_asked_for(run, tmp_path: Path, workspace: Path) -> None:
    page = tmp_path / "report.html"
    words = ["--section", "design", "--section", "limits"]
    assert run("2026", "--out", page, *words)[0] == 0
    assert squeezed("Question and design") in html_text(page.read_bytes())
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert not releases(ledger(workspace))


def test_what_leaves_the_team_is_noted(run, tmp_path: Path, workspace: Path) -> None:
    words = ["--audience", "release", "--section", "balance"]
    assert run("2025", "--out", tmp_path / "report.docx", *words)[0] == 0
    noted = {figure for one in releases(ledger(workspace)) for figure in one.figures}
    assert "internal_share" in noted


@pytest.mark.parametrize(
    ("cohort", "out", "said"),
    [
        ("2026", "report.csv", "Let its name end in .html or .pdf or .docx."),
        ("1999", "report.pdf", "The cohorts are: 2025, 2026."),
    ],
)
def test_what_cannot_be_written_is_told(cohort: str, out: str, said: str, run, tmp_path) -> None:
    code, complaint = run(cohort, "--out", tmp_path / out)
    assert code == 2
    assert said in complaint
    assert not list(tmp_path.iterdir())
