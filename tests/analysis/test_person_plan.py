"""What one participant plans and wrote: followed over waves, beside the counts, for them alone.

The people are those of tests/own_pages; what is expected of them was counted by hand from its rows.
"""

from datetime import date
from typing import Any

import pytest

from netaudit.analysis.ask import ask
from netaudit.analysis.person import exchange as person_exchange
from netaudit.analysis.person import plan as person_plan
from netaudit.analysis.person import plan_aims, plan_offers
from netaudit.analysis.person import reflection as person_reflection
from netaudit.analysis.person import strengths as person_strengths
from netaudit.analysis.person.plan_actions import ActionPlan, action_plan
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.themes.facts import SENTENCES, THEMES, theme_sentence
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES
from tests.own_pages_export import own_pages_export
from tests.stored import stored

TODAY = date(2026, 11, 24)
COORDINATOR = Viewer(role="coordinator")
EVALUATOR = Viewer(role="evaluator")
N02 = Viewer(role="participant", participant_id="N02")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("own")
    return stored(folder / "workspace", own_pages_export(folder)).current_database()


def own(database: Database, question: Any, participant: str, **more: Any) -> Any:
    viewer = Viewer(role="participant", participant_id=participant)
    return question(database, viewer, EVERYTHING, participant=participant, **more)


def plan_of(database: Database, participant: str) -> ActionPlan:
    return own(database, action_plan, participant, today=TODAY)


def test_actions_are_followed_from_wave_to_wave(database: Database):
    plan = plan_of(database, "N10")
    assert plan.headline == "You have done 3 of 6 actions"
    assert [action.title for action in plan.open] == [
        "Call Jon",
        "Speak for ten minutes at the regional meeting",
    ]
    assert [action.number for action in plan.done] == [1, 2, 3]
    mentor = plan.done[1]
    assert mentor.history == "Planned at baseline, in progress at midpoint, done at endpoint"
    assert mentor.when == "Done on 10 September 2026"
    assert mentor.aims == (
        "Purpose: strategic",
        "Against: echo chamber",
        "Part of: look for several mentors",
    )
    assert [action.history for action in plan.dropped] == ["Dropped at endpoint"]


def test_a_passed_date_is_told_without_scolding(database: Database):
    plan = plan_of(database, "N10")
    assert [action.when for action in plan.open] == [
        "Due 1 December 2026",
        "Was due 1 October 2026, still open",
    ]
    assert plan.note.startswith("The date of one open action has passed.")
    assert "overdue" not in plan.note


@pytest.mark.parametrize("today", [date(2026, 3, 15), TODAY])
def test_nothing_is_overdue_for_somebody_who_left(database: Database, today: date):
    plan = own(database, action_plan, "NLEFT", today=today)
    assert plan.note == ""
    assert [action.when for action in plan.open] == [
        "Due 15 March 2026" if today < TODAY else "Was due 15 March 2026"
    ]
    listed = person_plan.actions(
        database, COORDINATOR, EVERYTHING, participant="NLEFT", today=today
    )
    assert listed.headline == "0 of 1 action done"
    assert listed.table["Status"].tolist() == ["Planned"]


def test_coordinators_follow_actions_by_number_status_and_date(database: Database):
    plan = action_plan(database, COORDINATOR, EVERYTHING, participant="N10", today=TODAY)
    assert plan.headline == "The participant has done 3 of 6 actions"
    assert plan.note == "1 action overdue."
    assert [action.title for action in plan.open] == ["Action 5", "Action 4"]
    assert plan.open[1].when == "Due 1 October 2026, overdue"


def test_activities_show_all_seven_and_what_moved(database: Database):
    found = own(database, person_plan.activities, "N10")
    assert found.headline == "You have 5 activities under way or done, of 7 considered"
    assert "Moved since baseline: 6 of 7." in found.base
    assert found.table.set_index("Activity").loc["Look for several mentors"].tolist() == [
        "Planned",
        "Doing",
        "Done",
    ]
    one = own(database, person_plan.activities, "N00")
    assert one.headline == "You have considered 1 activity; none is under way yet"
    assert len(one.table) == 7
    seen = person_plan.activities(database, COORDINATOR, EVERYTHING, participant="N00")
    assert seen.table["Activity"].tolist() == ["Take an active role at events"]


