"""One participant's mentors: the portfolio, what it covers, its kind, its gaps, over the waves.

The people are those of tests/own_pages; what is expected of them was counted by hand from its rows.
"""

from pathlib import Path
from typing import Any

import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import (
    mentors_gaps,
    mentors_knowing,
    mentors_portfolio,
    mentors_preparation,
    mentors_type,
    mentors_waves,
)
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from tests.own_pages_export import own_pages_export
from tests.stored import stored

COORDINATOR = Viewer(role="coordinator")
FOR_THEM_ALONE = (
    "label",
    "scope",
    "end_reason",
    "source",
    "approach",
    "exploratory_first",
    "social_system",
    "closeness",
    "meetings_per_year",
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return imported(tmp_path_factory.mktemp("own"))


def imported(folder: Path, *, changes: dict[str, str] | None = None) -> Database:
    """The four participants, with lines of mentoring.csv replaced; without the file for {}."""
    export = own_pages_export(folder)
    rows = (export / "mentoring.csv").read_text("utf-8")
    for before, after in (changes or {}).items():
        assert before in rows
        rows = rows.replace(before, after)
    (export / "mentoring.csv").write_text(rows, "utf-8")
    if changes == {}:
        (export / "mentoring.csv").unlink()
    return stored(folder / "workspace", export).current_database()


def own(
    database: Database, question: Any, wave: str = "endpoint", participant: str = "N10", **more: Any
) -> Any:
    viewer = Viewer(role="participant", participant_id=participant)
    return question(database, viewer, EVERYTHING, participant=participant, wave=wave, **more)


def gap_codes(database: Database, wave: str, participant: str = "N10") -> list[str]:
    return [gap.code for gap in own(database, mentors_gaps.gaps, wave, participant)]


def test_portfolio_counts_and_dates_every_relationship(database: Database):
    finding = own(database, person_mentors.mentors)
    assert finding.headline == "4 mentors and 1 mentee at endpoint"
    assert finding.base == "Your open mentors help with knowing why, how and whom."
    assert finding.data["relationship"].tolist() == [
        "3 Sponsorship",
        "4 Reciprocal",
        "5 Developmental",
        "6 Peer",
        "1 Developmental",
        "2 Reverse",
    ]
    assert finding.data["state"].tolist() == ["Open"] * 4 + ["Ended"] * 2
    assert finding.data["described"].tolist()[-1] == "2 Reverse: 3 November 2025 – 29 May 2026"
    assert finding.table["Your part"].tolist()[1] == "You mentor each other"


def test_card_tells_everything_that_was_answered_and_nothing_else(database: Database):
    cards = own(database, mentors_portfolio.relationships)
    sponsor, *_, ended = cards
    assert (sponsor.part, sponsor.is_open, ended.is_open) == ("You are mentored", True, False)
    assert sponsor.facts == {
        "When": "Since March 2026",
        "How": "Formal, hybrid; 6 times a year",
        "Reach": "Broad: many matters, for a long time",
        "Helps with knowing": "whom",
        "Found": "Matched by the programme; a first talk came before",
        "Who": "Contact 8 Hal; this programme; close",
    }
    assert ended.facts["Ended because"] == "Ada changed jobs"
    unanswered = own(database, mentors_portfolio.relationships, "baseline", "NLEFT")
    assert unanswered[0].facts == {"When": "Start not known", "Who": "Not on your list"}


@pytest.mark.parametrize(
    ("wave", "headline"),
    [
        ("baseline", "At the most 2 at one time; two or more during 3 of 21 months"),
        ("midpoint", "At the most 4 at one time; two or more during 8 of 26 months"),
        ("endpoint", "At the most 5 at one time; two or more during 13 of 31 months"),
    ],
)
def test_overlap_is_counted_in_months_where_a_date_is_no_day(database: Database, wave, headline):
    finding = own(database, mentors_portfolio.overlap, wave)
    assert finding.headline == headline
    assert "month or a year alone" in finding.base
    assert "small group" in finding.caution


def test_overlap_is_counted_in_days_where_every_date_is_one(tmp_path: Path):
    # From 3 November 2025 to the audit on 20 January 2026: 78 days, of 21 months and more before.
    database = imported(tmp_path, changes={",2024-05,,": ",2025-11-01,,"})
    finding = own(database, mentors_portfolio.overlap, "baseline")
    assert finding.headline == "At the most 2 at one time; two or more during 78 of 80 days"
    assert "month" not in finding.base


def test_one_relationship_is_called_no_shortcoming(database: Database):
    finding = own(database, mentors_portfolio.overlap, "baseline", "NLEFT")
    assert finding.headline == "One at a time so far"
    assert "good beginning" in finding.caution
    assert "first audit at which it was open" in finding.base


def test_relationship_that_is_told_of_no_more_runs_until_it_was_last_told_of(tmp_path: Path):
    database = imported(tmp_path, changes={"2025-11-03,2026-05-29,We had finished": "2025-11-03,,"})
    finding = own(database, person_mentors.mentors)
    last = finding.data.iloc[-1]
    assert last["state"] == "Not told of since"
    assert last["ended"].date().isoformat() == "2026-06-20"
    waves = own(database, mentors_waves.side_by_side)
    assert waves.headline == (
        "Since midpoint: 2 new, 2 continued, 1 ended and 1 not told of any more"
    )


def test_knowing_is_covered_by_name_or_not_or_left_open(database: Database):
    found = own(database, mentors_knowing.knowing)
    assert found.headline == "Somebody helps with 3 of the 3: why, how and whom"
    assert [part.said for part in found.parts] == [
        "Helped by 4 Reciprocal (contact 14 Kay) and 6 Peer.",
        "Helped by 5 Developmental (contact 15 Lou).",
        "Helped by 3 Sponsorship (contact 8 Hal), 4 Reciprocal (contact 14 Kay) and 5 Developmental"
        " (contact 15 Lou).",
    ]
    before = own(database, mentors_knowing.knowing, "baseline")
    assert [part.cover for part in before.parts] == ["covered", "covered", "not_covered"]
    left = own(database, mentors_knowing.knowing, "baseline", "NLEFT")
    assert {part.cover for part in left.parts} == {"not_answered"}
    assert left.headline == "What they help with is left open"


@pytest.mark.parametrize(
    ("wave", "headline", "said"),
    [
        ("baseline", "1 received, 1 given", "each with different people"),
        ("endpoint", "4 received, 1 given", "One relationship goes both ways"),
    ],
)
def test_giving_stands_beside_receiving(database: Database, wave, headline, said):
    found = own(database, mentors_knowing.giving, wave)
    assert found.headline == headline
    assert said in found.said


def test_kind_of_circle_with_its_coordinates_and_how_near_the_line(database: Database):
    # Three parts of life, Hal and Kay alone know each other, closeness 4, 3 and 3.
    found = own(database, mentors_type.developmental_network, "midpoint")
    assert found.headline == "Entrepreneurial, with 3 people who mentor you"
    assert found.coordinates == {
        "Range": "Wide. They come from 3 parts of life; 1 of 3 pairs know each other.",
        "Closeness": "High. On average 3.3 of 4; the line is at 3.",
    }
    assert found.near == (
        "This is near the line: 2 points of closeness lower would make it opportunistic; 1 pair"
        " more who know each other would make it traditional."
    )
    assert len(found.cautions) == 3
    assert found.texts["what"]


def test_kind_of_circle_is_left_open_where_answers_are_missing(database: Database):
    # The fourth is not on the list: 2 of 3 pairs known tied, closeness 3, 3, 2 and 3.
    found = own(database, mentors_type.developmental_network)
    assert found.headline == "Not enough information to tell the kind, with 4 people who mentor you"
    assert found.possible == ("opportunistic", "receptive")
    assert (found.code, found.near, found.texts) == (None, "", {})
    assert "2 of 6 pairs know each other, 3 not known" in found.coordinates["Range"]


def test_kind_of_circle_takes_two_people(database: Database):
    one = own(database, mentors_type.developmental_network, "baseline")
    none = own(database, mentors_type.developmental_network, "baseline", "N00")
    assert one.headline.startswith("One person mentors you")
    assert none is None


def test_kind_of_circle_names_no_kinds_where_all_four_are_left_open(tmp_path: Path):
    # The fourth is not on the list, and how close two of the four are is not told.
    untold = {"professional_body,2,4": "professional_body,,4", "education,3,6": "education,,6"}
    database = imported(tmp_path, changes=untold)
    found = own(database, mentors_type.developmental_network)
    assert found.coordinates["Range"].startswith("Not sure")
    assert found.coordinates["Closeness"].startswith("Not sure")
    assert found.possible == ()


def test_gap_names_contacts_who_could_be_asked_and_places_to_look(database: Database):
    found = {gap.code: gap for gap in own(database, mentors_gaps.gaps, "baseline")}
    assert list(found) == ["whom", "no_sponsor", "only_internal"]
    assert [idea.who for idea in found["whom"].ideas] == [
        "Contact 12 (Pia) · other organisation, other sector · more senior · distant · weak tie"
    ]
    first, *_ = found["no_sponsor"].ideas
    assert first.who.startswith("Contact 6 (Finn)")
    assert first.why == ("has more of a say, and knows your mentor 1 Ada, whom you could ask first")
    assert all(gap.places and gap.texts["could"] for gap in found.values())
    asked = [idea.who for gap in found.values() for idea in gap.ideas]
    assert not any(who.startswith("Contact 1 (Ada)") for who in asked)


def test_what_was_not_answered_is_no_gap(database: Database):
    assert gap_codes(database, "endpoint") == []
    assert gap_codes(database, "baseline", "NLEFT") == ["only_receiving"]
    assert gap_codes(database, "baseline", "N00") == ["no_mentor"]


def test_somebody_whom_only_the_programme_found_a_mentor_has_a_gap(tmp_path: Path):
    row = "N10,baseline,m1,mentee,developmental,informal,face_to_face,broad,2024-05,,,no"
    changes = {row: row.replace("informal", "formal").removesuffix("no") + "yes"}
    assert "only_programme" in gap_codes(imported(tmp_path, changes=changes), "baseline")


def test_formal_relationships_alone_are_a_gap_of_their_own(tmp_path: Path):
    row = "N10,baseline,m1,mentee,developmental,informal"
    database = imported(tmp_path, changes={row: row.replace("informal", "formal")})
    codes = gap_codes(database, "baseline")
    assert ("only_formal" in codes, "only_programme" in codes) == (True, False)


def test_waves_tell_what_is_new_continued_and_ended_and_why(database: Database):
    finding = own(database, mentors_waves.side_by_side)
    table = finding.table.set_index("Relationship")
    assert finding.headline == "Since midpoint: 2 new, 2 continued and 1 ended"
    assert table.loc["1 Developmental"].tolist() == ["Open", "Continued", "Ended: Ada changed jobs"]
    assert table.loc["2 Reverse"].tolist() == ["Open", "Ended: We had finished", "–"]
    assert table.loc["5 Developmental"].tolist() == ["–", "–", "New"]
    assert own(database, mentors_waves.side_by_side, "baseline", "NLEFT").is_empty


def test_preparation_has_the_answers_given(database: Database):
    viewer = Viewer(role="participant", participant_id="N10")
    questions = mentors_preparation.preparation(database, viewer, EVERYTHING, participant="N10")
    assert [len(question.answers) for question in questions] == [1, 1, 1, 1]
    assert questions[1].answers == (("Baseline", "A new role with a budget."),)


@pytest.mark.parametrize(
    ("participant", "wave", "standing"),
    [
        ("N10", "endpoint", "some"),
        ("NLEFT", "baseline", "some"),
        ("N00", "baseline", "none"),
        ("N02", "midpoint", "none"),
    ],
)
def test_standing_of_each_state(database: Database, participant, wave, standing):
    assert own(database, mentors_portfolio.standing, wave, participant) == standing


def test_not_asked_is_no_standing_of_its_own_making(tmp_path: Path):
    database = imported(tmp_path, changes={})
    assert own(database, mentors_portfolio.standing) == "not_asked"
    assert own(database, mentors_type.developmental_network) is None
    assert gap_codes(database, "endpoint") == []
    assert own(database, mentors_waves.side_by_side).is_empty


def test_coordinator_is_told_what_it_is_and_nothing_that_is_the_participants(database: Database):
    rows = ask(database, COORDINATOR, "person_mentors", participant="N10")
    assert rows[list(FOR_THEM_ALONE)].isna().all(axis=None)
    assert rows[["type", "my_role", "formality", "mode"]].notna().all(axis=None)
    turns = ask(database, COORDINATOR, "person_mentor_turns", participant="N10")
    assert turns["end_reason"].isna().all()
    for summary, more in (("person_developers", {}), ("person_mentor_candidates", {"most": 9})):
        assert ask(database, COORDINATOR, summary, participant="N10", **more).empty


def test_sentences_speak_of_the_participant_to_others(database: Database):
    finding = person_mentors.mentors(
        database, COORDINATOR, EVERYTHING, participant="N10", wave="midpoint"
    )
    assert finding.base == "Open mentors help with knowing why, how and whom."
    assert "Own role" in finding.table
    assert not finding.table["Contact"].str.contains("Hal").any()
