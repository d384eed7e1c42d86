"""Mentors beside the network and wave by wave: small groups, new contacts, the same people."""

from pathlib import Path

import pytest

from netaudit.analysis.finding import Finding
from netaudit.analysis.mentoring import beside, levels, network, ways
from netaudit.analysis.mentoring import small_group as mentoring_small_group
from netaudit.analysis.mentoring import waves as mentoring_waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.store.database import Database
from tests.invented_cohort import cohort, computed

VIEWER = Viewer.local()
ENDPOINT = Selection(cohort="2026", wave="endpoint")


def relation(name: str, number: int = 1, wave: str = "endpoint", **said: str) -> dict[str, str]:
    place = {"participant_id": name, "wave": wave, "mentoring_id": f"m{number}"}
    return {**place, "my_role": "mentee", **said}


def contact(name: str, number: int, wave: str = "endpoint", **said: str) -> dict[str, str]:
    place = {"participant_id": name, "wave": wave, "contact_id": f"c{number}"}
    return {**place, "affiliation": "same_org", **said}


def stored(path: Path, rows: Rows) -> Database:
    return computed(path / "mentoring.duckdb", rows, Programme(cohorts=()))


def names(first: int, last: int) -> list[str]:
    return [f"P{number}" for number in range(first, last + 1)]


def labels(finding: Finding) -> dict[str, str]:
    return dict(zip(finding.data["category"], finding.data["label"], strict=True))


def test_a_small_group_of_mentors_by_hand(tmp_path: Path) -> None:
    """Five of ten have two mentors. Three bring different types, and of one it is not known; four
    different circles; two help with more together, and one of P4's answers is blank."""
    helps = {"helps_why": "yes", "helps_how": "no", "helps_whom": "no"}
    further = [
        {"type": "peer", "social_system": "education", **helps, "helps_how": "yes"},
        {"type": "reverse", "social_system": "other_org", **helps, "helps_why": "no"},
        {"type": "reverse", "social_system": "other_org", "helps_how": "yes", "helps_why": "no"},
        {"type": "unknown", "social_system": "education", **helps, "helps_whom": "yes"},
        {"type": "sponsorship", "social_system": "current_org", **helps},
    ]
    made = cohort(10)
    made["mentoring"] = [
        row
        for name, second in zip(names(1, 5), further, strict=True)
        for row in (
            relation(name, type="sponsorship", social_system="current_org", **helps),
            relation(name, 2, **second),
        )
    ]
    made["mentoring"][1]["helps_why"] = "no"
    made["mentoring"].append(relation("P6", 1, my_role="mentor"))
    finding = mentoring_small_group.small_group(stored(tmp_path, made), VIEWER, ENDPOINT)
    assert finding.headline == "5 of 10 participants (50%) have two or more mentors at once"
    assert labels(finding)["Different circles"] == "4 of 5"
    assert set(labels(finding)) == {"Two or more", "Different circles"}, (
        "types and help are known for four"
    )
    assert finding.withheld == (
        "2 rows are not shown: fewer than 5 participants stand behind each."
    )


def test_own_finds_and_the_programmes_by_hand(tmp_path: Path) -> None:
    """By the answer where there is one, else by the source; P7 may be either, P8 only mentors."""
    made = cohort(8)
    made["mentoring"] = [
        relation("P1", via_programme="yes", source="programme_matched"),
        relation("P2", via_programme="no", source="former_boss"),
        relation("P3", source="linkedin"),
        relation("P4", source="programme_matched"),
        relation("P5", via_programme="yes"),
        relation("P5", 2, via_programme="no"),
        relation("P6", via_programme="no"),
        relation("P7"),
        relation("P8", my_role="mentor", via_programme="no"),
    ]
    finding = ways.outside_programme(stored(tmp_path, made), VIEWER, ENDPOINT)
    assert labels(finding) == {
        "Found outside it": "4 of 6",
        "By the programme": "3 of 6",
        "Both": "1 of 6",
    }
    assert finding.headline == "4 of 6 with a mentor have one found outside the programme"


