"""The commands: what they write, what they say, the codes they end with (contract §3)."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from netaudit import cli
from netaudit.importers.files import exports_in
from netaudit.schema import TABLES
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, write_export

Run = Callable[..., tuple[int, str, str]]

BAD = {**FIRST, "contacts": FIRST["contacts"].replace("same_org", "sameorg")}
AT_MIDPOINT = {
    "participants": """
        participant_id cohort
        =P0            2025
        P3             2026""",
    "audits": """
        participant_id wave     self_pigeonholing
        =P0            midpoint 4
        P3             baseline 1
        P3             midpoint 2""",
    "contacts": """
        participant_id wave     contact_id affiliation            sees_different
        P3             midpoint a          same_org               no
        P3             midpoint b          other_org_other_sector no
        P3             midpoint c          other_org_other_sector no
        P3             midpoint d          other_org_other_sector yes
        P3             midpoint e          other_org_other_sector yes
        P3             midpoint f          other_org_other_sector no""",
    "mentoring": """
        participant_id wave     mentoring_id my_role
        P3             midpoint m1           mentee""",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace to be read: two exports, three cohort-and-wave combinations."""
    folder = tmp_path_factory.mktemp("filled")
    workspace = Workspace(folder / "workspace")
    workspace.import_paths([write_export(folder / "first", FIRST)])
    workspace.import_paths([write_export(folder / "midpoint", AT_MIDPOINT)])
    return workspace.root


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("imports", workspace=...): the code it ends with, what it says, what it complains of."""

    def command(*words: object, workspace: Path | None = None) -> tuple[int, str, str]:
        where = [] if workspace is None else ["--workspace", str(workspace)]
        monkeypatch.setattr(sys, "argv", ["netaudit", *map(str, words), *where])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return code, said.out, said.err

    return command


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def only(path: Path, *columns: str, **where: str) -> list[tuple[str, ...]]:
    return [
        tuple(row[column] for column in columns)
        for row in rows_of(path)
        if all(row[column] == value for column, value in where.items())
    ]


def test_import_stores_an_export_and_says_so_the_second_time(run, tmp_path):
    export = write_export(tmp_path / "export", FIRST)
    code, out, _ = run("import", export, workspace=tmp_path / "workspace")
    assert (code, out.startswith("Imported as ")) == (0, True)
    assert "participants 2, audits 2, contacts 4" in out
    code, out, _ = run("import", export, workspace=tmp_path / "workspace")
    assert (code, out.startswith("Nothing changed: this export was imported on ")) == (0, True)
    assert len(Workspace(tmp_path / "workspace").imports()) == 1


def test_settings_that_change_for_all_are_told_and_do_not_block(run, tmp_path):
    first = write_export(tmp_path / "first", FIRST)
    later = write_export(tmp_path / "later", AT_MIDPOINT, "[patterns]\necho_chamber_ties = 60\n")
    workspace = tmp_path / "workspace"
    assert "These settings change" not in run("import", first, workspace=workspace)[2]
    code, out, err = run("import", later, workspace=workspace)
    assert (code, out.startswith("Imported as ")) == (0, True)
    setting = "Echo chamber: pairs who know each other, at least"
    line = f"These settings change for the whole programme:\n  {setting}: {{}}\n"
    assert line.format("50% -> 60%") in err
    newest = Workspace(workspace).imports()[0].id
    assert line.format("60% -> 50%") in run("undo", newest, workspace=workspace)[2]
    assert line.format("50% -> 60%") in run("redo", newest, workspace=workspace)[2]


def test_import_of_errors_stores_nothing_and_lists_them(run, tmp_path):
    export, problems = write_export(tmp_path / "export", BAD), tmp_path / "problems.csv"
    code, out, err = run("import", export, "--problems", problems, workspace=tmp_path / "workspace")
    assert (code, out) == (1, "")
    assert '2 "sameorg" (P1, baseline,' in err
    assert '3 "sameorg" (P1, baseline,' in err
    assert "Nothing was imported: there are 2 errors." in err
    assert Workspace(tmp_path / "workspace").is_empty
    assert " ".join(rows_of(problems)[0]) == "severity file row column value message hint"
    assert only(problems, "file", "row", "value", severity="error") == [
        ("contacts.csv", "2", "sameorg"),
        ("contacts.csv", "3", "sameorg"),
    ]


def test_several_exports_count_one_after_the_other(run, tmp_path):
    first = write_export(tmp_path / "first", FIRST)
    later = write_export(tmp_path / "later", AT_MIDPOINT)
    code, out, _ = run("import", first, later, workspace=tmp_path / "workspace")
    assert (code, out.count("Imported as ")) == (0, 2)
    files = [record.files for record in Workspace(tmp_path / "workspace").imports()]
    assert files == [("later",), ("first",)]


def test_of_several_exports_all_count_or_none(run, tmp_path):
    good, bad = write_export(tmp_path / "good", FIRST), write_export(tmp_path / "bad", BAD)
    problems = tmp_path / "problems.csv"
    code, out, _ = run("import", good, bad, "--problems", problems, workspace=tmp_path / "ws")
    assert (code, out) == (1, "")
    assert Workspace(tmp_path / "ws").is_empty
    assert only(problems, "file", severity="error") == [("bad: contacts.csv",)] * 2


def test_single_files_are_one_export_with_the_archive_beside_them(tmp_path):
    archive, settings, table = (tmp_path / name for name in ("a.zip", "programme.toml", "b.csv"))
    assert exports_in([settings, table]) == ((settings, table),)
    assert exports_in([archive, settings]) == ((archive, settings),)
    assert exports_in([archive, tmp_path, table]) == ((archive,), (tmp_path,), (table,))


def test_import_can_leave_the_bad_rows_out(run, tmp_path):
    export = write_export(tmp_path / "export", BAD)
    code, out, _ = run("import", export, "--leave-out-bad-rows", workspace=tmp_path / "workspace")
    assert code == 0
    assert "contacts 2" in out
    assert "left out" in out


def test_check_reports_and_stores_nothing(run, tmp_path):
    good, bad = write_export(tmp_path / "good", FIRST), write_export(tmp_path / "bad", BAD)
    problems = tmp_path / "problems.csv"
    code, out, err = run("check", good, "--problems", problems, workspace=tmp_path / "workspace")
    assert (code, out.startswith("This export can be imported")) == (0, True)
    assert "0 errors" in err
    assert only(problems, "file", severity="error") == []
    code, out, err = run("check", bad, workspace=tmp_path / "workspace")
    assert (code, "2 errors" in err) == (1, True)
    assert not (tmp_path / "workspace").exists()


def test_problems_file_has_its_header_even_without_problems(run, tmp_path):
    export = write_export(tmp_path / "export", FIRST, '[[cohorts]]\nid = "2026"\nenrolled = 2\n')
    problems = tmp_path / "problems.csv"
    code, _, err = run("check", export, "--problems", problems, workspace=tmp_path / "workspace")
    assert (code, err) == (0, "")
    assert problems.read_text() == "severity,file,row,column,value,message,hint\n"


def test_measures_are_in_order_with_every_digit_and_blanks(run, filled, tmp_path):
    out = tmp_path / "measures.csv"
    assert run("measures", "--out", out, workspace=filled)[0] == 0
    rows = rows_of(out)
    assert list(rows[0]) == ["cohort", "participant_id", "wave", "measure", "attribute", "value"]
    waves = ["baseline", "midpoint"]
    order = [
        (r["cohort"], r["participant_id"], waves.index(r["wave"]), r["measure"], r["attribute"])
        for r in rows
    ]
    assert order == sorted(order)
    of_p3 = {"participant_id": "P3", "wave": "midpoint"}
    # By hand: one internal contact of six; (5 − 1) ÷ 6 = 2/3; no tie was asked about.
    assert only(out, "value", measure="internal_share", **of_p3) == [("0.16666666666666666",)]
    assert only(out, "value", measure="ei_index", **of_p3) == [("0.6666666666666666",)]
    assert only(out, "value", measure="density", **of_p3) == [("",)]
    assert only(out, "value", measure="size", participant_id="P3", wave="baseline") == [("",)]


def test_numbers_are_never_taken_for_formulas_and_texts_never_run(run, filled, tmp_path):
    out = tmp_path / "measures.csv"
    run("measures", "--out", out, workspace=filled)
    assert only(out, "value", measure="ei_index", participant_id="P1") == [("-1",)]
    assert {row["participant_id"] for row in rows_of(out)} == {"'=P0", "P1", "P2", "P3"}


def test_measures_of_one_wave_as_parquet(run, filled, tmp_path):
    out = tmp_path / "measures.parquet"
    run("measures", "--out", out, "--wave", "midpoint", "--engine", "duckdb", workspace=filled)
    frame = pd.read_parquet(out)
    assert set(frame["wave"]) == {"midpoint"}
    assert set(frame["participant_id"]) == {"=P0", "P3"}
    assert frame["value"].dtype == "float64"


def test_patterns_show_state_basis_and_distance(run, filled, tmp_path):
    out = tmp_path / "patterns.csv"
    assert run("patterns", "--out", out, workspace=filled)[0] == 0
    header = "cohort participant_id wave pattern computed own display basis gap gap_pairs evidence"
    assert " ".join(rows_of(out)[0]) == header
    assert len(rows_of(out)) == 5 * 4
    # By hand: four of six answered no, half is the line, so two other answers turn it to clear.
    found = only(
        out,
        *("computed", "own", "display", "basis", "gap", "gap_pairs"),
        participant_id="P3",
        wave="midpoint",
        pattern="pigeonholing",
    )
    assert found == [("watch", "low", "watch", "list", "2", "")]


def test_uptake_counts_against_those_enrolled(run, filled, tmp_path):
    out = tmp_path / "uptake.csv"
    assert run("uptake", "--out", out, "--wave", "midpoint", workspace=filled)[0] == 0
    header = "cohort wave what category k n_enrolled n_answered share ci_low ci_high"
    assert " ".join(rows_of(out)[0]) == header
    assert {row["wave"] for row in rows_of(out)} == {"midpoint"}
    counted = only(out, "k", "n_enrolled", "n_answered", cohort="2026", what="any_mentor")
    assert counted == [("1", "3", "1")]


def test_imports_lists_undo_sets_aside_and_redo_brings_back(run, filled, tmp_path):
    own = shutil.copytree(filled, tmp_path / "workspace")
    newest, first = Workspace(own).imports()
    code, out, _ = run("imports", workspace=own)
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [newest.id, first.id]
    assert run("undo", newest.id, workspace=own)[0] == 0
    assert f"{newest.id}  undone" in run("imports", workspace=own)[1]
    assert run("redo", newest.id, workspace=own)[0] == 0
    assert "undone" not in run("imports", workspace=own)[1]
    code, _, err = run("undo", "never", workspace=own)
    assert (code, "not among the imports" in err) == (2, True)


def test_templates_hold_every_table_and_can_be_read(run, tmp_path):
    out = tmp_path / "templates"
    assert run("templates", "--out", out, workspace=tmp_path / "workspace")[0] == 0
    for table in TABLES.values():
        assert (out / table.file).read_text() == ",".join(table.column_names) + "\n"
    code, said, _ = run("check", out, workspace=tmp_path / "workspace")
    assert (code, "participants 0" in said) == (0, True)
    code, _, err = run("templates", "--out", out, workspace=tmp_path / "workspace")
    assert (code, "is there already" in err) == (2, True)


def test_sample_is_the_same_for_the_same_seed(run, tmp_path):
    for name in ("one", "two"):
        code, _, _ = run("sample", "--out", tmp_path / name, "--seed", "7", workspace=tmp_path)
        assert code == 0
    one, two = (
        {p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert one == two
    assert {"participants.csv", "audits.csv", "contacts.csv"} <= one.keys()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["measures", "--out", "{tmp}/m.xlsx"], "does not say which kind of file"),
        (["measures", "--out", "{tmp}/none/m.csv"], "There is no folder"),
        (["measures", "--out", "{tmp}/m.csv", "--wave", "spring"], "There is no wave spring"),
        (["measures", "--out", "{tmp}/m.csv", "--engine", "abacus"], "Invalid value"),
        (["measures"], "Missing option"),
        (["import"], "Missing argument"),
        (["import", "{tmp}/none"], "cannot be read"),
        (["import", "{tmp}", "--platform", "abacus"], "There is no survey tool called abacus"),
        (["check", "{tmp}", "--problems", "{tmp}/p.txt"], "does not say which kind of file"),
        (["frobnicate"], "No such command"),
    ],
)
def test_wrong_usage_ends_with_two_and_no_traceback(run, filled, tmp_path, words, complaint):
    spelled = [word.format(tmp=tmp_path) for word in words]
    code, out, err = run(*spelled, workspace=filled)
    assert (code, out) == (2, "")
    assert complaint in " ".join(err.split())
    assert "Traceback" not in err


def test_a_folder_that_is_no_workspace_is_refused(run, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    export = write_export(tmp_path.parent / f"{tmp_path.name}-export", FIRST)
    code, _, err = run("import", export, workspace=tmp_path)
    assert (code, "is not a workspace" in err) == (2, True)


def test_an_empty_workspace_has_nothing_to_write(run, tmp_path):
    code, _, err = run("measures", "--out", tmp_path / "m.csv", workspace=tmp_path / "none")
    assert (code, "holds no import yet" in err) == (2, True)
    assert not (tmp_path / "m.csv").exists()


def test_an_unwritable_file_is_said_without_a_traceback(run, filled, tmp_path):
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    code, _, err = run("measures", "--out", folder, workspace=filled)
    assert (code, "folder.csv" in err, "Traceback" in err) == (2, True, False)


def test_the_workspace_can_be_named_in_the_environment(run, filled, monkeypatch):
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(filled))
    assert len(run("imports")[1].splitlines()) == 2


def test_serve_runs_the_dashboard_on_this_computer_only(run, filled, monkeypatch, tmp_path):
    started: list[Sequence[str]] = []
    monkeypatch.setattr(cli, "_become", started.append)
    monkeypatch.setenv("NETAUDIT_WORKSPACE", "elsewhere")
    monkeypatch.chdir(tmp_path)
    assert run("serve", "--port", "8599", workspace=filled)[0] == 0
    (command,) = started
    assert command[1:4] == ["-m", "streamlit", "run"]
    assert Path(command[4]).name == "app.py"
    options = dict(zip(command[5::2], command[6::2], strict=True))
    assert options["--server.address"] == "127.0.0.1"
    assert options["--server.port"] == "8599"
    assert options["--server.headless"] == "true"
    assert cli.os.environ["NETAUDIT_WORKSPACE"] == str(filled)


def test_help_comes_before_any_heavy_library_is_loaded():
    heavy = "pandas", "duckdb", "streamlit", "altair", "openpyxl", "xlsxwriter", "scipy"
    code = f"import sys, netaudit.cli; print([m for m in {heavy} if m in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
