"""What one participant's page says, against P01 worked by hand (see tests/person_export.py)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netaudit.analysis.person import change as person_change
from netaudit.analysis.person import header, measures, plan
from netaudit.analysis.person import mentors as person_mentors
from netaudit.analysis.person import network as person_network
from netaudit.analysis.person import patterns as person_patterns
from netaudit.analysis.person import purposes as person_purposes
from netaudit.analysis.person import waves as person_waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from tests.person_export import person_export
from tests.stored import stored

COORDINATOR = Viewer(role="coordinator")
AT_BASELINE = Selection(cohort="2026", wave="baseline")
TODAY = date(2026, 11, 1)

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """ask(question, ...) of P01's cohort of 25, as its coordinator looking at the baseline."""
    return asking(tmp_path_factory.mktemp("person"), COORDINATOR, others=20)


def asking(folder: Path, viewer: Viewer, **kind: Any) -> Ask:
    """The same for any viewer, on an export of its own."""
    database = stored(folder / "workspace", person_export(folder, **kind)).current_database()

    def answer(question: Callable[..., Any], **parameters: Any) -> Any:
        return question(database, viewer, AT_BASELINE, **parameters)

    return answer


def first(ask: Ask, question: Callable[..., Any], wave: str = "baseline") -> Any:
    return ask(question, participant="P01", wave=wave)


def test_list_has_everybody_of_the_selection(ask: Ask):
    listing = ask(header.listing)
    table = listing.table.set_index("Code")
    assert listing.headline == "23 of 25 participants (92%) completed an audit at baseline"
    assert table.loc["P01", ["Contacts", "Internal", "On watch", "Mentors"]].tolist() == [
        8,
        "5 of 8",
        "Echo chamber",
        1,
    ]
    assert table["Audit"].tolist()[:5] == [
        "List complete",
        "Nobody to name",
        "Not done",
        "No audit",
        "List complete",
    ]


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        ("not_answered", ["P03", "P04"]),
        ("watch", ["P01"]),
        ("watch_echo_chamber", ["P01"]),
        ("watch_network_lag", []),
        ("has_mentor", ["P01"]),
        ("no_external", [f"Q{number:02}" for number in range(20)]),
    ],
)
def test_list_can_be_narrowed_to_a_reason_for_looking_closer(ask: Ask, reason, codes):
    assert ask(header.listing, reason=reason).data["participant_id"].tolist() == codes


def test_person_is_named_with_what_is_known_of_them(ask: Ask):
    found = ask(header.person, participant="P01")
    assert (found.title, found.sees_labels) == ("Pat Example", False)
    assert found.facts == (
        "North hospital",
        "Clinical",
        "Manager",
        "Mentee in the programme",
        "Cohort of 2026",
    )


def test_unknown_participant_is_told_with_a_way_out(ask: Ask):
    with pytest.raises(NetauditError, match="no participant P99"):
        ask(header.person, participant="P99")


def test_network_in_one_sentence(ask: Ask):
    network = first(ask, person_network.person_network)
    assert network.finding.headline == (
        "8 contacts, 5 of them internal; 9 of the 28 pairs know each other; two circles, one of"
        " them a single contact"
    )


def test_unknown_pairs_are_counted_in_words(ask: Ask):
    network = first(ask, person_network.person_network, "midpoint")
    assert network.finding.headline == (
        "9 contacts, 3 of them internal; 2 of the 36 pairs know each other, 34 not known"
    )
    assert "1 weak tie from the second list" in network.finding.base
    assert "not drawn" in network.finding.base


def test_list_of_contacts_says_who_knows_whom(ask: Ask):
    table = first(ask, person_network.person_network).finding.table.set_index("Contact")
    assert table["Knows contact"].tolist() == [
        "2, 3, 4",
        "1, 3, 4",
        "1, 2, 5",
        "1, 2, 5",
        "3, 4, 6",
        "5, 7",
        "6",
        "–",
    ]
    assert table.loc["7"].tolist()[:6] == [
        "Other organisation, other sector",
        "Research",
        "Same level",
        "Less close",
        "Less than a year",
        "Strategic",
    ]


def test_contact_keeps_its_number_from_wave_to_wave(ask: Ask):
    midpoint = first(ask, person_network.person_network, "midpoint")
    numbers = midpoint.contacts["contact_number"].tolist()
    assert numbers == [1, 4, 6, 7, 8, 9, 10, 11, 12, 13]
    assert midpoint.contacts["is_weak"].tolist() == [False] * 9 + [True]


def test_groups_by_function_are_the_same_at_every_wave(ask: Ask):
    groups = {
        wave: ask(
            person_network.person_network, participant="P01", wave=wave, grouping="function"
        ).groups
        for wave in ("baseline", "midpoint")
    }
    assert groups["baseline"] == groups["midpoint"]
    assert groups["baseline"] == (
        "Clinical",
        "Operations",
        "Research",
        "Education",
        "Media",
        "Does not apply",
    )