def test_mentors_on_the_list_by_hand(tmp_path: Path) -> None:
    made = cohort(6)
    made["contacts"] = [
        contact("P1", 1),
        contact("P2", 1, list_kind="weak_tie"),
        contact("P3", 1),
    ]
    made["mentoring"] = [
        *[relation(name) for name in names(4, 5)],
        *[relation(name, contact_id="c1") for name in names(1, 3)],
        relation("P3", 2),
    ]
    finding = network.mentors_listed(stored(tmp_path, made), VIEWER, ENDPOINT)
    assert labels(finding) == {"One or more": "3 of 5", "Every mentor": "2 of 5"}
    assert finding.headline == "3 of 5 with a mentor have one on their contact list"


def with_new_contacts() -> Rows:
    """Six people who named c1, their mentor, at midpoint too; at endpoint c2 is new for each."""
    made = cohort(7)
    made["audits"] += cohort(6, wave="midpoint")["audits"]
    made["contacts"] = [
        *[contact(name, 1, wave) for name in names(1, 6) for wave in ("midpoint", "endpoint")],
        contact("P1", 2, first_known="this_programme"),
        contact("P2", 2, first_known="introduced"),
        contact("P3", 2, first_known="current_role"),
        contact("P4", 2, first_known="current_role"),
        contact("P5", 2, first_known="unknown"),
        contact("P6", 2, first_known="this_programme"),
        contact("P6", 3, first_known="current_role"),
        contact("P7", 1, first_known="this_programme"),
    ]
    made["mentoring"] = [relation(name, contact_id="c1") for name in names(1, 5)]
    made["mentoring"].append(relation("P6", contact_id="c2"))
    made["ties"] = [
        {"participant_id": name, "wave": "endpoint", "contact_a": "c1", "contact_b": "c2"}
        for name in ("P3", "P6")
    ]
    for audit in made["audits"]:
        audit["ties_status"] = "positive_only_complete"
    return made


def test_how_new_contacts_came_by_hand(tmp_path: Path) -> None:
    """P7 has no earlier audit. c2 knows the mentor c1 of P3; c3 does not know the mentor c2 of P6.
    Of P5's c2 it is not known how they met, and it knows no mentor."""
    finding = network.new_contacts(stored(tmp_path, with_new_contacts()), VIEWER, ENDPOINT)
    assert labels(finding) == {
        "The programme": "2 of 5",
        "Introduction": "1 of 5",
        "Knows a mentor": "1 of 6",
        "One of these": "4 of 5",
        "Is a mentor": "1 of 6",
    }
    assert finding.base.startswith(
        "Base: 6 of 6 participants with an earlier completed audit, who named 7 new contacts"
    )
    told = dict(zip(finding.table["What"], finding.table["New contacts"], strict=True))
    assert told["The programme"] == "2 of 6 known"
    assert told["Is a mentor"] == "1 of 7 known"


def test_nobody_is_new_at_a_first_audit(tmp_path: Path) -> None:
    made = cohort(6)
    made["contacts"] = [contact(name, 1) for name in names(1, 6)]
    finding = network.new_contacts(stored(tmp_path, made), VIEWER, ENDPOINT)
    assert finding.is_empty
    assert finding.withheld == (
        "Nobody here completed an audit before, so nobody on the lists is new."
    )


def side_by_side(mentored: int) -> Rows:
    """Ten people; those with a mentor named two external contacts, the others one each."""
    made = cohort(10)
    made["mentoring"] = [relation(name) for name in names(1, mentored)]
    made["contacts"] = [
        contact(f"P{number}", each, affiliation="outside_work", purposes="strategic")
        for number in range(1, 11)
        for each in range(2 if number <= mentored else 1)
    ]
    return made


