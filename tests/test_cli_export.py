"""`netaudit export`: what is stored, taken out and imported again (contract §1 and §3)."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from netaudit import cli
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.engine import duckdb as engine
from netaudit.exports.egor import egor_files
from netaudit.importers.mapping.recipe import read_recipe_file
from netaudit.programme import Programme, read_programme
from netaudit.schema import TABLES
from netaudit.store import access_log
from netaudit.store.pseudonyms import pseudonym
from netaudit.store.secret_keys import secret_key
from netaudit.store.workspace import Workspace
from tests.computed import VALUE_SQL, database
from tests.conftest import SAMPLE
from tests.sample_rows import rows as sample_rows

Run = Callable[..., tuple[int, str]]
SETTINGS, _ = read_programme((SAMPLE / "programme.toml").read_text("utf-8"))
WRITTEN = ("label", "name", "email", "text", "end_reason")


@pytest.fixture(scope="module")
def workspace(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy, since exports are noted in its ledger."""
    copy = tmp_path_factory.mktemp("export") / "workspace"
    return Path(shutil.copytree(sample_workspace, copy))


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], workspace: Path
) -> Run:
    """run("--out", …): the code `netaudit export` ends with, and what it says on either stream."""

    def command(*words: object) -> tuple[int, str]:
        here = [] if "--workspace" in words else ["--workspace", str(workspace)]
        monkeypatch.setattr(sys, "argv", ["netaudit", "export", *map(str, words), *here])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        said = capsys.readouterr()
        return ended.value.code, said.out + said.err

    return command


def written(folder: Path) -> dict[str, pd.DataFrame]:
    return {
        path.stem: pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""])
        for path in folder.glob("*.csv")
    }


def in_one_order(cells: pd.Series) -> pd.Series:
    """The codes of every cell by the alphabet, as an import puts them."""
    return cells.map(lambda cell: "|".join(sorted(cell.split("|"))), na_action="ignore")


