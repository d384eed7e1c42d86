"""The lists of people to talk to: who stands on them, why, and what each viewer is told."""

from pathlib import Path

import pytest

from netaudit.analysis.finding import Finding
from netaudit.analysis.mentoring import people as mentoring_people
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.workspace import Workspace
from tests.invented_cohort import cohort, computed, listed

VIEWER = Viewer.local()
ENDPOINT = Selection(cohort="2026", wave="endpoint")


def relation(name: str, number: int = 1, wave: str = "endpoint", **said: str) -> dict[str, str]:
    place = {"participant_id": name, "wave": wave, "mentoring_id": f"m{number}"}
    return {**place, "my_role": "mentee", **said}


def ask_for(path: Path, rows: Rows, reason: str) -> Finding:
    database = computed(path / "people.duckdb", rows, Programme(cohorts=()))
    return mentoring_people.people(database, VIEWER, ENDPOINT, reason=reason)


def reasons(finding: Finding) -> dict[str, str]:
    return dict(zip(finding.table["Code"], finding.table["Why"], strict=True))


def test_outside_is_another_circle_or_a_contact_who_works_elsewhere(tmp_path: Path) -> None:
    """P1 by the circle, P2 by the contact; P3 and P4 inside; of P5 nothing is said; P6 has none."""
    made = cohort(6)
    made["contacts"] = [
        *listed("P2", "other_org_same_sector", column="affiliation"),
        *listed("P4", "same_team", column="affiliation"),
    ]
    made["mentoring"] = [
        relation("P1", social_system="professional_body"),
        relation("P2", contact_id="c0", social_system="current_org"),
        relation("P3", social_system="current_org"),
        relation("P4", contact_id="c0"),
        relation("P5"),
    ]
    finding = ask_for(tmp_path, made, "no_outside")
    assert reasons(finding) == {
        "P3": "1 mentor, from the own organisation only.",
        "P4": "1 mentor, from the own organisation only.",
        "P6": "No mentor at all. Named no mentoring relationship.",
    }
    assert finding.headline == (
        "3 of 5 who answered have no mentor from outside their organisation at endpoint"
    )
    assert finding.base.endswith("Of 1 more who answered it is not known.")
    assert finding.table["Also without"].tolist() == [
        "–",
        "an external contact",
        "a mentor and a sponsor",
    ]


def test_each_way_to_have_no_mentor_is_told(tmp_path: Path) -> None:
    made = cohort(4)
    made["mentoring"] = [
        relation("P1", my_role="mentor"),
        relation("P1", 2, my_role="mentor"),
        relation("P2", end_date="2020"),
        {**relation("P3"), "my_role": None},
    ]
    assert reasons(ask_for(tmp_path, made, "no_mentor")) == {
        "P1": "Mentors 2 people and is mentored by nobody.",
        "P2": "1 relationship is named and not open on the day of the audit.",
        "P3": "In what is open, the own role was left blank.",
        "P4": "Named no mentoring relationship.",
    }


def test_the_wave_before_is_told_where_it_was_answered(tmp_path: Path) -> None:
    made = cohort(3)
    before = cohort(2, wave="midpoint")["audits"]
    made["audits"] += before
    made["mentoring"] = [
        relation("P1", wave="midpoint", type="sponsorship"),
        relation("P3", type="peer"),
    ]
    assert reasons(ask_for(tmp_path, made, "no_sponsor")) == {
        "P1": "No mentor at all. Named no mentoring relationship. Had one at midpoint.",
        "P2": "No mentor at all. Named no mentoring relationship. Had none at midpoint either.",
        "P3": "1 mentor, none a sponsor: peer.",
    }


def test_no_external_contact_counts_whom_it_is_known_of(tmp_path: Path) -> None:
    made = cohort(4)
    made["contacts"] = [
        *listed("P1", "same_team", "same_org", column="affiliation"),
        *listed("P2", "same_team", "unknown", column="affiliation"),
        *listed("P3", "same_team", "outside_work", column="affiliation"),
    ]
    finding = ask_for(tmp_path, made, "no_external")
    assert reasons(finding) == {
        "P1": "Named 2 contacts, all internal.",
        "P2": "Named 2 contacts: 1 internal, and of 1 it is not known.",
    }
    assert (
        finding.headline
        == "2 of 3 who said where contacts work named no external contact at endpoint"
    )


def test_why_somebody_has_not_answered(tmp_path: Path) -> None:
    made = cohort(4)
    made["audits"][1]["contacts_status"] = "not_done"
    del made["audits"][2]
    made["mentoring"] = [relation("P1")]
    assert reasons(ask_for(tmp_path, made, "not_answered")) == {
        "P2": "The audit was not done.",
        "P3": "No audit at this wave.",
    }


def test_a_wave_without_any_relationship_was_not_asked(tmp_path: Path) -> None:
    database = computed(tmp_path / "people.duckdb", cohort(1), Programme(cohorts=()))
    told = mentoring_people.people(database, VIEWER, ENDPOINT, reason="not_answered")
    assert "counts as not asked" in reasons(told)["P1"]
    nobody = mentoring_people.people(database, VIEWER, ENDPOINT, reason="no_mentor")
    assert nobody.headline == "Nobody answered about mentoring at endpoint"
    assert nobody.base == ""


def test_a_code_stands_for_a_name_that_is_missing(tmp_path: Path) -> None:
    made = cohort(3)
    made["participants"][0]["name"] = "Ada"
    finding = ask_for(tmp_path, {**made, "mentoring": [relation("P3")]}, "no_mentor")
    assert finding.table["Name"].tolist() == ["Ada", "P2"]


@pytest.fixture(scope="module")
def sample(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


def test_coordinators_get_names_and_evaluators_codes(sample: Database) -> None:
    told = {
        role: mentoring_people.people(sample, Viewer(role=role), ENDPOINT, reason="no_outside")
        for role in ("coordinator", "evaluator")
    }
    assert "Grace Pebble" in set(told["coordinator"].table["Name"])
    assert "Name" not in told["evaluator"].table
    assert not set(told["evaluator"].table["Code"]) & set(told["coordinator"].table["Code"])
    assert len(told["evaluator"].table) == len(told["coordinator"].table)