def test_first_steps_are_offered_for_what_is_planned_or_not_considered(database: Database):
    offers = own(database, plan_offers.activity_offers, "N10")
    assert [(one.title, one.state) for one in offers] == [
        ("Share interests on social media", "Planned at endpoint")
    ]
    offers = own(database, plan_offers.activity_offers, "N00")
    assert (offers[0].title, offers[0].state) == (
        "Take an active role at events",
        "Planned at baseline",
    )
    assert [one.state for one in offers[1:]] == ["Not considered yet"] * 6


def test_purposes_stand_beside_the_contacts_that_serve_them(database: Database):
    found = own(database, plan_aims.purposes, "N10", today=TODAY)
    assert found.headline == "Your actions develop the personal and strategic purposes"
    served = found.table.set_index("Purpose")
    assert served.loc["Strategic", ["Baseline", "Midpoint", "Endpoint"]].tolist() == [
        "2 of 10",
        "4 of 10",
        "5 of 10",
    ]
    assert (
        served.loc["Operational", "Actions"] == "Start a reading group across the wards (dropped)"
    )


def test_patterns_on_watch_without_an_action_come_with_a_question(database: Database):
    found = own(database, plan_aims.patterns, "NLEFT", wave="baseline", today=TODAY)
    assert found.headline == "The pattern on watch at baseline has no action yet"
    assert found.table["Pattern"].tolist() == ["Birds of a feather"]
    assert "next talk" in found.table["A question"].iloc[0]
    found = own(database, plan_aims.patterns, "N10", wave="midpoint", today=TODAY)
    acted = found.table.set_index("Pattern")["Actions against it"]
    assert acted["Echo chamber"] == "Find a second mentor outside the hospital (done)"


def test_strengths_stand_beside_the_count_of_their_theme(database: Database):
    found = own(database, person_strengths.strengths, "N10")
    assert found.headline == "At endpoint you named 2 strengths and 2 weaknesses"
    assert [wave.title for wave in found.waves] == ["Endpoint", "Midpoint", "Baseline"]
    first = found.waves[2]
    assert [(one.theme, one.fact) for one in first.weaknesses] == [
        ("External reach", "2 of 10 contacts are outside your organisation"),
        ("Variety", "3 functions among 9 contacts"),
        ("Time", ""),
    ]
    assert [one.fact for one in first.strengths] == [
        "8 of 10 contacts give you support",
        "6 of 10 contacts are close or very close to you",
        "3 of 9 contacts are more senior than you",
    ]
    assert found.waves[0].weaknesses[1].theme == ""


def test_a_list_of_nobody_gives_no_counts(database: Database):
    facts = ask(
        database,
        Viewer(role="participant", participant_id="N00"),
        "person_theme_facts",
        participant="N00",
    )
    assert not facts["part"].fillna(0).any()
    nothing = own(database, person_strengths.strengths, "N00")
    assert nothing.headline == person_strengths.NOTHING_WRITTEN
    assert nothing.waves == ()


PURPOSES = [
    {"detail": "operational", "part": 2, "whole": 2},
    {"detail": "personal", "part": 1, "whole": 2},
    {"detail": "strategic", "part": 0, "whole": 2},
]
"""Two contacts by hand: both help with the work, one of them with growing."""


@pytest.mark.parametrize(
    ("theme", "facts", "said"),
    [
        ("over_reliance", {"purpose": PURPOSES}, "the personal purpose rests on one contact"),
        ("longer_view", {"purpose": PURPOSES}, "0 of 2 contacts help you see further"),
        ("bridging", {"apart": [{"part": 0, "whole": 1}]}, "all your contacts know each other"),
        ("closed_circle", {"tied": [{"part": 1, "whole": 3}]}, "1 of 3 pairs of contacts know"),
        ("sponsorship", {"sponsors": [{"part": 0, "whole": 0}]}, "no mentor is recorded"),
        ("closeness", {"close": [{"part": 0, "whole": 0}]}, "the audit holds no answer about it"),
        ("time", {}, ""),
    ],
)
def test_a_theme_reads_as_the_count_it_is_about(theme: str, facts: Any, said: str):
    assert theme_sentence(theme, facts).startswith(said)
    assert bool(theme_sentence(theme, facts)) == bool(said)


