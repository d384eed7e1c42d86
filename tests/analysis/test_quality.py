"""How complete stored data are, counted by hand in the importers' small export."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.intake import arrivals, contradictions, fields, quality
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.definitions.examples import Rows
from netaudit.errors import Problem
from netaudit.schema import TABLES
from netaudit.store.database import Database
from netaudit.store.record import ImportRecord
from netaudit.store.workspace import Workspace
from tests.importers.exports import files_of, valid, write
from tests.stored import stored

ALL, LOCAL = Selection(), Viewer.local()


def database_of(folder: Path, *tables: str) -> Database:
    """The small export's database; with `tables`, as if only these had been exported."""
    rows = {name: rows for name, rows in valid().items() if not tables or name in tables}
    return stored(folder / "workspace", write(folder / "export", files_of(rows))).database()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return database_of(tmp_path_factory.mktemp("small"))


@pytest.fixture
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def at(rows: pd.DataFrame, wave: str) -> pd.Series:
    return rows[rows["wave"] == wave].iloc[0]


def test_audits_are_counted_by_how_far_the_list_was_filled_in(small: Database) -> None:
    rows = ask(small, LOCAL, "quality_audits", ALL)
    counts = ["participants", "audits", "complete", "partial", "none_to_name", "not_done"]
    # P2's audit says nothing of its list, and a contact is on it: complete.
    assert at(rows, "baseline")[counts].tolist() == [3, 3, 2, 0, 1, 0]
    assert at(rows, "endpoint")[counts].tolist() == [3, 2, 0, 1, 0, 1]
    assert quality.audits(small, LOCAL, ALL).headline == (
        "4 of 5 audits were filled in, wholly or in part"
    )


def test_ties_are_counted_for_lists_that_have_pairs(small: Database) -> None:
    rows = ask(small, LOCAL, "quality_audits", ALL)
    statuses = ["with_pairs", *quality.TIES]
    # At baseline P2 lists one contact only: there is no pair to ask about.
    assert at(rows, "baseline")[statuses].tolist() == [1, 1, 0, 0, 0]
    assert at(rows, "endpoint")[statuses].tolist() == [1, 0, 1, 0, 0]
    assert quality.ties(small, LOCAL, ALL).headline == (
        "The ties were asked in full for 2 of 2 lists of contacts"
    )


@pytest.mark.parametrize(
    ("wave", "question", "contacts", "unknown"),
    [
        ("baseline", "affiliation", 5, 2),  # one unknown, one blank
        ("baseline", "closeness", 5, 2),
        ("baseline", "years_known", 5, 2),
        ("endpoint", "affiliation", 2, 1),
        ("endpoint", "closeness", 2, 1),
    ],
)
def test_answers_that_are_not_known_are_counted(
    wave: str, question: str, contacts: int, unknown: int, small: Database
) -> None:
    rows = ask(small, LOCAL, "quality_answers", ALL)
    answer = at(rows[rows["question"] == question], wave)
    assert answer[["contacts", "unknown"]].tolist() == [contacts, unknown]
    assert answer["share"] == pytest.approx(unknown / contacts)


def test_a_question_that_nobody_was_asked_has_no_share(small: Database) -> None:
    rows = ask(small, LOCAL, "quality_answers", ALL)
    trust = rows[rows["question"] == "trust"]
    assert trust["answered"].tolist() == [0, 0]
    assert trust["share"].isna().all()
    assert "Trust" in quality.not_asked(small, LOCAL, ALL).base


def test_shares_of_few_participants_are_held_back(small: Database) -> None:
    answers = quality.answers(small, LOCAL, ALL)
    assert answers.data.empty
    assert "fewer than 5 participants" in answers.withheld


def test_answers_of_the_sample_programme_are_told_worst_first(sample: Database) -> None:
    answers = quality.answers(sample, LOCAL, ALL)
    assert answers.data["share"].is_monotonic_decreasing
    assert answers.headline.startswith(answers.data["category"].iloc[0])
    assert answers.data["label"].iloc[0] in answers.headline.replace(" contacts", "")
    assert {"Baseline", "Midpoint", "Endpoint"} <= set(answers.table.columns)
    assert "Profession" in answers.table["Question"].tolist()


@pytest.mark.parametrize(
    ("unknown", "headline"),
    [
        ([5, 3, 3], "Trust is the question most often left unknown at endpoint: 5 of 8 contacts"),
        (
            [5, 5, 3],
            "Trust and first known are the questions most often left unknown at endpoint:"
            " each for 5 of 8 contacts",
        ),
        ([5] * 5, "5 questions are most often left unknown at endpoint: each for 5 of 8 contacts"),
        ([0, 0], "Every question about contacts was answered for everybody at endpoint"),
    ],
)
def test_questions_unknown_equally_often_are_named_together(
    unknown: list[int], headline: str
) -> None:
    questions = ["trust", "first_known", "energy", "distance", "sector"][: len(unknown)]
    rows = pd.DataFrame({"question": questions, "unknown": unknown})
    latest = rows.assign(wave="endpoint", contacts=8, share=rows["unknown"] / 8)
    assert quality.answers_headline(latest) == headline


def test_measures_are_named_that_nothing_was_asked_for(tmp_path: Path) -> None:
    database = database_of(tmp_path, "participants", "audits", "contacts")
    table = quality.not_asked(database, LOCAL, ALL).table
    mentors = registry.measures()["mentors_active"]
    assert mentors.title in table["Measure"].tolist()
    assert registry.measures()["size"].title not in table["Measure"].tolist()
    reason = table.set_index("Measure")["It has no value when"][mentors.title]
    assert reason == " ".join(mentors.undefined_when.split())


