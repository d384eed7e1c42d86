"""The codebook: netaudit's own until it is changed, then the programme's, with all its history."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from netaudit.errors import NetauditError
from netaudit.store import codebook
from netaudit.store.codebook import Theme, change_theme, code_for, read_codebook, starter
from netaudit.store.ledger import Ledger
from netaudit.vocabulary import VOCABULARIES
from tests.sample_rows import rows
from tests.store.conftest import Place


def theme(ledger: Ledger, code: str) -> Theme:
    return read_codebook(ledger).latest[code].theme


def test_the_starter_has_both_forms_of_every_theme_and_the_words_of_the_vocabulary() -> None:
    themes = starter().offered
    assert [one.code for one in themes] == list(VOCABULARIES["theme"])
    assert all(one.strength and one.weakness and one.words for one in themes)


def test_the_starter_knows_every_theme_of_the_sample() -> None:
    assert set(rows("reflections")["theme"].dropna()) <= starter().latest.keys()


def test_reading_writes_nothing(ledger: Ledger) -> None:
    assert read_codebook(ledger) == starter()
    assert read_codebook(ledger).changed_at is None
    assert read_codebook(ledger).version == 1


def test_a_reworded_theme_keeps_its_code_and_its_history(ledger: Ledger) -> None:
    change_theme(ledger, replace(theme(ledger, "time"), words="Hours"), by="Ann", seen=1)
    change_theme(ledger, replace(theme(ledger, "time"), words="Free hours"), by="Bo", seen=2)
    book = read_codebook(ledger)
    assert book.words("time") == "Free hours"
    assert book.version == 3
    assert book.changed_at is not None
    history = [one for one in book.history if one.theme.code == "time"]
    assert [(one.theme.words, one.by) for one in history] == [
        ("Time and capacity", ""),
        ("Hours", "Ann"),
        ("Free hours", "Bo"),
    ]
    assert [one.code for one in book.offered] == list(VOCABULARIES["theme"]), "the order stays"


def test_a_later_netaudit_does_not_change_a_codebook_in_use(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_theme(ledger, Theme(code="pay", words="Pay"), by="Ann")
    before = read_codebook(ledger)
    monkeypatch.setattr(codebook, "starter", lambda: codebook.Codebook(history=()))
    assert read_codebook(ledger) == before


def test_a_new_theme_takes_the_code_that_an_export_would_use(ledger: Ledger) -> None:
    assert code_for("  Peer learning! ") == "peer_learning"
    change_theme(ledger, Theme(code=code_for("Peer learning"), words="Peer learning"), by="Ann")
    assert theme(ledger, "peer_learning") in read_codebook(ledger).offered


def test_a_retired_theme_is_no_longer_offered_and_can_come_back(ledger: Ledger) -> None:
    change_theme(ledger, replace(theme(ledger, "other"), is_retired=True), by="Ann", seen=1)
    assert "other" not in {one.code for one in read_codebook(ledger).offered}
    assert read_codebook(ledger).words("other") == "Other"
    first = next(one for one in read_codebook(ledger).history if one.theme.code == "other")
    change_theme(ledger, first.theme, by="Ann", seen=2)
    assert "other" in {one.code for one in read_codebook(ledger).offered}


def test_a_merged_theme_counts_as_the_last_of_the_chain_until_it_is_taken_back(
    ledger: Ledger,
) -> None:
    support = theme(ledger, "support")
    change_theme(ledger, replace(support, merged_into="trust"), by="Ann", seen=1)
    change_theme(ledger, replace(theme(ledger, "trust"), merged_into="other"), by="Ann", seen=1)
    book = read_codebook(ledger)
    assert book.merged == {"support": "other", "trust": "other"}
    assert {"support", "trust"}.isdisjoint(one.code for one in book.offered)
    change_theme(ledger, support, by="Ann", seen=2)
    assert read_codebook(ledger).merged == {"trust": "other"}


@pytest.mark.parametrize("into", ["trust", "support", "no_such_theme"])
def test_merging_needs_another_theme_in_use(any_ledger: Ledger, into: str) -> None:
    """Into itself, into one that was merged into it (a circle), into one that is not there."""
    change_theme(
        any_ledger, replace(theme(any_ledger, "support"), merged_into="trust"), by="Ann", seen=1
    )
    with pytest.raises(NetauditError, match="cannot be merged"):
        change_theme(
            any_ledger, replace(theme(any_ledger, "trust"), merged_into=into), by="Ann", seen=1
        )
    assert read_codebook(any_ledger).merged == {"support": "trust"}


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"words": " "}, "needs a name"),
        ({"words": "w" * 121}, "name is too long"),
        ({"weakness": "w" * 601}, "explanation is too long"),
        ({"words": "SUPPORT"}, "already"),
    ],
)
def test_a_theme_that_cannot_be_is_refused(
    any_ledger: Ledger, said: dict[str, str], complaint: str
) -> None:
    with pytest.raises(NetauditError, match=complaint):
        change_theme(any_ledger, replace(theme(any_ledger, "time"), **said), by="Ann", seen=1)  # type: ignore[arg-type]
    assert read_codebook(any_ledger).version == 1


def test_a_change_names_who_made_it(ledger: Ledger) -> None:
    with pytest.raises(NetauditError, match="needs a name"):
        change_theme(ledger, theme(ledger, "time"), by=" ", seen=1)


def test_of_two_who_change_one_theme_at_once_one_is_told(place: Place) -> None:
    def change(words: str) -> str:
        try:
            change_theme(place(), Theme(code="time", words=words), by=words, seen=1)
        except NetauditError as error:
            return error.message
        return "done"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(change, ["A", "B", "C", "D"]))
    assert outcomes.count("done") == 1
    assert sum("meanwhile" in said for said in outcomes) == 3
    assert read_codebook(place()).version == 2