def test_every_theme_of_the_codebook_has_its_counts_or_none_on_purpose():
    assert set(guidance("theme")) - set(THEMES) <= {"time", "other"}
    assert {fact for facts in THEMES.values() for fact in facts} == set(SENTENCES)


def test_questions_show_the_latest_answer_and_those_before(database: Database):
    found = own(database, person_reflection.reflection, "N10")
    assert found.headline == "You have answered 7 of 7 questions"
    first = found.questions[0]
    assert first.latest is not None
    assert (first.latest.wave, first.latest.text) == (
        "Endpoint",
        "A few small circles and I am between them.",
    )
    assert [answer.wave for answer in first.earlier] == ["Midpoint", "Baseline"]
    one = own(database, person_reflection.reflection, "N00")
    assert [question.number for question in one.answered] == [6]
    assert len(one.to_take_along) == 6


def test_exchange_tells_what_is_given_and_taken_part_in(database: Database):
    found = own(database, person_exchange.exchange, "N10")
    assert found.headline == "You organise 1 format, contribute to 2 formats and attend 2 formats"
    assert found.table.set_index("Format").loc["Newsletter"].tolist() == [
        "Attend (12 times a year)",
        "Contribute (4 times a year)",
        "Contribute (4 times a year)",
    ]
    assert found.table.set_index("Format").loc["Gathering", "Endpoint"] == "Organise (once a year)"
    assert own(database, person_exchange.format_offers, "N10") == ()
    assert len(own(database, person_exchange.format_offers, "N02")) == 5


WRITTEN = (
    "My team answers",
    "Nearly everybody works",
    "A tight circle",
    "Finn for strategy",
    "Find a second mentor",
    "Call Jon",
)


@pytest.mark.parametrize("viewer", [COORDINATOR, EVALUATOR, N02], ids=lambda one: one.role)
def test_what_was_written_is_for_the_participant_alone(database: Database, viewer: Viewer):
    whose = {"participant": "N10"}
    dated = {**whose, "today": TODAY}
    answers = [
        person_strengths.strengths(database, viewer, EVERYTHING, **whose),
        person_reflection.reflection(database, viewer, EVERYTHING, **whose),
        action_plan(database, viewer, EVERYTHING, **dated),
        *(
            finding.table.to_csv() + finding.data.to_csv()
            for finding in (
                person_plan.actions(database, viewer, EVERYTHING, **dated),
                plan_aims.purposes(database, viewer, EVERYTHING, **dated),
                plan_aims.patterns(database, viewer, EVERYTHING, wave="endpoint", **dated),
            )
        ),
    ]
    said = " ".join(str(answer) for answer in answers)
    assert not [words for words in WRITTEN if words in said]
    for summary in ("person_reflections", "person_theme_facts"):
        assert ask(database, viewer, summary, **whose).empty
    assert own(database, person_strengths.strengths, "N10").waves


def test_what_was_written_is_there_to_be_found(database: Database):
    """The test above would pass on a plan without words."""
    said = str(
        [
            own(database, person_strengths.strengths, "N10"),
            own(database, person_reflection.reflection, "N10"),
            plan_of(database, "N10"),
        ]
    )
    assert [words for words in WRITTEN if words in said] == list(WRITTEN)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("activity", list(VOCABULARIES["activity"])),
        ("exchange_format", list(VOCABULARIES["exchange_format"])),
        ("reflection_question", [str(number) for number in range(1, 8)]),
        ("preparation_question", [str(number) for number in range(1, 5)]),
    ],
)
def test_every_code_has_its_text(name: str, codes: list[str]):
    assert list(guidance(name)) == codes
    for said in guidance(name).values():
        assert all(words.strip() for words in said.values())
