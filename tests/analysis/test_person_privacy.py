"""What one participant's page may not hold: labels, ratings, written answers, other people."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.person import change as person_change
from netaudit.analysis.person import change_parts as person_change_parts
from netaudit.analysis.person import header, measures
from netaudit.analysis.person import left_out as person_left_out
from netaudit.analysis.person import list_by_wave as person_list_by_wave
from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import network as person_network
from netaudit.analysis.person import patterns as person_patterns
from netaudit.analysis.person import plan as person_plan
from netaudit.analysis.person import purposes as person_purposes
from netaudit.analysis.person import ratings as person_ratings
from netaudit.analysis.person import resources as person_resources
from netaudit.analysis.person import waves as person_waves
from netaudit.analysis.person import weak_list as person_weak_list
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from tests.person_export import person_export
from tests.stored import stored

EVERYTHING = Selection()
COORDINATOR = Viewer(role="coordinator")
EVALUATOR = Viewer(role="evaluator")
HERSELF = Viewer(role="participant", participant_id="P01")
SOMEBODY_ELSE = Viewer(role="participant", participant_id="P05")
OTHER_COORDINATOR = Viewer(role="coordinator", cohorts=("2025",))
RATINGS = {"trust", "energy", "invest_motivation", "invest_influence", "invest_complement"}
AT_A_WAVE = (
    measures.key_measures,
    person_network.person_network,
    person_patterns.patterns,
    person_purposes.purposes,
    person_change.change,
    person_change_parts.change_parts,
    person_weak_list.weak_list,
    person_resources.resources,
    person_resources.only_one,
    person_ratings.ratings,
    person_left_out.left_out,
    person_mentors.mentors,
)


def database(folder: Path, shares: str | None) -> Database:
    return stored(folder / "workspace", person_export(folder, shares=shares)).current_database()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return database(tmp_path_factory.mktemp("shared"), "yes")


@pytest.fixture(scope="module", params=["no", None])
def unshared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Database:
    return database(tmp_path_factory.mktemp("unshared"), request.param)


def person_summaries() -> list[str]:
    return [name for name in registry.summaries() if name.startswith("person_")]


def known_as(found: Database, viewer: Viewer) -> str:
    """P01, or the code by which a viewer knows P01 who sees codes only."""
    return code_of(found, "P01") if viewer.sees_pseudonyms else "P01"


def code_of(found: Database, participant: str) -> str:
    sql = "SELECT code FROM pseudonym WHERE participant_id = $who"
    return str(found.query(sql, {"who": participant})["code"].iloc[0])


def rows(found: Database, viewer: Viewer, summary: str) -> pd.DataFrame:
    given = {
        "participant": known_as(found, viewer),
        "most": 50,
        "today": date(2026, 11, 1),
        "cohort": "2026",
        "measures": ["size"],
        "people": 20,
    }
    takes = registry.summaries()[summary].parameters
    return ask(found, viewer, summary, **{name: given[name] for name in takes})


def everything_said(found: Database, viewer: Viewer) -> str:
    """All that the page can show of P01, as one text."""
    who = known_as(found, viewer)
    lists = person_list_by_wave.list_by_wave(found, viewer, EVERYTHING, participant=who)
    parts: list[Any] = [
        header.person(found, viewer, EVERYTHING, participant=who),
        header.listing(found, viewer, EVERYTHING).table.to_csv(),
        *person_waves.waves(found, viewer, EVERYTHING, participant=who),
        lists.table.to_csv(),
    ]
    for wave in ("baseline", "midpoint"):
        for question in AT_A_WAVE:
            answer = question(found, viewer, EVERYTHING, participant=who, wave=wave)
            finding = getattr(answer, "finding", answer)
            parts += [finding.table.to_csv(), finding.data.to_csv(), answer]
            if isinstance(answer, person_network.PersonNetwork):
                parts += [answer.contacts.to_csv(), answer.facts]
    today = date(2026, 11, 1)
    plan = person_plan.actions(found, viewer, EVERYTHING, participant=who, today=today)
    return " ".join(str(part) for part in [*parts, plan.table.to_csv(), plan.data.to_csv()])


@pytest.mark.parametrize("viewer", [COORDINATOR, EVALUATOR])
def test_labels_stay_with_a_participant_who_does_not_share_them(unshared: Database, viewer):
    contacts = rows(unshared, viewer, "person_contacts")
    assert contacts["label"].isna().all()
    said = everything_said(unshared, viewer)
    assert not [name for name in ("Ada", "Cleo", "Kay", "c1", "d4") if name in said]


def test_coordinator_sees_labels_that_are_shared(shared: Database):
    assert rows(shared, COORDINATOR, "person_contacts")["label"].tolist()[:2] == ["Ada", "Ben"]
    network = person_network.person_network(
        shared, COORDINATOR, EVERYTHING, participant="P01", wave="baseline"
    )
    assert network.finding.table["Contact"].tolist()[:2] == ["1 Ada", "2 Ben"]


def test_evaluator_sees_neither_labels_nor_names(shared: Database):
    said = everything_said(shared, EVALUATOR)
    assert known_as(shared, EVALUATOR) in said
    assert not [name for name in ("Ada", "P01", "Pat Example", "Person 2") if name in said]


def test_participant_sees_their_own_labels_and_words(unshared: Database):
    assert rows(unshared, HERSELF, "person_contacts")["label"].tolist()[:2] == ["Ada", "Ben"]
    assert "SECRET step" in rows(unshared, HERSELF, "person_actions")["text"].tolist()


@pytest.mark.parametrize("viewer", [COORDINATOR, EVALUATOR])
def test_written_answers_are_for_nobody_else(shared: Database, viewer):
    assert "SECRET" not in everything_said(shared, viewer)
    for summary in person_summaries():
        assert "SECRET" not in rows(shared, viewer, summary).to_csv()


@pytest.mark.parametrize("summary", person_summaries())
@pytest.mark.parametrize("viewer", [COORDINATOR, EVALUATOR, HERSELF], ids=lambda v: v.role)
def test_ratings_are_in_no_other_summary(shared: Database, summary, viewer):
    columns = rows(shared, viewer, summary).columns
    assert not [name for name in columns if name in RATINGS or "unlock" in name]


@pytest.mark.parametrize("viewer", [COORDINATOR, EVALUATOR, SOMEBODY_ELSE], ids=lambda v: v.role)
def test_ratings_are_for_nobody_else_whatever_is_shared(shared: Database, viewer):
    assert rows(shared, viewer, "person_ratings").empty
    found = person_ratings.ratings(
        shared, viewer, EVERYTHING, participant=known_as(shared, viewer), wave="baseline"
    )
    assert found.is_empty
    assert found.table.empty


def test_participant_sees_their_own_ratings_one_by_one(unshared: Database):
    found = person_ratings.ratings(
        unshared, HERSELF, EVERYTHING, participant="P01", wave="baseline"
    )
    assert list(found.table.columns) == ["Contact", "Has a say", "Trust", "Energy"]
    assert found.table.iloc[0].tolist() == ["1 Ada", "●●●●", "●●●●●", "●●●●●"]
    assert found.table["Contact"].tolist()[-1] == "8 Hal"


@pytest.mark.parametrize("viewer", [SOMEBODY_ELSE, OTHER_COORDINATOR, Viewer(role="administrator")])
def test_person_out_of_scope_is_not_there(shared: Database, viewer):
    with pytest.raises(NetauditError):
        header.person(shared, viewer, EVERYTHING, participant="P01")
    for summary in person_summaries():
        found = rows(shared, viewer, summary)
        assert "P01" not in found.to_csv()
        if summary not in ("person_list", "person_cohort_middle"):
            assert found.empty
