"""What a participant reads of their own network, for the four people of own_pages_export."""

from collections.abc import Callable
from typing import Any

import pytest

from netaudit.analysis.person import change as person_change
from netaudit.analysis.person import left_out as person_left_out
from netaudit.analysis.person import list_by_wave as person_list_by_wave
from netaudit.analysis.person import makeup as person_makeup
from netaudit.analysis.person import measures
from netaudit.analysis.person import patterns as person_patterns
from netaudit.analysis.person import purposes as person_purposes
from netaudit.analysis.person import resources as person_resources
from netaudit.analysis.person import waves as person_waves
from netaudit.analysis.person import weak_list as person_weak_list
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.schema import PATTERNS, PURPOSES
from netaudit.store.database import Database
from tests.own_pages_export import own_pages_export
from tests.stored import stored

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("own")
    return stored(folder / "workspace", own_pages_export(folder)).current_database()


@pytest.fixture(scope="module")
def own(database: Database) -> Ask:
    """own(question, "N10", wave="endpoint"): what the participant themselves is answered."""

    def answer(question: Callable[..., Any], participant: str, **more: Any) -> Any:
        viewer = Viewer(role="participant", participant_id=participant)
        return question(database, viewer, EVERYTHING, participant=participant, **more)

    return answer


def test_sentences_speak_to_the_participant(own: Ask):
    said = own(measures.key_measures, "N10", wave="endpoint").sentences
    assert said["Contacts"] == "You named 10 contacts and could have named 3 more."
    assert said["Internal"] == "6 of 10 contacts are internal, that is, in your organisation."
    assert "You are the link for" in said["Connectivity"]
    assert "participant" not in " ".join(said.values())


def test_states_speak_to_the_participant(own: Ask):
    assert own(person_waves.waves, "N00")[0].state == "You said that there was nobody to name."


@pytest.mark.parametrize("wave", ["baseline", "midpoint", "endpoint"])
def test_no_word_about_patterns_speaks_of_the_participant(own: Ask, wave: str):
    table = own(person_patterns.patterns, "N10", wave=wave).table
    assert "participant" not in table.to_csv()


def test_list_and_own_rating_stand_side_by_side(own: Ask):
    # Baseline: 8 of 10 internal and 24 of 45 pairs tied is on watch; the own rating is 2 of 4.
    table = own(person_patterns.patterns, "N10", wave="baseline").table.set_index("Pattern")
    echo = table.loc["Echo chamber"]
    assert echo["Shown as"] == "Watch, by the list"
    assert (
        echo["Distance from the line"]
        == "1 contact or 2 pairs different could change it; that is close"
    )
    assert "Neither is wrong" in echo["Side by side"]
    assert table.loc["Pigeonholing", "Shown as"] == "Watch, by the list and your own rating"


def test_a_list_that_is_too_short_is_told_what_it_would_take(own: Ask):
    table = own(person_patterns.patterns, "N02", wave="midpoint").table
    assert set(table["By the list"]) == {"Not enough information"}
    assert table["What it would take"].str.startswith("Five contacts").all()


def test_a_rating_counts_where_the_list_cannot_tell(own: Ask):
    table = own(person_patterns.patterns, "N00", wave="baseline").table.set_index("Pattern")
    assert table.loc["Birds of a feather", "Shown as"] == "Watch, by your own rating"
    assert "Your view counts" in table.loc["Birds of a feather", "Side by side"]
    assert "would stand beside the list" in table.loc["Network lag", "Side by side"]


@pytest.mark.parametrize(
    ("aspect", "headline", "counts"),
    [
        # Counted by hand in tests/own_pages/contacts.txt, with contacts_changed.txt.
        ("closeness", "7 of 10 contacts are close or very close", [1, 6, 2, 1]),
        ("years_known", "6 of 10 contacts known for five years or longer", [4, 0, 5, 1]),
        ("function", "7 kinds of work among 10 contacts", [4, 1, 1, 1, 1, 1, 1]),
        (
            "knowledge_flow",
            "Knowledge goes both ways with 6 of 10 contacts; from 3 you only get it",
            [3, 0, 6, 1],
        ),
    ],
)
def test_contacts_are_counted_by_aspect(own: Ask, aspect: str, headline: str, counts: list[int]):
    found = own(person_makeup.makeup, "N10", wave="endpoint", aspect=aspect)
    assert found.headline == headline
    assert found.data["count"].tolist() == counts


@pytest.mark.parametrize("aspect", person_makeup.TITLES)
def test_an_aspect_nobody_answered_is_no_chart(own: Ask, aspect: str):
    assert own(person_makeup.makeup, "N00", wave="baseline", aspect=aspect).is_empty


def test_bars_of_purposes_are_cut_inside_and_outside(own: Ask):
    drawn = person_purposes.sides(own(person_purposes.purposes, "N10", wave="endpoint"))
    assert drawn.groupby("part")["count"].apply(list).to_dict() == {
        "External": [1, 1, 4],
        "Internal": [5, 3, 1],
    }
    assert drawn["label"].iloc[0] == "Operational: 5 internal, 1 external"


