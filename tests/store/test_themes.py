"""Codings: every one is kept, the latest counts, and a participant's go when they are to go."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from netaudit.errors import NetauditError
from netaudit.store import themes
from netaudit.store.codebook import read_codebook
from netaudit.store.ledger import Ledger
from netaudit.store.themes import (
    Coding,
    codings_as_json,
    codings_of,
    write_coding,
    writer_key,
)
from tests.store.conftest import Place


def coding(person: str = "P1", coder: str = "Ann", *given: str) -> Coding:
    return Coding(
        writer_key=writer_key(person), text_key=f"text of {person}", coder=coder, themes=given
    )


def test_every_coding_is_kept_with_its_time_and_each_theme_once(ledger: Ledger) -> None:
    write_coding(ledger, coding("P1", "Ann", "trust", "support", "trust"))
    write_coding(ledger, coding("P1", "Ann"))
    first, second = codings_of(ledger, "P1")
    assert (first.themes, second.themes) == (("support", "trust"), ())
    assert first.coded_at is not None
    assert second.coded_at is not None
    assert first.coded_at <= second.coded_at
    assert read_codebook(ledger).version == 1, "coding does not change the codebook"


def test_what_goes_to_the_summaries_names_no_participant(ledger: Ledger) -> None:
    assert codings_as_json(ledger) == "[]"
    write_coding(ledger, coding("P1", "Ann", "trust"))
    assert json.loads(codings_as_json(ledger)) == [
        {
            "number": 1,
            "text_key": "text of P1",
            "coder": "Ann",
            "themes": ["trust"],
            "is_compared": False,
        }
    ]


def test_coders_code_at_the_same_time(place: Place) -> None:
    def code(number: int) -> None:
        write_coding(place(), coding("P1", f"coder {number % 4}", f"t{number}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(code, range(24)))
    given = {one.themes[0] for one in codings_of(place(), "P1")}
    assert given == {f"t{number}" for number in range(24)}
    assert themes.coders(place()) == ("coder 0", "coder 1", "coder 2", "coder 3")


@pytest.mark.parametrize("name", ["", "  ", "Export", "together", "n" * 201])
def test_a_name_that_cannot_be_a_coders_is_refused(any_ledger: Ledger, name: str) -> None:
    with pytest.raises(NetauditError):
        write_coding(any_ledger, coding("P1", name, "trust"))
    assert themes.coders(any_ledger) == ()


def test_the_state_differs_after_every_change(ledger: Ledger) -> None:
    states = [themes.state_of(ledger)]
    write_coding(ledger, coding("P1", "Ann", "trust"))
    states.append(themes.state_of(ledger))
    with ledger.writing() as connection:
        themes.forget_participant(connection, "P1")
    states.append(themes.state_of(ledger))
    write_coding(ledger, coding("P2", "Ann", "trust"))
    states.append(themes.state_of(ledger))
    assert len(set(states)) == 4


def test_a_participants_codings_are_forgotten_with_their_history(ledger: Ledger) -> None:
    for person in ("P1", "P2", "P1"):
        write_coding(ledger, coding(person, "Ann", "trust"))
    with ledger.writing() as connection:
        assert themes.forget_participant(connection, "P1") == 2
    assert codings_of(ledger, "P1") == ()
    assert len(codings_of(ledger, "P2")) == 1


def test_forgetting_counts_only_if_the_whole_of_it_does(ledger: Ledger) -> None:
    write_coding(ledger, coding("P1", "Ann", "trust"))

    def interrupted() -> None:
        with ledger.writing() as connection:
            themes.forget_participant(connection, "P1")
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()
    assert len(codings_of(ledger, "P1")) == 1
