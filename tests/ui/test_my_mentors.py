"""My mentors as participants in each state see it (see tests/own_pages_export.py)."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.own_pages_export import own_pages_export
from tests.stored import stored
from tests.ui.conftest import open_as

WITH_MENTORS = [
    "My portfolio",
    "What they help with",
    "Giving and receiving",
    "The kind of circle",
    "Where you might look",
    "Before you approach somebody",
]
KIND = "The kind of circle"
WITHOUT = [
    "My portfolio",
    "What mentoring can be",
    "Where you might begin",
    "Before you approach somebody",
]
SCOLDING = ("should", "must", "fail", "lack")


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the four participants."""
    folder = tmp_path_factory.mktemp("four")
    stored(folder / "workspace", own_pages_export(folder))
    return folder / "workspace"


@pytest.fixture(scope="module")
def not_asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, and nobody was asked about mentoring."""
    folder = tmp_path_factory.mktemp("not-asked")
    export = own_pages_export(folder)
    (export / "mentoring.csv").unlink()
    stored(folder / "workspace", export)
    return folder / "workspace"


@pytest.fixture
def opened(four: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None):
    """opened("N10", wave="baseline"): the page of one of them."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(four))

    def page(participant: str, **address: str) -> AppTest:
        return open_as("my_mentors", participant, **address)

    return page


def said(app: AppTest) -> str:
    """Everything the page says in words."""
    assert not app.exception
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.info]
    tables = [table.value.to_csv() for table in app.table]
    return " ".join([*(part.value for part in parts), *tables]).replace("\\", "")


def headers(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def test_rich_portfolio_over_three_waves(opened):
    app = opened("N10")
    words = said(app)
    assert headers(app) == [*WITH_MENTORS, "From wave to wave"]
    assert len(app.get("vega_lite_chart")) == 1
    for part in (
        "4 mentors and 1 mentee at endpoint",
        "At the most 5 at one time; two or more during 13 of 31 months",
        "a small group",
        "Contact 15 Lou; professional body; less close",
        "Helped by 5 Developmental (contact 15 Lou)",
        "One relationship goes both ways",
        "could be: opportunistic, receptive",
        "Nothing is missing of what is looked at here",
        "You have answered 4 of four questions",
        "A new role with a budget.",
        "Ended: Ada changed jobs",
    ):
        assert part in words
    assert "participant's" not in words


def test_gaps_come_with_people_to_ask_places_and_ways(opened):
    words = said(opened("N10", wave="baseline"))
    for part in (
        "Nobody for the whom",
        "Everybody is from your own organisation",
        "Contact 12 (Pia)",
        "knows your mentor 1 Ada, whom you could ask first",
        "Professional body",
        "Nobody has to be asked at once",
        "Would you put us in touch?",
    ):
        assert part in words


def test_asked_and_none_is_told_kindly_with_a_beginning(opened):
    for participant in ("N00", "N02"):
        app = opened(participant)
        words = said(app)
        assert headers(app) == WITHOUT
        assert "No mentoring relationship was told of at" in words
        assert "Many people have none for a time" in words
        assert "Reciprocal" in words
        assert not app.get("vega_lite_chart")


@pytest.mark.usefixtures("_fresh_caches")
def test_not_asked_is_told_apart_from_none(not_asked: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(not_asked))
    app = open_as("my_mentors", "N10")
    words = said(app)
    assert headers(app) == WITHOUT
    assert "Mentoring was not asked at endpoint" in words
    assert "was told of" not in words


def test_somebody_who_left_after_the_baseline_keeps_the_page(opened):
    app = opened("NLEFT")
    words = said(app)
    assert headers(app) == WITH_MENTORS
    assert "1 Type not known" in words
    assert "open is not a no" in words
    assert "What these types of mentoring are" in [box.label for box in app.expander]


@pytest.mark.parametrize("participant", ["N10", "N00", "N02", "NLEFT"])
def test_nobody_is_told_off(opened, participant):
    words = said(opened(participant)).lower().split()
    assert not {word.strip(".,;:") for word in words} & set(SCOLDING)


def test_somebody_who_only_gives_is_told_of_three_things_that_could_be_helped_with(open_own_page):
    app = open_own_page("my_mentors", "P-2026-12")
    words = said(app)
    assert "No mentor and 2 mentees at endpoint" in words
    assert "Three things that somebody could help with" in words
    assert words.count("Nobody mentors you at present") == 1
    assert "Nobody as yet" not in words
    assert KIND not in headers(app)


def test_a_relationship_without_dates_is_told_and_not_drawn(opened):
    app = opened("NLEFT")
    assert "When: Start not known" in said(app)
    assert not app.get("vega_lite_chart")
