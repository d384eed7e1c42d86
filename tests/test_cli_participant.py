"""`netaudit participant`: what it writes, and what it says where it cannot (contract §3)."""

import subprocess
import sys
from pathlib import Path

import pytest

from netaudit import cli
from tests.reports.reading import html_text, pdf_text, squeezed

SOMEBODY, NAME = "P-2026-12", "Conor Birch"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sample_workspace):
    """run(ID, "--out", file): the code it ends with, and what it complains of."""

    def command(*words: object) -> tuple[int, str]:
        arguments = ["participant", *map(str, words), "--workspace", str(sample_workspace)]
        monkeypatch.setattr(sys, "argv", ["netaudit", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return ended.value.code, capsys.readouterr().err

    return command


def test_it_writes_html_and_pdf(run, tmp_path: Path) -> None:
    page, paper = tmp_path / "report.html", tmp_path / "report.PDF"
    assert run(SOMEBODY, "--out", page)[0] == 0
    assert run(SOMEBODY, "--out", paper)[0] == 0
    for said in (html_text(page.read_bytes()), pdf_text(paper.read_bytes())):
        assert squeezed(NAME) in said
        assert squeezed("Your network at endpoint") in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.PDF", "report.html"]


def test_another_process_writes_the_same_bytes(run, tmp_path: Path, sample_workspace: Path) -> None:
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    run(SOMEBODY, "--out", here)
    words = ["participant", SOMEBODY, "--out", str(there), "--workspace", str(sample_workspace)]
    start = "import sys; from netaudit.cli import main; main()"
    subprocess.run([sys.executable, "-c", start, *words], check=True, capture_output=True)
    assert there.read_bytes() == here.read_bytes()


def test_an_earlier_wave_can_be_asked_for(run, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert run(SOMEBODY, "--out", page, "--wave", "baseline")[0] == 0
    assert squeezed("Your network at baseline") in html_text(page.read_bytes())


@pytest.mark.parametrize("asked", ["P-2026-1 2", "Conor Birsh"])
def test_an_unknown_participant_is_told_who_may_be_meant(asked: str, run, tmp_path: Path) -> None:
    code, complaint = run(asked, "--out", tmp_path / "report.pdf")
    assert code == 2
    assert f"There is no participant {asked}." in complaint
    assert f"{SOMEBODY} ({NAME})" in complaint
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("out", "words", "said"),
    [
        ("report.doc", [], "Let its name end in .html or .pdf."),
        ("nowhere/report.pdf", [], "There is no folder"),
        ("report.pdf", ["--wave", "spring"], "The waves are: baseline, midpoint, endpoint."),
    ],
)
def test_what_cannot_be_written_is_told(out: str, words: list, said: str, run, tmp_path) -> None:
    code, complaint = run(SOMEBODY, "--out", tmp_path / out, *words)
    assert code == 2
    assert said in complaint
    assert "Traceback" not in complaint
    assert not list(tmp_path.iterdir())
