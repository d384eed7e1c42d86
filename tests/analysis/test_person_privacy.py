"""What one participant's page may not hold: labels, ratings, written answers, other people."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from netaudit.analysis import (
    person,
    person_change,
    person_measures,
    person_mentors,
    person_network,
    person_patterns,
    person_plan,
    person_purposes,
    person_waves,
)
from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests.person_export import person_export

EVERYTHING = Selection()
COORDINATOR = Viewer(role="coordinator")
EVALUATOR = Viewer(role="evaluator")
HERSELF = Viewer(role="participant", participant_id="P01")
SOMEBODY_ELSE = Viewer(role="participant", participant_id="P05")
OTHER_COORDINATOR = Viewer(role="coordinator", cohorts=("2025",))
RATINGS = {"trust", "energy", "invest_motivation", "invest_influence", "invest_complement"}
AT_A_WAVE = (
    person_measures.key_measures,
    person_network.person_network,
    person_patterns.patterns,
    person_purposes.purposes,
    person_change.change,
    person_mentors.mentors,
)


def database(folder: Path, shares: str | None) -> Database:
    workspace = Workspace(folder / "workspace")
    workspace.import_paths([person_export(folder, shares=shares)])
    return workspace.current_database()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return database(tmp_path_factory.mktemp("shared"), "yes")


@pytest.fixture(scope="module", params=["no", None])
def unshared(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Database:
    return database(tmp_path_factory.mktemp("unshared"), request.param)


def person_summaries() -> list[str]:
    return [name for name in registry.summaries() if name.startswith("person_")]


def rows(found: Database, viewer: Viewer, summary: str) -> pd.DataFrame:
    given = {
        "participant": "P01",
        "today": date(2026, 11, 1),
        "cohort": "2026",
        "measures": ["size"],
        "people": 20,
    }
    takes = registry.summaries()[summary].parameters
    return ask(found, viewer, summary, **{name: given[name] for name in takes})


def everything_said(found: Database, viewer: Viewer) -> str:
    """All that the page can show of P01, as one text."""
    parts: list[Any] = [
        person.person(found, viewer, EVERYTHING, participant="P01"),
        person.listing(found, viewer, EVERYTHING).table.to_csv(),
        *person_waves.waves(found, viewer, EVERYTHING, participant="P01"),
    ]
    for wave in ("baseline", "midpoint"):
        for question in AT_A_WAVE:
            answer = question(found, viewer, EVERYTHING, participant="P01", wave=wave)
            finding = getattr(answer, "finding", answer)
            parts += [finding.table.to_csv(), finding.data.to_csv(), answer]
            if isinstance(answer, person_network.PersonNetwork):
                parts += [answer.contacts.to_csv(), answer.facts]
    today = date(2026, 11, 1)
    plan = person_plan.actions(found, viewer, EVERYTHING, participant="P01", today=today)
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
    assert "P01" in said
    assert not [name for name in ("Ada", "Pat Example", "Person 2") if name in said]


def test_participant_sees_their_own_labels_and_words(unshared: Database):
    assert rows(unshared, HERSELF, "person_contacts")["label"].tolist()[:2] == ["Ada", "Ben"]
    assert "SECRET step" in rows(unshared, HERSELF, "person_actions")["text"].tolist()


@pytest.mark.parametrize("viewer", [COORDINATOR, EVALUATOR])
def test_written_answers_are_for_nobody_else(shared: Database, viewer):
    assert "SECRET" not in everything_said(shared, viewer)
    for summary in person_summaries():
        assert "SECRET" not in rows(shared, viewer, summary).to_csv()


@pytest.mark.parametrize("summary", person_summaries())
@pytest.mark.parametrize("viewer", [COORDINATOR, HERSELF], ids=["coordinator", "participant"])
def test_ratings_are_in_no_summary(shared: Database, summary, viewer):
    columns = rows(shared, viewer, summary).columns
    assert not [name for name in columns if name in RATINGS or "unlock" in name]


@pytest.mark.parametrize("viewer", [SOMEBODY_ELSE, OTHER_COORDINATOR, Viewer(role="administrator")])
def test_person_out_of_scope_is_not_there(shared: Database, viewer):
    with pytest.raises(NetauditError):
        person.person(shared, viewer, EVERYTHING, participant="P01")
    for summary in person_summaries():
        found = rows(shared, viewer, summary)
        assert "P01" not in found.to_csv()
        if summary not in ("person_list", "person_cohort_middle"):
            assert found.empty
