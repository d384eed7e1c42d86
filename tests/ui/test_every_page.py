"""The menu and the folders of pages agree, and each page opens."""

import pytest

from netaudit.ui.pages import PAGES, ROOT, PageRecord
from tests.ui.conftest import OpenPage

by_name = pytest.mark.parametrize("record", PAGES, ids=lambda record: record.name)


def test_the_menu_lists_every_page_there_is() -> None:
    there = {path for path in (ROOT / "pages").glob("*/*.py") if path.name != "__init__.py"}
    assert there == {record.file for record in PAGES}


def test_no_page_lies_where_streamlit_would_serve_it_without_the_router() -> None:
    assert [path.name for path in (ROOT / "pages").glob("*.py")] == []


@by_name
def test_a_page_opens_on_the_sample_programme(record: PageRecord, open_page: OpenPage) -> None:
    page = open_page(record.name)
    assert not page.exception
    assert [title.value for title in page.title] == [record.title]


@by_name
def test_a_page_opens_before_anything_was_imported(
    record: PageRecord, open_empty_page: OpenPage
) -> None:
    page = open_empty_page(record.name)
    assert not page.exception
    assert [title.value for title in page.title] == [record.title]
