"""Surveys on the command line: what is open ends with 1, a mapping lets them in."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from netaudit import cli
from netaudit.errors import ImportRefused, NetauditError
from tests.importers.survey_files import write

ROWS = [
    ["code", "name of contact 1", "name of contact 2", "contact 1 and contact 2"],
    ["s1", "AB", "CD", "know each other well"],
    ["s2", "", "", ""],
]


def run(*words: object) -> tuple[int, str, BaseException | None]:
    result = CliRunner().invoke(cli.app, [str(word) for word in words])
    return result.exit_code, result.output, result.exception


@pytest.fixture
def given(tmp_path: Path) -> tuple[Path, Path, Path]:
    """An export, a mapping for it, and a workspace that is not there yet."""
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[file]\nwave = "endpoint"\ncohort = "2027"\n', encoding="utf-8")
    return write(tmp_path / "answers.csv", ROWS), mapping, tmp_path / "workspace"


def test_what_is_open_is_said_with_the_lines_to_add(given: tuple[Path, Path, Path]) -> None:
    export, _, workspace = given
    code, out, _ = run("check", export, "--workspace", workspace)
    assert code == 1
    assert 'wave = "baseline"' in out.splitlines()
    _, _, stopped = run("import", export, "--workspace", workspace)
    assert isinstance(stopped, ImportRefused)


def test_a_mapping_lets_it_in_and_every_response_is_accounted_for(
    given: tuple[Path, Path, Path],
) -> None:
    export, mapping, workspace = given
    code, out, _ = run("check", export, "--mapping", mapping, "--workspace", workspace)
    assert code == 0
    assert "Of 2 responses: 1 not handed in or not answered, 1 imported." in out
    assert not workspace.exists()
    code, out, _ = run("import", export, "--mapping", mapping, "--workspace", workspace)
    assert (code, "contacts 2, ties 1" in out) == (0, True)


@pytest.mark.parametrize("command", ["import", "check"])
def test_a_mapping_that_is_not_there_is_wrong_usage(
    command: str, given: tuple[Path, Path, Path]
) -> None:
    export, mapping, workspace = given
    _, _, stopped = run(command, export, "--mapping", f"{mapping}x", "--workspace", workspace)
    assert isinstance(stopped, NetauditError)
    assert "cannot be read" in stopped.message
