"""The layouts that egor reads: three tables, two, or one; keys by name or by what columns hold."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.reading import ExportFile
from netaudit.importers.survey import Survey
from netaudit.importers.tools import egor
from tests.importers.survey_files import (
    Cells,
    Written,
    answers,
    families,
    slots,
    survey_of,
    tables,
    write,
)
from tests.importers.survey_rows import rows_of, table_of

EGOS = [["", ".egoID", "job"], [1, "E1", "nurse"], [2, "E2", "NA"]]
ALTERS = [["", ".altID", ".egoID", "name", "close"], [1, 1, "E1", "Uma", 4],
          [2, 3, "E1", "Vic", "NA"], [3, 2, "E2", "Wim", 2]]  # fmt: skip
TIES = [["", ".egoID", ".srcID", ".tgtID", "weight"], [1, "E1", 1, 3, 2]]
THREE: Mapping[str, Sequence[Cells]] = {"e.csv": EGOS, "a.csv": ALTERS, "t.csv": TIES}


def read(folder: Path, files: Mapping[str, Sequence[Cells]]) -> Survey:
    return survey_of(egor, folder, *(write(folder / name, rows) for name, rows in files.items()))


def test_three_tables_are_joined_by_their_keys(tmp_path: Path) -> None:
    survey = read(tmp_path, THREE)
    assert [(one.key, one.participant) for one in survey.responses] == [("E1", "E1"), ("E2", "E2")]
    assert rows_of(survey, "alters") == [
        ("E1", 1, {"name": "Uma", "close": "4"}), ("E1", 3, {"name": "Vic"}),
        ("E2", 2, {"name": "Wim", "close": "2"}),
    ]  # fmt: skip
    assert answers(survey, 2) == {"job": "nurse"}
    assert answers(survey, 3) == {}


def test_where_every_pair_is_there_the_only_column_is_the_answer(tmp_path: Path) -> None:
    table = table_of(read(tmp_path, THREE), "ties")
    assert not table.only_ties
    assert [one.wording for one in table.questions] == [
        "First contact", "Second contact", "Who knows whom",
    ]  # fmt: skip


def test_where_pairs_are_missing_the_rows_are_all_the_ties(tmp_path: Path) -> None:
    more = [*ALTERS, [4, 4, "E1", "Xan", 1]]
    survey = read(tmp_path, {**THREE, "a.csv": more})
    assert table_of(survey, "ties").only_ties
    assert [row[2]["tie"] for row in rows_of(survey, "ties")] == ["Yes"]
    assert "count as not tied" in survey.notes[0]
    with_no = [*TIES, [2, "E1", 1, 4, 0]]
    survey = read(tmp_path, {**THREE, "a.csv": more, "t.csv": with_no})
    assert not table_of(survey, "ties").only_ties


def test_two_tables_without_egos(tmp_path: Path) -> None:
    survey = read(tmp_path, {"a.csv": ALTERS, "t.csv": TIES})
    assert [one.key for one in survey.responses] == ["E1", "E2"]
    assert survey.questions == ()


def test_two_tables_with_the_pairs_beside_the_egos(tmp_path: Path) -> None:
    wide = [["egoID", "job", "X1.to.2", "X1.to.3", "X2.to.3"], ["E1", "nurse", 1, 2, ""],
            ["E2", "cook", "", "", ""]]  # fmt: skip
    survey = read(tmp_path, {"e.csv": wide, "a.csv": ALTERS})
    assert [one.pair for one in families(survey)["X{a}.to.{b}"]] == [(1, 2), (1, 3), (2, 3)]
    assert [table.name for table in survey.tables] == ["alters"]


@pytest.mark.parametrize("variable_wise", [True, False])
def test_one_table_with_everything(variable_wise: bool, tmp_path: Path) -> None:
    by_alter = [f"alter.{what}.{n}" for n in (1, 2, 3) for what in ("sex", "age")]
    names = sorted(by_alter, key=lambda name: name[6]) if variable_wise else by_alter
    cells = {name: name[-1] for name in names}
    rows = [["egoID", "netsize", "egoID.1", *names, "X1.to.2", "X1.to.3", "X2.to.3"],
            [7, 2, 7, *cells.values(), 1, 2, 3],
            [8, "NA", 8, *cells.values(), 1, 2, 3]]  # fmt: skip
    path = write(tmp_path / "one.csv", rows, Written(separator=";"))
    survey = survey_of(egor, tmp_path, path)
    found = families(survey)
    assert slots(found["alter.sex.{n}"]) == slots(found["alter.age.{n}"]) == [1, 2, 3]
    assert "egoID.1" not in found
    kept = answers(survey, 2)
    assert {"alter.sex.2", "X1.to.2"} <= kept.keys()
    assert not {"alter.sex.3", "X1.to.3", "X2.to.3"} & kept.keys()
    assert {"alter.sex.3", "X2.to.3"} <= answers(survey, 3).keys()


def test_alters_that_are_known_by_name(tmp_path: Path) -> None:
    named = [["egoID", "alterID", "close"], ["E1", "Uma", 4], ["E1", "Vic", 3]]
    ties = [["egoID", "Source", "Target"], ["E1", "Uma", "Vic"]]
    survey = read(tmp_path, {"a.csv": named, "t.csv": ties})
    assert [(n, a["alterID"]) for _, n, a in rows_of(survey, "alters")] == [(1, "Uma"), (2, "Vic")]
    assert [row.key for row in table_of(survey, "alters").rows] == ["Uma", "Vic"]


def test_the_keys_of_openeddi(tmp_path: Path) -> None:
    alters = [["puid", "nameid", "close"], ["E1", 1, 4], ["E1", 2, 3]]
    ties = [["puid", "nameid", "targetid", "know"], ["E1", 1, 2, "yes"]]
    survey = read(tmp_path, {"a.csv": alters, "t.csv": ties})
    assert [table.name for table in survey.tables] == ["alters", "ties"]


def test_keys_are_found_by_what_columns_hold(tmp_path: Path) -> None:
    files = {
        "x.csv": [["who", "job"], ["E1", "nurse"], ["E2", "cook"]],
        "y.csv": [["who", "friend", "close"], ["E1", "f1", 4], ["E1", "f2", 4], ["E2", "f1", 1]],
        "z.csv": [["who", "one", "two", "know"], ["E1", "f1", "f2", 3], ["E1", "f2", "f1", 3]],
    }
    paths = [write(tmp_path / name, rows) for name, rows in files.items()]
    given = [ExportFile(name=path.name, path=path) for path in paths]
    survey = egor.survey(given, tmp_path)
    assert [len(table.rows) for table in survey.tables] == [3, 2]
    assert [one.wording for one in table_of(survey, "ties").questions][:2] == [
        "First contact", "Second contact",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({**THREE, "b.csv": ALTERS}, "several tables of one kind"),
        ({"e.csv": EGOS[:1], "a.csv": ALTERS[:1]}, "no answers"),
    ],
)
def test_what_cannot_be_joined_is_named(
    files: Mapping[str, Sequence[Cells]], said: str, tmp_path: Path
) -> None:
    with pytest.raises(NetauditError) as error:
        read(tmp_path, files)
    assert said in error.value.message


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        ("a.csv", [*ALTERS, [4, 1, "E9", "Yan", 1]], "belongs to E9"),
        ("e.csv", [*EGOS, [3, "E1", "cook"]], "another one of E1"),
    ],
)
def test_rows_that_belong_to_nobody_can_be_left_out(
    name: str, rows: Sequence[Cells], said: str, tmp_path: Path
) -> None:
    survey = read(tmp_path, {**THREE, name: rows})
    (problem,) = survey.bad_rows
    assert (problem.file, problem.row) == (name, len(rows))
    assert said in problem.message


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
[[question]]
text = "job"
field = "leave out"
[[question]]
text = "close"
field = "contacts.closeness"
[question.answers]
4 = "4"
2 = "2"
[[question]]
text = "weight"
field = "ties.tie"
[question.answers]
2 = "work_closely"
"""


def test_canonical_tables(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, rows) for name, rows in THREE.items()]
    found_in, found = tables(tmp_path, MAPPING, *paths)
    assert [p.message for p in found_in.problems if p.severity == "error"] == []
    assert [(c["participant_id"], c["label"], c["closeness"]) for c in found["contacts"]] == [
        ("E1", "Uma", 4), ("E1", "Vic", None), ("E2", "Wim", 2),
    ]  # fmt: skip
    assert [tie["tie"] for tie in found["ties"]] == ["work_closely"]
