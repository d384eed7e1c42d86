"""EgoWeb: alters in rows with the ego's answers before them, and every pair that was asked."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from netaudit.errors import NetauditError
from netaudit.importers.reading import ExportFile
from netaudit.importers.sheets import heads_of
from netaudit.importers.tools import egor, egoweb
from tests.importers.survey_files import Cells, answers, survey_of, tables, write
from tests.importers.survey_rows import rows_of, table_of

ALTERS = [
    ["Interview ID", "EgoID", "Start Time", "End Time", "job", "Alter Number", "Alter Name",
     "close", "Alter ID"],
    [31, "kai@example.org", "2026-06-01 09:00", "2026-06-01 09:40", "nurse", 1, "Lea", 4, 900],
    [31, "kai@example.org", "2026-06-01 09:00", "2026-06-01 09:40", "nurse", 2, "Max", -2, 901],
    [32, "mia@example.org", "2026-06-02 09:00:00", "", -4, 1, "Ned", 1, 902],
]  # fmt: skip
PAIRS = [
    ["Interview ID", "EgoID", "Alter 1 Number", "Alter 1 Name", "Alter 2 Number", "Alter 2 Name",
     "met", "Alter 1 ID", "Alter 2 ID"],
    [31, "kai@example.org", 1, "Lea", 2, "Max", "often", 900, 901],
]  # fmt: skip


def files(folder: Path, *tables: Sequence[Cells]) -> list[Path]:
    return [
        write(folder / f"{n}.csv", rows)
        for n, rows in enumerate(tables or (ALTERS, PAIRS), start=1)
    ]


def test_interviews_alters_and_pairs(tmp_path: Path) -> None:
    survey = survey_of(egoweb, tmp_path, *files(tmp_path))
    assert [(one.key, one.participant, one.completed) for one in survey.responses] == [
        ("31", "kai@example.org", "2026-06-01 09:40"), ("32", "mia@example.org", ""),
    ]  # fmt: skip
    assert rows_of(survey, "alters") == [
        ("31", 1, {"Alter Name": "Lea", "close": "4"}), ("31", 2, {"Alter Name": "Max"}),
        ("32", 1, {"Alter Name": "Ned", "close": "1"}),
    ]  # fmt: skip
    assert [row[2]["met"] for row in rows_of(survey, "ties")] == ["often"]
    assert not table_of(survey, "ties").only_ties


def test_answers_that_were_not_given_are_none(tmp_path: Path) -> None:
    survey = survey_of(egoweb, tmp_path, *files(tmp_path))
    assert answers(survey, 2) == {"job": "nurse"}
    assert answers(survey, 4) == {}


def test_a_table_of_egos_goes_before_what_stands_with_alters(tmp_path: Path) -> None:
    level = [["EgoID", "Interview ID", "Start Time", "End Time", "job", "town"],
             ["kai@example.org", 31, "2026-06-01 09:00:00", "2026-06-01 09:40:00", "nurse", "Ayr"],
             ["pia@example.org", 33, "2026-06-03 09:00:00", "", "cook", "Ely"]]  # fmt: skip
    survey = survey_of(egoweb, tmp_path, *files(tmp_path, ALTERS, PAIRS, level))
    assert [one.key for one in survey.responses] == ["31", "33"]
    assert answers(survey, 2) == {"job": "nurse", "town": "Ayr"}


def test_it_is_not_taken_for_egor(tmp_path: Path) -> None:
    given = [ExportFile(name=path.name, path=path) for path in files(tmp_path)]
    assert not egor.recognises(given, heads_of(given, tmp_path))


@pytest.mark.parametrize(
    ("alters", "said"),
    [
        ([["Interview ID_1", "EgoID_1", "Alter Number"], [1, "a", 1]], "Several sessions"),
    ],
)
def test_what_cannot_be_read_is_named(alters: Sequence[Cells], said: str, tmp_path: Path) -> None:
    with pytest.raises(NetauditError) as error:
        survey_of(egoweb, tmp_path, *files(tmp_path, alters, PAIRS))
    assert said in error.value.message


def test_a_row_of_no_interview_can_be_left_out(tmp_path: Path) -> None:
    survey = survey_of(egoweb, tmp_path, *files(tmp_path, [*ALTERS, ["", *ALTERS[1][1:]]], PAIRS))
    assert [(p.row, p.message) for p in survey.bad_rows] == [
        (len(ALTERS) + 1, "The row names no interview.")
    ]


MAPPING = """
[file]
cohort = "2026"
wave = "baseline"
[[question]]
text = "job"
field = "leave out"
[[question]]
text = "close"
field = "leave out"
[[question]]
text = "met"
field = "ties.tie"
[question.answers]
often = "work_closely"
"""


def test_canonical_tables(tmp_path: Path) -> None:
    found_in, found = tables(tmp_path, MAPPING, *files(tmp_path))
    assert [p.message for p in found_in.problems if p.severity == "error"] == []
    assert [contact["label"] for contact in found["contacts"]] == ["Lea", "Max", "Ned"]
    assert [tie["tie"] for tie in found["ties"]] == ["work_closely"]