def test_weak_ties_known_to_nobody_in_the_core_are_named(own: Ask):
    # Pia and Sam are in no tie; Rose is tied to Kay.
    found = own(person_weak_list.weak_list, "N10", wave="endpoint")
    assert found.headline == "3 weak ties on the second list, 2 of them known to nobody in the core"
    assert "12 Pia, 19 Sam" in found.base
    assert found.table["Knows of the core"].tolist() == ["Nobody", "Somebody", "Nobody"]


def test_resources_say_by_whom_and_what_could_be_drawn_on(own: Ask):
    found = own(person_resources.resources, "N10", wave="baseline")
    table = found.table.set_index("What")
    assert found.headline == ("Your contacts offer 6 things; more could be drawn on for 3 of them")
    assert table.loc["Expertise"].tolist() == ["1 Ada, 2 Ben, 4 Dev", "–"]
    assert table.loc["Funding"].tolist() == ["7 Gita", "6 Finn"]
    assert table.columns.tolist() == ["In use", "Resting"]
    assert person_resources.untapped_resources(found.data) == [
        "funding",
        "advocacy",
        "introductions",
    ]


def test_resources_whose_use_was_not_said_are_listed_all_the_same(own: Ask):
    found = own(person_resources.resources, "NLEFT", wave="baseline")
    assert found.table.to_dict("records") == [{"What": "Expertise", "Offered by": "1 GH"}]
    assert found.headline == "Your contacts offer 1 thing"


def test_contacts_who_stand_alone_for_something_are_named(own: Ask):
    found = own(person_resources.only_one, "N10", wave="baseline")
    assert dict(found.table.itertuples(index=False)) == {
        "1 Ada": "Review of plans",
        "4 Dev": "Technology",
        "6 Finn": "Advocacy",
        "8 Hal": "Introductions",
    }
    assert own(person_resources.only_one, "N02", wave="baseline").table.to_numpy().tolist() == [
        ["1 AB", "Operational"]
    ]


def test_lists_stand_wave_beside_wave(own: Ask):
    found = own(person_list_by_wave.list_by_wave, "N10")
    table = found.table.set_index("Contact")
    assert found.headline == "14 contacts over 3 waves, 6 of them on every list"
    assert table.loc["6 Finn"].tolist() == [
        "Same organisation",
        "Other organisation, same sector",
        "Other organisation, same sector",
    ]
    assert table.loc["3 Cleo"].tolist() == ["Same team", "Same team", "–"]
    assert own(person_list_by_wave.list_by_wave, "NLEFT").is_empty


def test_who_stayed_came_and_left_by_label(own: Ask):
    found = own(person_change.change, "N10", wave="endpoint", since="baseline")
    assert found.headline == "Since baseline: 6 kept, 4 new, 4 no longer listed"
    assert person_change.by_turn(found) == {
        "On both lists": "1 Ada, 2 Ben, 4 Dev, 6 Finn, 7 Gita, 8 Hal",
        "New": "14 Kay, 15 Lou, 17 Max, 18 Nell",
        "No longer listed": "3 Cleo, 5 Eve, 9 Ines, 10 Jon",
    }
    assert "have been forgotten" in found.caution
    assert "a list that is full has no room" in found.caution


def test_what_was_left_out_says_what_it_would_add(own: Ask):
    assert own(person_left_out.left_out, "N10", wave="endpoint").is_empty
    missing = own(person_left_out.left_out, "N02", wave="midpoint").table
    assert missing["Not answered"].tolist() == [
        "Who knows whom",
        "How long you have known each other",
        "What kind of work they do",
        "What they could offer",
        "Who learns from whom",
        "A second list, of people you know slightly",
        "How you see each contact",
    ]
    assert own(person_left_out.left_out, "N00", wave="baseline").is_empty


def test_there_are_texts_for_every_pattern_and_purpose():
    assert list(guidance("pattern")) == list(PATTERNS)
    assert list(guidance("purpose")) == list(PURPOSES)
    for name in ("pattern", "purpose", "resource"):
        said = [text for texts in guidance(name).values() for text in texts.values()]
        assert all(text[-1] in ".?" for text in said)
        assert not [text for text in said if " should " in text]


def test_a_coordinator_reads_the_same_counts_without_labels(database: Database):
    viewer = Viewer(role="coordinator")
    here = {"participant": "N02", "wave": "midpoint"}
    alone = person_resources.only_one(database, viewer, EVERYTHING, **here)
    assert alone.table["Contact"].tolist() == ["1", "3"]
    changed = person_change.change(database, viewer, EVERYTHING, **here)
    assert changed.table["Contact"].tolist() == ["1", "3", "2"]
    assert "you" not in (changed.headline + changed.base + changed.caution).lower().split()
