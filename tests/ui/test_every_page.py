"""The menu and the folders of pages agree, and each page opens."""

from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from netaudit.analysis.viewer import Role, Viewer
from netaudit.home import HOME
from netaudit.ui import chart, data
from netaudit.ui.markdown import md
from netaudit.ui.pages import FIRST_PAGES, PAGES, PageRecord, pages_of
from tests.ui.conftest import OpenPage

PROGRAMME = tuple(record for record in PAGES if record.is_for("coordinator"))
OWN = tuple(record for record in PAGES if record.is_for("participant"))
programme_pages = pytest.mark.parametrize("record", PROGRAMME, ids=lambda record: record.name)
own_pages = pytest.mark.parametrize("record", OWN, ids=lambda record: record.name)


@pytest.fixture(autouse=True)
def _checked_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here every chart is held against Vega-Lite's schema."""
    monkeypatch.setattr(chart, "CHECKED", True)


def test_the_menu_lists_every_page_there_is() -> None:
    there = {path for path in (HOME / "pages").glob("*/*.py") if path.name != "__init__.py"}
    assert there == {record.file for record in PAGES}


@pytest.mark.parametrize("role", get_args(Role))
def test_no_menu_has_a_page_further_down_that_lies_at_the_start(role: Role) -> None:
    """The server leads its name to the start, which is another page there."""
    assert not {record.name for record in pages_of(role)[1:]} & set(FIRST_PAGES)


def test_no_page_lies_where_streamlit_would_serve_it_without_the_router() -> None:
    assert [path.name for path in (HOME / "pages").glob("*.py")] == []


@programme_pages
def test_a_page_opens_on_the_sample_programme(record: PageRecord, open_page: OpenPage) -> None:
    page = open_page(record.name)
    assert not page.exception
    assert [title.value for title in page.title] == [md(record.title)]


@programme_pages
def test_a_page_opens_before_anything_was_imported(
    record: PageRecord, open_empty_page: OpenPage
) -> None:
    page = open_empty_page(record.name)
    assert not page.exception
    assert [title.value for title in page.title] == [md(record.title)]


@own_pages
@pytest.mark.parametrize("participant", ["P-2026-12", "P-2025-36", "P-2026-16", "P-2026-13"])
def test_an_own_page_opens(record: PageRecord, participant: str, open_own_page: OpenPage) -> None:
    """Three full waves; two contacts and gone after the baseline; nobody named; never answered."""
    page = open_own_page(record.name, participant)
    assert not page.exception
    assert [title.value for title in page.title] == [md(record.title)]


@pytest.mark.parametrize("record", PAGES, ids=lambda record: record.name)
def test_a_page_of_the_other_side_opens_the_first_own_one_instead(
    record: PageRecord, open_page: OpenPage, open_own_page: OpenPage
) -> None:
    if not record.is_for("participant"):
        page = open_own_page(record.name, "P-2026-12")
        assert [title.value for title in page.title] == ["My network"]
    if not record.is_for("coordinator"):
        page = open_page(record.name)
        assert [title.value for title in page.title] == ["Overview"]


@pytest.mark.parametrize("record", PAGES, ids=lambda record: record.name)
def test_a_page_run_without_the_router_guards_itself(
    record: PageRecord, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first line holds even where somebody gets past the menu."""
    lookers = (Viewer.local(), Viewer(role="participant", participant_id="P-2026-12"))
    other = next((one for one in lookers if not record.is_for(one.role)), None)
    if other is None:
        return
    monkeypatch.setattr(data, "viewer", lambda: other)
    page = AppTest.from_file(record.file, default_timeout=30).run()
    assert [error.value for error in page.error] == ["This page is not open to you."]
    shown = (page.metric, page.dataframe, page.table, page.get("vega_lite_chart"))
    assert not any(shown)