def test_each_key_measure_is_a_sentence_with_its_parts(ask: Ask):
    assert first(ask, measures.key_measures).sentences == {
        "Contacts": "8 contacts listed.",
        "Internal": "5 of 8 contacts are internal.",
        "Know each other": "9 of 28 pairs of contacts know each other.",
        "Breadth": "How often any two of the contacts differ: inside or outside 54%, function 67%,"
        " seniority 57%, sector 29%. On average that is 51%.",
        "Connectivity": "19 of 28 pairs do not know each other, 14 of them one inside and one"
        " outside. The participant is the link for 15.4 of them: a pair that others link too counts"
        " in part.",
        "Dynamism": "New, that is known for less than a year or met in this programme: 1 of 8"
        " contacts.",
        "Less close": "3 of 8 contacts are less close or distant.",
        "Purposes served": "Contacts serve 3 of 3 purposes.",
        "Resting on one contact": "No purpose rests on one contact.",
    }


def test_waves_stand_side_by_side(ask: Ask):
    table = first(ask, measures.key_measures).finding.table.set_index("Measure")
    assert table["Baseline"].tolist() == [
        "8",
        "5 of 8",
        "9 of 28 pairs",
        "51%",
        "55%",
        "1 of 8",
        "3 of 8",
        "3 of 3",
        "None",
    ]
    assert table["Midpoint"].tolist()[:4] == ["9", "3 of 9", "between 2 and 36 of 36 pairs", "65%"]


def test_cohort_middle_is_shown_from_twenty_people(ask: Ask):
    # 23 lists: sizes 8, 0, 1 and twenty times 3; 21 with affiliations: 5/8 and twenty times 1.
    table = first(ask, measures.key_measures).finding.table.set_index("Measure")
    assert table["Middle of the cohort, baseline"].tolist()[:3] == ["3", "100%", "–"]


def test_cohort_middle_is_withheld_below_twenty_people(tmp_path: Path):
    small = asking(tmp_path, COORDINATOR, others=16)
    finding = first(small, measures.key_measures).finding
    assert list(finding.table.columns) == ["Measure", "Baseline", "Midpoint"]
    assert "fewer than 20 participants" in finding.base


def test_patterns_keep_list_and_own_rating_apart(ask: Ask):
    finding = first(ask, person_patterns.patterns)
    echo = finding.table.set_index("Pattern").loc["Echo chamber"]
    assert finding.headline == "On watch at baseline: Echo chamber"
    assert echo["Shown as"] == "Watch, by the participant's own rating"
    assert echo["By the list"] == "Clear"
    assert echo["Own rating"] == "Yes, quite or very much"
    assert echo["Distance from the line"] == "2 contacts and 5 pairs different could change it"
    assert echo["At other waves"] == "Clear at midpoint, not enough information at endpoint"


def test_purposes_inside_and_outside(ask: Ask):
    finding = first(ask, person_purposes.purposes)
    assert finding.table[["Contacts", "Internal", "External"]].to_numpy().tolist() == [
        [5, 5, 0],
        [3, 1, 2],
        [3, 1, 2],
    ]


def test_change_names_who_stayed_came_and_went(ask: Ask):
    finding = first(ask, person_change.change, "midpoint")
    by_turn = finding.data.groupby("turn")["contact_number"].apply(list).to_dict()
    assert finding.headline == "Since baseline: 5 kept, 4 new, 3 no longer listed"
    assert by_turn == {"kept": [1, 4, 6, 7, 8], "left": [2, 3, 5], "new": [9, 10, 11, 12]}


def test_first_wave_has_nothing_to_compare_with(ask: Ask):
    assert first(ask, person_change.change).is_empty


def test_mentors_with_dates_and_what_they_help_with(ask: Ask):
    finding = first(ask, person_mentors.mentors, "midpoint")
    assert finding.headline == "1 mentor and 1 mentee at midpoint"
    assert finding.base == (
        "Open mentors help with knowing how. Whether open mentors help with knowing why and whom is"
        " not answered."
    )
    assert finding.table["Dates"].tolist() == ["Since 2026", "March 2025 – May 2026"]
    assert finding.data["ended"].dt.date.tolist() == [date(2026, 6, 30), date(2026, 5, 31)]


def test_plan_says_what_is_overdue(ask: Ask):
    actions = ask(plan.actions, participant="P01", today=TODAY)
    assert actions.headline == "1 of 2 actions done, 1 overdue"
    assert actions.base == "As last recorded. Overdue is judged as of 1 November 2026."
    assert actions.table["Status"].tolist() == ["Planned, overdue", "Done"]
    activities = ask(plan.activities, participant="P01")
    assert activities.table.to_numpy().tolist() == [["Look for several mentors", "Planned"]]


def test_waves_say_how_they_were_answered(ask: Ask):
    waves = ask(person_waves.waves, participant="P01")
    assert [person_waves.answered(wave) for wave in waves] == [
        "Completed on 31 January 2026. Reflection: 1 strength, 1 weakness, 1 question.",
        "Completed on 30 June 2026. Reflection not answered.",
        "Not done.",
    ]


@pytest.mark.parametrize(
    ("participant", "headlines"),
    [
        ("P02", ["The participant said that there was nobody to name"]),
        ("P03", ["The audit was not done at this wave"]),
        ("P04", []),
        ("P05", ["1 contact"]),
    ],
)
def test_lists_without_a_network_are_states_of_their_own(ask: Ask, participant, headlines):
    waves = ask(person_waves.waves, participant=participant)
    assert [person_network.network_headline(wave) for wave in waves] == headlines
