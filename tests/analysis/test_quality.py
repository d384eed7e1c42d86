"""How complete stored data are, counted by hand in the importers' small export."""

from pathlib import Path

import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.intake import quality
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.database import Database
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