def test_networks_with_and_without_a_mentor_stand_side_by_side(tmp_path: Path) -> None:
    finding = beside.with_and_without(stored(tmp_path, side_by_side(5)), VIEWER, ENDPOINT)
    assert finding.headline == (
        "On average 2 external contacts with a mentor and 1 without one; 2 strategic contacts with"
        " a mentor and 1 without one"
    )
    assert finding.base.startswith("Base: 5 participants with a mentor and 5 without")
    assert finding.table["With: at least one"].tolist() == ["5 of 5"] * 3


@pytest.mark.parametrize("mentored", [1, 4, 6, 9])
def test_both_sides_need_a_group_large_enough(tmp_path: Path, mentored: int) -> None:
    finding = beside.with_and_without(stored(tmp_path, side_by_side(mentored)), VIEWER, ENDPOINT)
    assert finding.is_empty
    assert finding.table.empty
    assert finding.withheld.startswith("Not shown for fewer than 5 participants.")


def two_waves(both: int) -> Rows:
    """So many people at baseline and endpoint: half gain a mentor, the first of them loses one."""
    made = cohort(both)
    made["audits"] += cohort(both, wave="baseline")["audits"]
    made["mentoring"] = [
        relation("P1", wave="baseline"),
        *[relation(f"P{number}") for number in range(2, both // 2 + 2)],
    ]
    return made


@pytest.mark.parametrize(("both", "points"), [(4, None), (5, "–"), (9, "–"), (10, 40), (20, 45)])
def test_the_fewer_answered_twice_the_less_is_said(
    tmp_path: Path, both: int, points: int | str | None
) -> None:
    """Under 5 nothing, under 10 counts, from 10 on the difference."""
    finding = mentoring_waves.same_people(
        stored(tmp_path, two_waves(both)), VIEWER, ENDPOINT, waves="1-3"
    )
    assert finding.is_empty is (both < 10)
    if points is None:
        assert finding.table.empty
        assert "fewer than 5 participants" in finding.withheld
        return
    row = finding.table.set_index("What").loc["Has a mentor"]
    assert (row["Gained"], row["Lost"], row["Of"]) == (both // 2, 1, both)
    assert row["Points"] == points
    assert (mentoring_waves.EARLY in finding.caution) is (10 <= both < 20)
    assert finding.headline.startswith(f"Of the same {both} people, 1 had a mentor at baseline and")


def test_whoever_answered_once_is_left_out(tmp_path: Path) -> None:
    made = two_waves(10)
    made["audits"] = [
        audit
        for audit in made["audits"]
        if (audit["participant_id"], audit["wave"]) != ("P10", "baseline")
    ]
    finding = mentoring_waves.same_people(stored(tmp_path, made), VIEWER, ENDPOINT, waves="1-3")
    assert finding.base.startswith("Base: 9 participants who answered about mentoring at both")


def test_the_waves_to_compare_are_those_at_which_mentoring_was_asked(tmp_path: Path) -> None:
    database = stored(tmp_path, two_waves(6))
    choices = mentoring_waves.pair_choices(database, VIEWER, ENDPOINT)
    assert [(one.value, one.words, one.is_default) for one in choices] == [
        ("1-3", "Baseline and endpoint", True)
    ]
    assert mentoring_waves.pair_choices(database, VIEWER, Selection(cohort="2025")) == ()


def test_kinds_by_role_source_and_approach(tmp_path: Path) -> None:
    made = cohort(6)
    made["mentoring"] = [
        relation("P1", source="linkedin", approach="email"),
        relation("P2", source="linkedin", approach="in_person"),
        relation("P3", my_role="both", source="former_boss", approach="email"),
        relation("P4", my_role="mentor", source="linkedin", approach="email"),
    ]
    database = stored(tmp_path, made)
    said = {
        split: levels.by_kind(database, VIEWER, ENDPOINT, split=split).headline
        for split in ("role", "source", "approach")
    }
    assert said == {
        "role": "Own role: mentee is most common, 2 of 6 enrolled",
        "source": "Where found: LinkedIn is most common, 2 of 6 enrolled",
        "approach": "How approached: e-mail is most common, 2 of 6 enrolled",
    }
