"""Suggestions on the sample programme, letters that tell no gap, and who could meet."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from netaudit.analysis.introductions import groups, letters, progress, suggestions
from netaudit.analysis.introductions.held import introductions_held
from netaudit.analysis.introductions.suggestions import Candidates, Side
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.introductions import MOST, Step, Taken
from netaudit.store.workspace import Workspace

LOCAL, COHORT = Viewer.local(), Selection(cohort="2026", wave="endpoint")
AT = datetime(2026, 11, 2, 9, 0)


@pytest.fixture(scope="module")
def database(sample_workspace: Path) -> Database:
    return Workspace(sample_workspace).database()


@pytest.fixture(scope="module")
def found(database: Database) -> Candidates:
    return suggestions.candidates(database, LOCAL, COHORT)


def step(number: int, pair: tuple[str, str], what: Step, undone: bool = False) -> Taken:
    return Taken(
        number=number,
        pair=pair,
        cohort="2026",
        step=what,
        decided_at=AT,
        decided_by="ann",
        undone_at=AT if undone else None,
        undone_by="ann" if undone else None,
    )


def test_both_agree_do_not_know_each_other_and_stand_in_three_at_most(
    database: Database, found: Candidates
) -> None:
    suggested = suggestions.introductions(found, ()).suggested
    people = database.query("SELECT * FROM participants").set_index("participant_id")
    knows = {
        frozenset(pair)
        for pair in database.query(
            "SELECT participant_id, other_participant_id FROM cohort_ties"
            " UNION SELECT participant_id, is_participant_id FROM contacts"
        ).itertuples(index=False, name=None)
    }
    assert suggested
    met = Counter(code for one in suggested for code in one.pair)
    assert max(met.values()) <= MOST
    for one in suggested:
        assert frozenset(one.pair) not in knows
        assert any(side.gains for side in one.sides)
        for code in one.pair:
            assert people.loc[code, "consent_introductions"] == "yes"
            assert people.loc[code, "cohort"] == "2026"
            assert people.loc[code, "status"] != "withdrawn"
    # Mutual gains come first.
    assert [one.is_mutual for one in suggested] == sorted(
        (one.is_mutual for one in suggested), reverse=True
    )


@pytest.mark.parametrize(
    "viewer",
    [
        Viewer(role="evaluator"),
        Viewer(role="participant", participant_id="P-2026-12"),
        Viewer(role="coordinator", cohorts=("2025",)),
    ],
)
def test_nobody_but_the_cohort_s_coordinators_is_told(viewer: Viewer, database: Database) -> None:
    told = suggestions.candidates(database, viewer, COHORT)
    assert (told.people, told.rows) == ({}, {})
    assert groups.topic_choices(database, viewer, COHORT) == ()


def test_what_was_decided_is_not_suggested_again(found: Candidates) -> None:
    first, second, *_ = suggestions.introductions(found, ()).suggested
    taken = (
        step(1, first.pair, "accepted"),
        step(2, first.pair, "introduced"),
        step(3, second.pair, "put_aside"),
        step(4, ("P-2026-02", "gone"), "accepted"),
        step(5, first.pair, "spoke", undone=True),
    )
    after = suggestions.introductions(found, taken)
    assert not {first.pair, second.pair} & {one.pair for one in after.suggested}
    assert [one.last.step for one in after.under_way if one.last] == ["put_aside", "introduced"]
    met = Counter(code for one in after.suggested for code in one.pair)
    assert all(met[code] <= MOST - 1 for code in first.pair)
    assert after.gone == 1
    told = progress.in_numbers(after.under_way, after.gone)
    assert "0 of 1 pairs put in touch spoke, 1 has not said yet" in told
    assert "1 pair is not shown any more" in told
    history = progress.history(taken, after.under_way)
    assert history["Step"].tolist()[0] == "They spoke"
    assert history["Undone"].tolist()[0].endswith("by ann")
    assert len(history) == 4


def side(name: str, *kinds: str) -> Side:
    gains = tuple({"kind": kind, "topic": kind} for kind in kinds)
    return Side(
        code=name,
        name=name,
        email="=1@x",
        organisation="North",
        function="Digital",
        gains=gains,
    )


def test_a_letter_does_not_depend_on_what_the_other_lacks() -> None:
    """Who reads about Ben reads the same whatever Ben's own answers say that he lacks."""
    ann = side("Ann", "mentor", "outside")
    told = letters.letter(ann, side("Ben"))
    assert told == letters.letter(ann, side("Ben", "sponsor", "mentor", "outside"))
    assert "ask about people in other organisations and being a mentor to somebody" in told
    assert "Ben (Digital · North)" in told
    assert "could be a good person" not in letters.letter(side("Ben"), ann)


def test_letters_for_a_mail_merge(found: Candidates) -> None:
    made = suggestions.introductions(found, ()).suggested[:2]
    rows = letters.merge_rows(made)
    assert rows["Name"].tolist()[:2] == [one.name for one in made[0].sides]
    assert rows["Introduced to"].tolist()[:2] == rows["Name"].tolist()[:2][::-1]
    assert rows["E-mail"].str.contains("@").all()
    assert letters.as_text(made).count("Dear ") == 4
    assert list(letters.merge_rows([]).columns) == list(rows.columns)


def test_reasons_are_put_together() -> None:
    one = replace(
        side("Ann", "mentor"),
        gains=(
            {"kind": "function", "topic": "digital"},
            {"kind": "purpose", "topic": "strategic"},
            {"kind": "purpose", "topic": "personal"},
            {"kind": "mentor", "topic": "mentor"},
        ),
    )
    assert one.lacks == (
        "contacts for personal and strategic questions; somebody who mentors;"
        " contacts who work in digital"
    )


@pytest.mark.parametrize(
    ("offer", "seek", "way"),
    [
        (4, 4, "roundtable"),
        (4, 1, "newsletter"),
        (1, 5, "forum"),
        (0, 3, "gathering"),
        (1, 1, "other"),
    ],
)
def test_the_way_to_meet_follows_from_who_is_there(offer: int, seek: int, way: str) -> None:
    assert groups._way(offer, seek) == way


def test_who_could_meet_about_a_subject(database: Database) -> None:
    choices = groups.topic_choices(database, LOCAL, COHORT)
    assert sum(choice.is_default for choice in choices) == 1
    strategic = next(choice for choice in choices if choice.value == "purpose:strategic")
    meeting = groups.meeting(database, LOCAL, COHORT, about=strategic.value)
    offer, seek = len(meeting.offer.table), len(meeting.seek.table)
    assert strategic.words == f"Purpose: strategic ({offer} offer, {seek} seek)"
    assert not set(meeting.offer.table["Participant"]) & set(meeting.seek.table["Participant"])
    both = set(meeting.offer.table["Participant"]) | set(meeting.seek.table["Participant"])
    assert set(meeting.host.table["Participant"]) <= both


def test_what_is_held_names_the_other_only_once_they_were_put_in_touch() -> None:
    taken = (
        step(1, ("P1", "P2"), "accepted"),
        step(2, ("P1", "P3"), "accepted"),
        step(3, ("P1", "P3"), "introduced"),
        step(4, ("P2", "P3"), "accepted"),
    )
    (table,) = introductions_held(taken, "P1")
    assert table.rows["other_participant_id"].fillna("").tolist() == ["", "P3", "P3"]
    assert set(table.rows.columns) == set(table.columns)
    assert introductions_held(taken, "P9") == ()
