"""`netaudit follow-up`: whom to talk to, with a reason each."""

from pathlib import Path

from typer.testing import CliRunner

from netaudit.cli import app


def test_it_names_whom_to_talk_to_with_the_reasons(sample_workspace: Path) -> None:
    words = ["follow-up", "--most", "3", "--workspace", str(sample_workspace)]
    first, *people = CliRunner().invoke(app, words).output.splitlines()
    assert first.startswith("3 people to talk to this week, of ")
    assert len(people) == 3
    assert all(line.startswith("P-2026-") and ": " in line for line in people)
