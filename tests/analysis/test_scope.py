"""Every question is answered for one viewer: what they may not see is not computed for them."""

import re
from datetime import date
from pathlib import Path

import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace

SUMMARIES = registry.summaries()
OF_PERSONS = [name for name, summary in SUMMARIES.items() if not summary.whole_programme]
SOMEBODY, SOMEBODY_ELSE = "P-2025-01", "P-2026-03"
GIVEN = {
    "as_of": date(2026, 11, 1),
    "aspect": "function",
    "attribute": "organisation",
    "by_figure": True,
    "of_answered": False,
    "codes": [SOMEBODY_ELSE],
    "coder": "export",
    "coders": ["export", "Ann"],
    "codings": "[]",
    "cohort": "2026",
    "first": "baseline",
    "followed": "[]",
    "kind": "purpose",
    "last": "endpoint",
    "lately": date(2026, 10, 25),
    "measure": "size",
    "measures": ["size", "internal_share"],
    "merged": "{}",
    "most": 50,
    "now": "endpoint",
    "participant": SOMEBODY_ELSE,
    "people": 1,
    "reader": "export",
    "relation": "any",
    "second": "export",
    "since": "previous",
    "soon": date(2026, 11, 15),
    "today": date(2026, 11, 1),
    "topic": "strategic",
}
EVERYTHING = Selection()
NOT_COUNTED = ("wave_no", "minimum_group", "relationships")
"""Numbers that say what a row is about, and count nobody."""


@pytest.fixture(scope="module")
def database(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_header_names_every_parameter_of_the_statement(name: str) -> None:
    summary = SUMMARIES[name]
    code = re.sub(r"--[^\n]*", "", summary.sql)
    assert set(re.findall(r"\$(\w+)", code)) == set(summary.takes)


def test_only_settings_and_cohorts_are_the_same_for_everybody() -> None:
    assert SUMMARIES.keys() - set(OF_PERSONS) == {"cohort_names", "settings"}


@pytest.mark.parametrize("name", OF_PERSONS)
def test_an_administrator_is_told_of_nobody(name: str, database: Database) -> None:
    answer = ask(database, Viewer(role="administrator"), name, EVERYTHING, **GIVEN)
    counts = answer.select_dtypes("number").drop(columns=[*NOT_COUNTED], errors="ignore")
    assert answer.empty or not counts.fillna(0).to_numpy().any()


@pytest.mark.parametrize("name", OF_PERSONS)
def test_a_participant_is_told_of_nobody_else(name: str, database: Database) -> None:
    viewer = Viewer(role="participant", participant_id=SOMEBODY)
    answer = ask(database, viewer, name, EVERYTHING, **GIVEN)
    for column in ("participant_id", "participant", "code"):
        if column in answer:
            assert set(answer[column]) <= {SOMEBODY}
    if "participant" in SUMMARIES[name].parameters:
        assert answer.empty


@pytest.mark.parametrize("name", OF_PERSONS)
def test_a_coordinator_is_told_of_no_other_cohort(name: str, database: Database) -> None:
    viewer = Viewer(role="coordinator", cohorts=("2025",))
    answer = ask(database, viewer, name, EVERYTHING, **GIVEN)
    if "cohort" in answer:
        assert set(answer["cohort"]) <= {"2025"}
    if "participant" in SUMMARIES[name].parameters or "cohort" in SUMMARIES[name].parameters:
        assert answer.empty
