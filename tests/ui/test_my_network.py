"""My network as each of four participants sees it (see tests/own_pages_export.py)."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.own_pages_export import own_pages_export
from tests.stored import stored
from tests.ui.conftest import open_as

SECTIONS = [
    "Who is on my list",
    "What it is made of",
    "Breadth, connectivity, dynamism",
    "Four patterns",
    "The second list",
    "What they could offer",
    "How I see them",
    "From wave to wave",
    "The figures side by side",
]


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the four participants."""
    folder = tmp_path_factory.mktemp("four")
    stored(folder / "workspace", own_pages_export(folder))
    return folder / "workspace"


@pytest.fixture
def opened(four: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None):
    """opened("N10", wave="baseline"): the page of one of them."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(four))

    def page(participant: str, **address: str) -> AppTest:
        return open_as("my_network", participant, **address)

    return page


def said(app: AppTest) -> str:
    """Everything the page says in words."""
    assert not app.exception
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.info]
    tables = [table.value.to_csv() for table in app.table]
    return " ".join([*(part.value for part in parts), *tables]).replace("\\", "")


def headers(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


def test_ten_contacts_over_three_waves_fill_every_section(opened):
    app = opened("N10")
    words = said(app)
    assert headers(app) == SECTIONS
    assert len(app.get("vega_lite_chart")) == 6
    for part in (
        "10 contacts, 6 of them internal; 13 of the 45 pairs know each other",
        "You named 10 contacts",
        "You are the link for",
        "No pattern on watch at endpoint",
        "2 of them known to nobody in the core",
        "more could be drawn on for 2 of them",
        "15 Lou**: Market insight",
        "Knowledge goes both ways with 6 of 10 contacts",
        "●●●○",
        "14 contacts over 3 waves, 6 of them on every list",
        "Since baseline: 6 kept, 4 new, 4 no longer listed",
        "No longer listed**: 3 Cleo, 5 Eve, 9 Ines, 10 Jon",
        "Internal: 8 of 10 at baseline, 6 of 10 at endpoint, 20 points less",
        "−23.3",
        "have been forgotten",
        "fewer than 20 participants",
    ):
        assert part in words
    assert "participant's" not in words


def test_patterns_bring_both_cautions_and_a_question(opened):
    words = said(opened("N10", wave="baseline"))
    assert "Too much of it: News goes round quickly" in words
    assert "Too little: When nobody knows anybody" in words
    assert "Where could I hear something that nobody around me has heard yet?" in words
    assert "1 contact or 2 pairs different could change it; that is close" in words


def test_what_is_the_same_of_every_pattern_is_said_once(opened):
    words = said(opened("N02"))
    assert words.count("2 contacts are listed, and at least 5 are needed.") == 1
    assert words.count("You have not rated this one.") == 1


def test_one_part_is_on_the_screen_and_the_others_wait_for_paper(opened):
    app = opened("N10", network_part="patterns")
    chosen = app.segmented_control(key="network_part")
    assert chosen.value == "patterns"
    assert chosen.options == ["My list", "In figures", "Patterns", "What they offer", "Over time"]
    assert hidden(app) == {"list", "figures", "offers", "waves"}
    chosen.select("waves").run()
    assert app.query_params["network_part"] == "waves"
    assert hidden(app) == {"list", "figures", "patterns", "offers"}


def hidden(app: AppTest) -> set[str]:
    """The parts that a style keeps off the screen."""
    styles = " ".join(element.proto.body for element in app.get("html"))
    return set(re.findall(r"> \.st-key-network_part-(\w+)\) \{\s*height: 0", styles))


def test_many_columns_are_told_in_lines_on_a_telephone(opened):
    words = said(opened("N10"))
    assert "**15 Lou**  \nAffiliation: " in words


def test_another_earlier_wave_can_be_compared_with(opened):
    app = opened("N10")
    app.segmented_control(key="since").select("midpoint").run()
    assert "Since midpoint: 8 kept, 2 new, 2 no longer listed" in said(app)


def test_first_wave_has_no_change_to_tell(opened):
    words = said(opened("N10", wave="baseline"))
    assert "14 contacts over 3 waves" in words
    assert "Since" not in words


def test_two_contacts_are_told_in_counts_and_what_more_would_show(opened):
    app = opened("N02")
    words = said(app)
    assert "2 contacts, 2 of them internal; who knows whom was not asked" in words
    assert "Not enough information for any pattern at midpoint" in words
    assert "2 contacts are listed, and at least 5 are needed" in words
    assert "Since baseline: 1 kept, 1 new, 1 no longer listed" in words
    assert "Counts only" in words
    assert "the circles you move in, and where you are the link" in words
    assert "How I see them" not in headers(app)


def test_nobody_named_is_an_answer_with_a_next_step(opened):
    app = opened("N00")
    words = said(app)
    assert headers(app) == ["Who is on my list", "Four patterns"]
    assert "You said that there was nobody to name." in words
    assert "That is an answer, and it can change." in words
    assert "The next audit asks again." in words
    assert "Watch, by your own rating" in words
    assert not app.get("vega_lite_chart")


def test_who_left_after_the_baseline_reads_one_list_without_reproach(opened):
    app = opened("NLEFT")
    words = said(app)
    assert "6 contacts, 4 of them internal" in words
    assert "There is one list" in words
    assert not [word for word in ("withdr", "dropped", "missed", "Since") if word in words]


def test_ways_lead_on_to_mentors_and_plan(opened):
    for who in ("N10", "N00"):
        labels = [link.proto.label for link in opened(who).get("page_link")]
        assert labels == ["My mentors", "My plan", "Print or keep all of it"]


def test_a_wave_without_an_answer_says_so_and_offers_the_others(open_own_page):
    app = open_own_page("my_network", "P-2025-12", wave="midpoint")
    words = said(app)
    assert headers(app) == ["Who is on my list"]
    assert "There is no answer of yours at this wave." in words
    assert "Choose another wave above to see one: Baseline, Endpoint." in words
