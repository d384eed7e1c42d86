"""What is kept of a contact beside the participant; expected values by hand."""

from pathlib import Path

import pytest

from netaudit.importers.background import Background
from netaudit.importers.derived import derived, years_since
from netaudit.importers.mapping.proposal import Proposal
from netaudit.importers.mapping.propose import proposed
from netaudit.importers.mapping.sliders import in_parts, scales
from netaudit.importers.survey import Survey
from netaudit.schema import CONTACTS
from tests.importers.survey_files import tables, write
from tests.importers.test_guesses import proposal, table, told

CLOSENESS = next(column for column in CONTACTS.columns if column.name == "closeness")


@pytest.mark.parametrize(
    ("contact", "own", "kept"),
    [
        ({"gender": "male"}, {"gender": "Man"}, {"gender_rel": "same"}),
        ({"gender": "weiblich"}, {"gender": "m"}, {"gender_rel": "different"}),
        ({"gender": "1"}, {"gender": "2"}, {"gender_rel": "different"}),
        ({"gender": "1"}, {"gender": "female"}, {}),
        ({"gender": "male"}, {}, {}),
        ({"gender": "don't know"}, {"gender": "man"}, {"gender_rel": "unknown"}),
        ({"gender": "prefer not to say"}, {}, {"gender_rel": "prefer_not"}),
        ({"age": "44"}, {"age_band": "35"}, {"age_rel": "within_10"}),
        ({"age": "45"}, {"age_band": "35"}, {"age_rel": "older_10plus"}),
        ({"age": "25-34"}, {"age_band": "45-54"}, {"age_rel": "younger_10plus"}),
        ({"age": "35 to 44"}, {"age_band": "45-54"}, {}),
        ({"age": "65 and over"}, {"age_band": "40-49"}, {"age_rel": "older_10plus"}),
        ({"known_since": "since 2015"}, {}, {"years_known": "11"}),
        ({"known_since": "2015", "years_known": "3"}, {}, {"years_known": "3"}),
    ],
)
def test_what_is_told_beside_the_participant(
    contact: dict[str, str], own: dict[str, str], kept: dict[str, str]
) -> None:
    assert derived({"label": "AB", **contact}, own, "2026-03-01", {"gender": {"1", "2"}}) == {
        "label": "AB", **kept,
    }  # fmt: skip


def test_no_years_without_a_year_to_count_until_nor_from_the_future() -> None:
    assert (years_since("2015", ""), years_since("2027", "2026-03-01")) == ("", "")


@pytest.mark.parametrize(
    ("answer", "scale", "point"),
    [
        ("0", "0 to 100", "1"), ("24.9", "0 to 100", "1"), ("25", "0 to 100", "2"),
        ("100", "0 to 100", "4"), ("100", "100 to 0", "1"), ("0,8", "0 to 1", "4"),
        ("101", "0 to 100", ""), ("7", "7 to 7", ""),
    ],
)  # fmt: skip
def test_a_scale_is_cut_in_equal_parts(answer: str, scale: str, point: str) -> None:
    assert in_parts(answer, scale, CLOSENESS) == point


def test_numbers_that_no_usual_scale_holds_have_their_own() -> None:
    assert list(scales([-3.0, 3.0])) == ["-3 to 3", "3 to -3"]


def people(asked: tuple[str, ...], *rows: tuple[str, ...]) -> Proposal:
    return proposal((), ("",), sub=(table("people", asked, *rows),))


def test_genders_are_not_asked_to_be_same_or_different() -> None:
    held = people(("name", "gender"), ("Ada", "woman"), ("Bo", "man"))
    assert told(held)["gender"][0] == "contacts.gender"
    (own,) = [one for one in held.questions if one.id == "own gender"]
    assert (own.is_required, own.choices[-1].label) == (
        False, "None: leave the contacts' gender out",
    )  # fmt: skip
    same = people(("name", "gender"), ("Ada", "same"), ("Bo", "different"))
    assert told(same)["gender"][0] == "contacts.gender_rel"


def test_inside_and_outside_are_no_distance() -> None:
    held = people(("name", "location"), ("Ada", "inside"), ("Bo", "outside"))
    assert told(held)["location"][0] == "contacts.affiliation"
    held = people(("name", "location"), ("Ada", "same city"), ("Bo", "abroad"))
    assert told(held)["location"][0] == "contacts.distance"


def test_a_bare_no_is_not_taken_for_another_sector() -> None:
    held = people(("name", "in your organisation"), ("Ada", "yes"), ("Bo", "no"))
    (asked,) = [one for one in held.questions if one.answers]
    assert asked.answers == {"yes": "same_org", "no": "?"}


def test_a_mapping_does_not_take_another_table_for_the_contacts() -> None:
    groups = table("group", ("name",), ("Choir",), ("Band",), ("Club",))
    friends = table("person", ("name", "how close"), ("Ada", "close"), ("Bo", "very close"))
    survey = Survey(tool="t", file="a.csv", questions=(), responses=(), tables=(friends, groups))
    first = proposed(survey, Background())
    again = proposed(survey, Background(mapping=first.recipe))
    assert [one.field for one in again.understood] == [one.field for one in first.understood]


def test_known_since_counts_until_the_audit(tmp_path: Path) -> None:
    asked = ("name", "gender", "known since")
    header = ["code", "date", "gender", *(f"contact {n} {one}" for n in (1, 2) for one in asked)]
    row = ["k", "2026-05-20", "f", "AB", "male", "2019", "CD", "female", "2026"]
    path = write(tmp_path / "a.csv", [header, row])
    _, found = tables(tmp_path, '[file]\ncohort = "c"\nwave = "baseline"\n', path)
    assert [(one["years_known"], one["gender_rel"]) for one in found["contacts"]] == [
        (7, "different"), (0, "same"),
    ]  # fmt: skip
    assert "gender" not in found["contacts"][0]