def test_every_measure_of_the_sample_programme_has_values(sample: Database) -> None:
    assert quality.not_asked(sample, LOCAL, ALL).headline == "Every measure has values"


def record(**of: Any) -> ImportRecord:
    plain = {
        "id": "2026-01-01-1",
        "imported_at": datetime(2026, 1, 1, tzinfo=UTC),
        "imported_by": "ann",
        "platform": "canonical",
        "files": (),
        "checksum": "",
        "rows": {"audits": 5},
        "waves": (),
        "programme_text": None,
        "problems": (),
        "left_out": (),
        "software": "",
    }
    return ImportRecord(**{**plain, **of})


def bad(file: str, row: int, check: str = "") -> Problem:
    return Problem(severity="error", file=file, row=row, message="", hint="", check=check)


def test_every_response_read_ends_in_one_place() -> None:
    survey = {"read": 9, "previews": 1, "partial": 2, "duplicates": 1, "imported": 5}
    records = [
        record(platform="qualtrics", flow={**survey, "unidentified": 0}),
        record(left_out=(bad("audits.csv", 2), bad("audits.csv", 2), bad("ties.csv", 3))),
    ]
    found = arrivals.flow(records)
    assert found.headline == "10 of 15 responses (67%) were imported"
    fates = [words for words in arrivals.FATES.values() if words in found.table]
    assert found.table["Responses read"].tolist() == [9, 6]
    assert found.table[fates].sum(axis=1).tolist() == [9, 6]
    assert "Of nobody known" not in fates
    assert found.table["Left out as bad rows"].tolist() == [0, 1]


def test_people_are_found_again_from_wave_to_wave(small: Database) -> None:
    rows = ask(small, LOCAL, "quality_waves", ALL)
    columns = ["invited", "opened", "answered", "before", "since_first", "newcomers"]
    # By hand: P1 to P3 answer at baseline; at the endpoint P1 does and P2 has not begun.
    assert at(rows, "baseline")[columns].tolist() == [3, 3, 3, 0, 0, 0]
    assert at(rows, "endpoint")[columns].tolist() == [3, 2, 1, 1, 1, 0]
    assert arrivals.waves(small, LOCAL, ALL).table["Of the first wave"].tolist() == ["–", "1 of 3"]


def test_pairs_who_are_strangers_again_contradict_themselves(tmp_path: Path) -> None:
    rows: Rows = {
        "participants": [{"participant_id": "P1", "cohort": "2026"}],
        "audits": [
            {"participant_id": "P1", "wave": wave, "ties_status": "all_pairs_asked"}
            for wave in ("baseline", "endpoint")
        ],
        "contacts": [
            {"participant_id": "P1", "wave": wave, "contact_id": contact}
            for wave in ("baseline", "endpoint")
            for contact in "abc"
        ],
        "ties": [
            tie("baseline", "a", "b", "acquainted"),
            tie("baseline", "b", "c", "work_closely"),
            tie("endpoint", "b", "a", "do_not_know"),
            tie("endpoint", "b", "c", "acquainted"),
            tie("endpoint", "a", "c", "do_not_know", introduced_by_me="yes"),
        ],
    }
    workspace = Workspace(tmp_path / "workspace")
    workspace.import_paths([write(tmp_path / "export", files_of(rows))])
    found = contradictions.contradictions(workspace.database(), LOCAL, ALL)
    assert found.headline == "What is said of pairs of contacts contradicts itself 2 times"
    assert found.table[["Two contacts", "Pairs", "Of pairs compared"]].to_numpy().tolist() == [
        [contradictions.KINDS["strangers_again"], 1, 2],
        [contradictions.KINDS["introduced_strangers"], 1, 1],
    ]


def tie(wave: str, one: str, other: str, said: str, **more: str) -> dict[str, Any]:
    row = {"participant_id": "P1", "wave": wave, "contact_a": one, "contact_b": other}
    return {**row, "tie": said, "introduced_by_me": more.get("introduced_by_me", "")}


def test_rows_that_contradicted_each_other_are_told_by_import() -> None:
    held = [record(left_out=(bad("ties.csv", 2, "contradicting_ties"), bad("ties.csv", 3)))]
    assert contradictions.left_out(held) == (
        "Left out, as they contradicted another row: 1 row of 2026-01-01-1."
    )
    assert contradictions.left_out([record()]) == ""


def test_fields_are_told_with_what_goes_without_them(sample: Database) -> None:
    found = fields.fields(sample, LOCAL, ALL)
    table = found.table.set_index("Field")
    rows = sample.query("SELECT count(gender) AS n FROM participants WHERE gender <> 'unknown'")
    assert table.loc["Gender", "Filled in"].startswith(f"{rows['n'].iloc[0]} of 64 ")
    assert table.loc["Gender", "Without it"] == "No groups by gender."
    assert not {"Name", "Email", "End date"} & set(table.index)
    answers = quality.answers(sample, LOCAL, ALL).table.set_index("Column")
    assert answers.loc["affiliation", "Without it"].startswith("No internal share")


def test_every_cost_is_of_a_field_there_is() -> None:
    held = {f"{table.name}.{one}" for table in TABLES.values() for one in table.column_names}
    assert fields.FURTHER_COSTS.keys() <= held
