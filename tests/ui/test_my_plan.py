"""My plan in every state: three full waves, next to nothing, nobody named, left after baseline."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.definitions.guidance import guidance
from tests.own_pages_export import own_pages_export
from tests.stored import stored
from tests.ui.conftest import open_as

TOPICS = [
    "Actions",
    "Purposes to develop",
    "Actions and patterns",
    "Activities",
    "Strengths and weaknesses",
    "Questions for reflection",
    "Passing on what you know",
    "Take this with you",
    "To print and keep",
    "To be erased",
]


@pytest.fixture
def open_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None):
    """open_plan("N10"): the page as that person sees it."""
    stored(tmp_path / "workspace", own_pages_export(tmp_path))
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(tmp_path / "workspace"))
    return lambda participant: open_as("my_plan", participant)


def said(app: AppTest) -> str:
    """Everything the page says in words, escapes left out."""
    assert not app.exception
    parts = [*app.header, *app.markdown, *app.caption, *app.info]
    tables = [table.value.to_csv() for table in app.table]
    return " ".join([*(part.value for part in parts), *tables]).replace("\\", "")


@pytest.mark.parametrize("participant", ["N10", "N02", "N00", "NLEFT"])
def test_every_part_is_there_in_every_state(open_plan, participant: str):
    app = open_plan(participant)
    assert not app.exception
    assert [header.value for header in app.header] == TOPICS
    words = said(app)
    for prompt in guidance("network_awareness").values():
        assert prompt["asks"] in words
    drawn = " ".join(element.proto.body for element in app.get("html"))
    for prompt in guidance("take_along").values():
        assert prompt["asks"].split("?")[0] in drawn


def test_a_full_plan_shows_what_was_done_and_what_comes_first(open_plan):
    words = said(open_plan("N10"))
    for part in (
        "**Your first step:** Call Jon",
        "“Several circles that do not all know each other.”",
        "Variety · your list: 7 functions among 10 contacts",
        "You have 5 activities under way or done, of 7 considered",
        "You have done 3 of 6 actions",
        "Done: you made these happen",
        "Planned at baseline, in progress at midpoint, done at endpoint",
        "Was due 1 October 2026, still open",
        "Let go",
        "Midpoint: “The circle has a door now.”",
        "You organise 1 format",
    ):
        assert part in words
    assert "overdue" not in words


def test_earlier_strengths_can_be_opened(open_plan):
    labels = [expander.label for expander in open_plan("N10").expander]
    assert labels == ["What you wrote at midpoint", "What you wrote at baseline"]


def test_without_records_the_page_offers_and_does_not_scold(open_plan):
    app = open_plan("N02")
    words = said(app)
    for part in (
        "No strengths or weaknesses are recorded for you yet",
        "None of the seven activities is recorded for you yet",
        "No actions are recorded",
        "One small step with a date is a plan already.",
        "Seven questions to take along: there is no hurry, and no order",
        *(text["first_step"] for text in guidance("activity").values()),
        *(text["asks"] for text in guidance("reflection_question").values()),
        *(text["first_step"] for text in guidance("exchange_format").values()),
    ):
        assert part in words
    assert "Your first step" not in words
    assert not [word for word in ("overdue", "fail", "should", "must") if word in words.lower()]


def test_who_named_nobody_has_a_first_step_and_no_counts(open_plan):
    words = said(open_plan("N00"))
    assert "**Your first step:** Go to one meeting near me and stay for the coffee" in words
    assert "Once contacts are listed with what they are for" in words
    assert "You have answered 1 of 7 questions" in words


def test_who_left_is_not_reminded_of_a_date(open_plan):
    words = said(open_plan("NLEFT"))
    assert "Was due 15 March 2026" in words
    assert not [part for part in (", still open", "has passed", "overdue") if part in words]
    assert "The pattern on watch at baseline has no action yet" in words


def test_words_of_the_participant_are_not_read_as_markup(
    open_plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    export = own_pages_export_with(tmp_path, "[here](http://x.example) **loud** :red[x]")
    stored(tmp_path / "marked", export)
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(tmp_path / "marked"))
    app = open_plan("N10")
    assert not app.exception
    card = next(part.value for part in app.markdown if "loud" in part.value)
    assert "\\[here\\]\\(http" in card
    assert "\\*\\*loud\\*\\*" in card


def own_pages_export_with(folder: Path, words: str) -> Path:
    """The export with other words for one of N10's actions."""
    (folder / "again").mkdir()
    export = own_pages_export(folder / "again")
    actions = export / "actions.csv"
    actions.write_text(actions.read_text("utf-8").replace("Call Jon", words), "utf-8")
    return export