def test_everything_comes_out_as_it_came_in(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, said = run("--out", out)
    assert code == 0
    assert "Keep them as safe as the workspace" in said
    assert (out / "readme.txt").read_text("utf-8").count("Keep them as safe") == 1
    tables = written(out)
    assert tables.keys() == TABLES.keys()
    for name, table in tables.items():
        key = list(TABLES[name].key)
        columns = [one for one in sample_rows(name) if one not in key]
        given = sample_rows(name).set_index(key)[columns].sort_index()
        again = table.set_index(key).sort_index().reindex(columns=columns)
        numbers = [one.name for one in TABLES[name].columns if one.kind in ("integer", "number")]
        for column in given.columns.intersection(numbers):
            given[column], again[column] = given[column].astype(float), again[column].astype(float)
        for column in given.columns.intersection(["purposes", "reasons", "resources"]):
            given[column], again[column] = map(in_one_order, (given[column], again[column]))
        pd.testing.assert_frame_equal(given, again)
    once = {path.name: path.read_bytes() for path in out.iterdir()}
    assert run("--out", tmp_path / "twice")[0] == 0
    assert once == {path.name: path.read_bytes() for path in (tmp_path / "twice").iterdir()}


def test_under_codes_the_measures_are_the_same(run: Run, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, said = run("--out", out, "--audience", "evaluator")
    assert code == 0
    assert "Participants stand under codes" in said
    assert not Workspace(tmp_path / "none").check_paths([out]).refused
    settings, wrong = read_programme((out / "programme.toml").read_text("utf-8"))
    assert (settings, wrong) == (
        replace(SETTINGS, cohorts=tuple(sorted(SETTINGS.cohorts, key=attrgetter("id"))[::-1])),
        (),
    )
    rows = {name: table.astype(object).where(table.notna(), None).to_dict("records")
            for name, table in written(out).items()}  # fmt: skip
    with database(rows, settings) as con:
        after = con.execute(VALUE_SQL).df()
    opened = Workspace(workspace)
    before = opened.database().query(VALUE_SQL)
    key = secret_key(opened.ledger, "pseudonym")
    before["participant_id"] = [pseudonym(key, one) for one in before["participant_id"]]
    assert len(before) > 10_000
    names = list(before.columns[:-1])
    # To the last digits, which depend on the order in which shares are added up.
    pd.testing.assert_frame_equal(
        before.sort_values(names, ignore_index=True),
        after.sort_values(names, ignore_index=True),
        rtol=1e-12,
    )


def test_under_codes_nothing_tells_who_is_who(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("--out", out, "--audience", "evaluator")
    tables = written(out)
    for table in tables.values():
        for column in table.columns.intersection([*WRITTEN, "trust", "energy"]):
            assert table[column].isna().all()
    held = {str(cell) for table in tables.values() for cell in table.to_numpy().ravel()}
    for name in ("participant_id", "name", "email"):
        assert set(sample_rows("participants")[name].dropna()).isdisjoint(held)
    for name in ("person_key", "label"):
        named = set(sample_rows("contacts")[name].dropna()) - {"NA"}
        assert named
        assert named.isdisjoint(held)


def test_a_selection_names_nobody_outside_it(run: Run, workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("--out", out, "--cohort", "2026", "--wave", "endpoint")[0] == 0
    held = {
        cell
        for table in written(out).values()
        for cell in table.to_numpy().ravel()
        if isinstance(cell, str) and cell.startswith("P-")
    }
    people = sample_rows("participants").query("cohort == '2026'")["participant_id"]
    assert held == set(people)
    assert set(written(out)["contacts"]["wave"]) == {"endpoint"}
    last = access_log.entries(Workspace(workspace).ledger)[0]
    assert (last.action, last.what, last.cohort) == (
        "exported",
        "canonical export, audience team",
        "2026",
    )


def test_what_is_not_written(run: Run, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "contacts.csv").touch()
    assert run("--out", full) == (2, f"netaudit: {full} is there already.\nName a new folder,"
                                  " or an empty one.\n")  # fmt: skip
    code, said = run("--out", tmp_path / "out", "--audience", "release")
    assert code == 2
    assert "do not leave the team" in said
    code, said = run("--out", tmp_path / "out", "--cohort", "1999")
    assert code == 2
    assert "The cohorts are: 2026, 2025." in said
    assert not (tmp_path / "out").exists()


def test_other_tools_get_the_contacts_and_who_knows_whom(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert (
        run("--out", out, "--format", "graphml", "--wave", "midpoint", "--cohort", "2026")[0] == 0
    )
    graph = nx.read_graphml(out / "p-2026-24_midpoint.graphml")
    here = "participant_id == 'P-2026-24' and wave == 'midpoint'"
    contacts, ties = sample_rows("contacts").query(here), sample_rows("ties").query(here)
    tied = ties[ties["tie"].fillna("acquainted").isin(["acquainted", "work_closely"])]
    assert set(graph) == set(contacts["contact_id"])
    assert {frozenset(pair) for pair in graph.edges} == {
        frozenset(pair) for pair in zip(tied["contact_a"], tied["contact_b"], strict=True)
    }
    assert graph.graph["wave"] == "midpoint"
    shown = contacts.set_index("contact_id")["affiliation"].dropna().to_dict()
    assert nx.get_node_attributes(graph, "affiliation") == shown


def test_contacts_that_somebody_matched_come_out_as_one_person(tmp_path: Path) -> None:
    people = [{"participant_id": one, "cohort": "2026", "consent_matching": "yes"}
              for one in ("P1", "P2", "P3")]  # fmt: skip
    at = [{"participant_id": one, "wave": "baseline"} for one in ("P1", "P2", "P3")]
    contacts = [{**one, "contact_id": name, "person_key": key} for one, name, key in (
        (at[0], "a", "k1"), (at[1], "b", None), (at[0], "c", None), (at[2], "d", None),
        (at[2], "e", None))]  # fmt: skip
    with engine.connect() as con:
        engine.create_canonical_tables(con)
        engine.create_programme_tables(con, Programme())
        engine.load_rows(con, {"participants": people, "audits": at, "contacts": contacts})
        for match in (("P1", "a", "P2", "b"), ("P1", "c", "P3", "d")):
            con.execute("INSERT INTO contact_match VALUES (?, ?, ?, ?)", list(match))
        engine.compute(con)
        sql = registry.summaries()["export_contacts"].sql
        given = {"viewer": Viewer.local().scope, "selection": EVERYTHING.scope}
        rows = con.execute(sql, given).df().set_index("contact_id")["person_key"]
    assert (rows["a"], rows["b"]) == ("k1", "k1")
    assert rows["c"] == rows["d"]
    assert rows["c"].startswith("match-")
    assert rows.isna()["e"]
    assert rows.index.tolist() == list("acbde")


def test_egor_gets_three_tables_that_come_back_as_they_were(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("--out", out, "--format", "egor", "--wave", "baseline")[0] == 0
    folder = out / "1-baseline"
    ties = written(folder)["alter_tie"]
    assert set(ties["tie"]) <= {"acquainted", "work_closely"}
    read = Workspace(tmp_path / "none").check_paths(
        [folder], mapping=read_recipe_file(folder / "mapping.toml"), keep=tmp_path / "kept"
    )
    assert not read.refused
    kept = {path.stem: pd.read_parquet(path) for path in (tmp_path / "kept").rglob("*.parquet")}
    here = sample_rows("contacts").query("wave == 'baseline'")
    key, answers = ["participant_id", "contact_id"], ["affiliation", "function", "purposes"]
    given = here.assign(purposes=in_one_order(here["purposes"])).set_index(key)[answers]
    again = kept["contacts"].set_index(key)[answers]
    assert again.fillna("").sort_index().to_dict() == given.fillna("").sort_index().to_dict()
    pairs = kept["ties"]
    counted = sample_rows("ties").query("wave == 'baseline'")["tie"].fillna("acquainted")
    assert len(pairs) == counted.isin(["acquainted", "work_closely"]).sum()


def test_of_pairs_left_open_it_is_not_said_that_they_are_untied() -> None:
    tables = {
        "participants": pd.DataFrame({"participant_id": ["P1", "P2"]}),
        "audits": pd.DataFrame(
            {"participant_id": ["P1", "P2"], "wave": "w", "ties_status": "positive_only_complete"}
        ),
        "contacts": pd.DataFrame({"participant_id": ["P1"], "wave": "w", "contact_id": "a"}),
    }
    made = egor_files(tables, {("P1", "w")})
    assert made["1-w/ego.csv"].splitlines()[1:] == ["P1,positive_only_complete", "P2,partial"]
