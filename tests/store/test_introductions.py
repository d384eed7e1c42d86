"""Steps of introductions in the ledger: one after the other, never too many, undone in order."""

import pytest

from netaudit.errors import NetauditError
from netaudit.store import introductions
from netaudit.store.access_log import Actor, entries
from netaudit.store.introductions import Step, Taken
from netaudit.store.ledger import Ledger

BY = Actor(name="Ann", role="coordinator")


def take(ledger: Ledger, one: str, other: str, step: Step) -> None:
    introductions.take(ledger, (one, other), step, BY, {}, cohort="2026")


def taken(ledger: Ledger) -> tuple[Taken, ...]:
    return introductions.steps(ledger, {})


def test_steps_follow_each_other_and_are_undone_backwards(ledger: Ledger) -> None:
    for step in ("accepted", "introduced", "did_not_speak", "spoke"):
        take(ledger, "P2", "P1", step)
    made = taken(ledger)
    assert {one.pair for one in made} == {("P1", "P2")}
    assert introductions.standing(made)["P1", "P2"].step == "spoke"
    with pytest.raises(NetauditError, match="not the last"):
        introductions.undo(ledger, made[0].number, BY, {})
    for _ in range(2):
        last = introductions.standing(taken(ledger))["P1", "P2"]
        introductions.undo(ledger, last.number, BY, {})
    assert introductions.standing(taken(ledger))["P1", "P2"].step == "introduced"
    assert len(taken(ledger)) == 4
    assert introductions.cohort_of(ledger, made[0].number) == "2026"
    assert {line.participant_id for line in entries(ledger)} == {"P1", "P2"}
    with ledger.writing() as connection:
        assert introductions.count(connection, ["P2", "P9"]) == 4
        introductions.forget(connection, ["P2"])
    assert taken(ledger) == ()


def test_nobody_is_in_more_than_three(any_ledger: Ledger) -> None:
    for other in ("P2", "P3", "P4"):
        take(any_ledger, "P1", other, "accepted")
    assert introductions.room(taken(any_ledger), ["P1", "P2", "P9"]) == {"P1": 0, "P2": 2, "P9": 3}
    with pytest.raises(NetauditError, match="3 introductions"):
        take(any_ledger, "P5", "P1", "accepted")
    take(any_ledger, "P1", "P2", "put_aside")
    take(any_ledger, "P5", "P1", "accepted")


def test_what_does_not_follow_is_refused(any_ledger: Ledger) -> None:
    for one, other, step in (
        ("P1", "P2", "introduced"),
        ("P1", "P1", "accepted"),
        ("P1", "P2", "married"),
    ):
        with pytest.raises(NetauditError):
            take(any_ledger, one, other, step)
    take(any_ledger, "P1", "P2", "put_aside")
    with pytest.raises(NetauditError, match="meanwhile"):
        take(any_ledger, "P2", "P1", "accepted")
    assert len(taken(any_ledger)) == 1


def test_a_code_that_was_corrected_is_the_same_person(any_ledger: Ledger) -> None:
    take(any_ledger, "p1", "P2", "accepted")
    ((pair, last),) = introductions.standing(introductions.steps(any_ledger, {"p1": "P1"})).items()
    assert (pair, last.step) == (("P1", "P2"), "accepted")
