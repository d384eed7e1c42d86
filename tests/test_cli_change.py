"""`netaudit change` and `netaudit outcomes`: what they write and say (contract §3)."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from netaudit import cli

Run = Callable[..., tuple[int, str]]
COLUMNS = (
    "measure,attribute,n_from,n_to,n_paired,mean_from,mean_to,mean_difference,ci_low,ci_high,"
    "hedges_g_av,n_up,n_same,n_down,verdict"
)


@pytest.fixture(scope="module")
def workspace(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, since choosing outcomes writes to its ledger."""
    copy = tmp_path_factory.mktemp("change") / "workspace"
    return Path(shutil.copytree(sample_workspace, copy))


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], workspace: Path
) -> Run:
    """run("change", …): the code it ends with, and what it says on either stream."""

    def command(*words: object) -> tuple[int, str]:
        here = [] if "--workspace" in words else ["--workspace", str(workspace)]
        arguments = [*map(str, words), *here]
        monkeypatch.setattr(sys, "argv", ["netaudit", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        said = capsys.readouterr()
        return ended.value.code, said.out + said.err

    return command


SPAN = ("--from", "baseline", "--to", "endpoint")


def test_change_writes_one_row_a_measure_and_attribute(run: Run, tmp_path: Path) -> None:
    table, parquet = tmp_path / "change.csv", tmp_path / "change.parquet"
    assert run("change", *SPAN, "--cohort", "2026", "--out", table)[0] == 0
    assert run("change", *SPAN, "--cohort", "2026", "--out", parquet)[0] == 0
    assert table.read_text().splitlines()[0].replace('"', "") == COLUMNS
    rows = pd.read_csv(table)
    assert not rows.duplicated(["measure", "attribute"]).any()
    assert len(pd.read_parquet(parquet)) == len(rows)
    share = rows[rows["measure"] == "internal_share"].iloc[0]
    assert (share["n_from"], share["n_to"], share["n_paired"]) == (20, 18, 17)
    assert share["n_up"] + share["n_same"] + share["n_down"] == 17


def test_a_chosen_smallest_change_is_what_the_verdict_is_against(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "change.csv"

    def said() -> str:
        run("change", *SPAN, "--cohort", "2026", "--out", table)
        rows = pd.read_csv(table)
        of_purpose = rows[rows["measure"] == "purpose_share"]
        return str(of_purpose.loc[of_purpose["attribute"] == "strategic", "verdict"].iloc[0])

    code, listed = run("outcomes", "2026")
    assert code == 0
    assert "No primary outcome was chosen" in listed
    before = said()
    code, listed = run("outcomes", "2026", "purpose_share:strategic=0.01", "internal_share")
    assert code == 0
    assert "strategic, from 0.01; Internal share, from 0.1" in listed
    assert (before, said()) == (
        "changed; may be less than the amount that matters",
        "changed by at least the amount that matters",
    )
    assert run("outcomes", "2026", "--none")[1].splitlines()[-1].endswith(": none")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "endpoint", "--to", "baseline"), "endpoint does not come before baseline"),
        (("--from", "baseline", "--to", "baseline"), "baseline does not come before baseline"),
        (("--from", "baseline", "--to", "spring"), "There is no wave spring"),
        ((*SPAN, "--cohort", "1999"), "The cohorts are: 2025, 2026"),
    ],
)
def test_change_refuses_what_cannot_be(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, complaint = run("change", *words, "--out", tmp_path / "change.csv")
    assert code == 2
    assert said in complaint
    assert not list(tmp_path.iterdir())


def test_outcomes_can_be_chosen_before_there_are_answers(run: Run, tmp_path: Path) -> None:
    code, said = run("outcomes", "2027", "internal_share")
    assert code == 0
    assert "No import has a cohort 2027 yet" in said
    code, said = run("outcomes", "2027", "internal_share", "--workspace", tmp_path / "empty")
    assert code == 0
    assert "Internal share, from 0.1" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("years_known_median",), "years_known_median=0.5"),
        (("size=many",), "many is not a number"),
        (("size", "--none"), "Either measures or --none"),
        (("happiness",), "There is no measure happiness"),
    ],
)
def test_outcomes_refuses_what_cannot_be(run: Run, words: tuple[str, ...], said: str) -> None:
    code, complaint = run("outcomes", "2026", *words)
    assert code == 2
    assert said in complaint
