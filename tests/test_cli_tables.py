"""`netaudit tables`: the figures of the pages, as a workbook and as CSV files."""

import shutil
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from netaudit import cli
from netaudit.analysis.cohort import composition, group_means
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.exports.cells import as_numbers
from netaudit.exports.workbook import workbook
from netaudit.store import access_log
from netaudit.store.releases import releases
from netaudit.store.workspace import Workspace
from tests.sample_rows import completed, core, mean_of_shares

Run = Callable[..., tuple[int, str]]
SHEETS = [
    "who answered", "composition", "variety", "balance", "patterns", "mentoring", "change",
    "groups", "codebook", "notes",
]  # fmt: skip


@pytest.fixture(scope="module")
def workspace(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, since releases are noted in its ledger."""
    copy = tmp_path_factory.mktemp("tables") / "workspace"
    return Path(shutil.copytree(sample_workspace, copy))


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], workspace: Path
) -> Run:
    """run("--out", …): the code `netaudit tables` ends with, and what it says on either stream."""

    def command(*words: object) -> tuple[int, str]:
        arguments = [*map(str, words), "--workspace", str(workspace)]
        monkeypatch.setattr(sys, "argv", ["netaudit", "tables", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        said = capsys.readouterr()
        return ended.value.code, said.out + said.err

    return command


@pytest.fixture(autouse=True)
def _one_measure_of_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others take as long again and are asked for in the same way."""
    monkeypatch.setattr(group_means, "MEASURES", ("size",))


def rows_of(sheet: Worksheet) -> pd.DataFrame:
    header, *rows = sheet.iter_rows(values_only=True)
    return pd.DataFrame(rows, columns=header)


def test_the_workbook_holds_the_figures_of_the_team(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    out = tmp_path / "results.xlsx"
    assert run("--out", out, "--cohort", "2026")[0] == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == SHEETS
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    composed = rows_of(book["composition"])
    shares = composed.query("Table == 'Affiliation' and Wave == 'Endpoint'").set_index("Category")
    people = core("2026", "endpoint")
    known = people["affiliation"].where(people["affiliation"] != "unknown")
    by_hand = mean_of_shares(people, known)
    assert shares.loc["Same team", "Mean share"] == pytest.approx(by_hand["same_team"], abs=0.005)
    changed = rows_of(book["groups"]).query("Table == 'Change of contacts listed by function'")
    assert changed["Pairs"].tolist()[0] == 17  # counted in the sample: answered both waves
    answered = rows_of(book["who answered"]).set_index("Step")["Participants"]
    assert answered["Endpoint"] == len(completed("2026", "endpoint"))
    notes = rows_of(book["notes"]).set_index("about")["what it says"]
    assert notes["Fingerprint of the data"] == Workspace(workspace).fingerprint
    assert access_log.entries(Workspace(workspace).ledger)[0].what == "tables of results"


def test_outside_the_team_less_is_in_it_and_it_is_noted(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    opened = Workspace(workspace)
    assert not releases(opened.ledger)
    out = tmp_path / "results"
    assert run("--out", out, "--cohort", "2025", "--audience", "release")[0] == 0
    given = {path.stem for path in out.iterdir()}
    assert "who_answered" not in given
    changes = pd.read_csv(out / "change.csv").set_index("Measure")
    assert changes.loc["Internal share", "Pairs"] == 29  # counted in the sample
    assert "Contacts" not in pd.read_csv(out / "composition.csv")
    steps = pd.read_csv(out / "composition.csv")["Mean share"].dropna() * 20
    assert steps.round(9).mod(1).eq(0).all()
    notes = pd.read_csv(out / "notes.csv")
    assert notes["what it says"].str.contains("both baseline and endpoint").any()
    assert notes["held back"].str.contains("fewer than 10").any()
    assert {one.cohort for one in releases(opened.ledger)} == {"2025"}
    answer = composition.makeup(
        opened.database(), Viewer.local(), Selection(cohort="2025"), attribute="affiliation"
    )
    assert "Contacts" in answer.table


def test_wrong_usage_ends_with_2(run: Run, tmp_path: Path) -> None:
    assert run("--out", tmp_path / "x.xlsx", "--audience", "press")[0] == 2
    assert run("--out", tmp_path / "x.xlsx", "--cohort", "1999")[0] == 2
    assert not (tmp_path / "x.xlsx").exists()


def test_figures_in_words_become_numbers() -> None:
    words = pd.DataFrame(
        {
            "Category": ["2025", "+1"],
            "Mean": ["27%", "–"],
            "Change": ["\N{MINUS SIGN}6.1", "+2"],
            "By": ["by +8.5 points", "by 0"],
            "95% interval": ["31% to 69%", None],
            "Between": ["from \N{MINUS SIGN}1.5 to +3", None],
            "People": [3.0, None],
        }
    )
    assert as_numbers(words, ["Category"]).to_dict("list") == {
        "Category": ["2025", "+1"],
        "Mean": [0.27, None],
        "Change": [-6.1, 2.0],
        "By": [8.5, 0.0],
        "95% interval from": [0.31, None],
        "95% interval to": [0.69, None],
        "Between from": [-1.5, None],
        "Between to": [3.0, None],
        "People": [3, None],
    }


def test_hostile_texts_are_texts_and_the_same_tables_the_same_file() -> None:
    hostile = ["=1+1", "@SUM(A1)", "https://example.org", "-2+3", "{=1}"]
    tables = {"sheet": pd.DataFrame({"=head": hostile}, dtype=object)}
    made = workbook(tables, date(2026, 1, 2))
    assert made == workbook(tables, date(2026, 1, 2))
    sheet = openpyxl.load_workbook(BytesIO(made))["sheet"]
    assert [cell.value for cell in sheet["A"]] == ["=head", *hostile]
    with ZipFile(BytesIO(made)) as parts:
        written = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in written
    assert "hyperlink" not in written
