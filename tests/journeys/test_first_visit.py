"""What somebody sees who opens the dashboard for the first time."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from netaudit.ui.pages import PAGES
from tests.journeys.waiting import settled

LOCAL_PAGES = [record for record in PAGES if record.is_for("coordinator")]


def test_every_page_opens_from_its_own_address(page: Page) -> None:
    for record in LOCAL_PAGES:
        page.goto(f"/{record.name}")
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(record.title)
        expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def test_an_address_opened_before_any_other_goes_through_the_router(
    empty_server: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(empty_server)
    page.goto("/patterns")
    settled(page)
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(LOCAL_PAGES))


def test_the_sample_programme_is_one_click_away(
    empty_server: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(empty_server)
    page.goto("/")
    page.get_by_role("button", name="Load the sample programme").click()
    expect(page.get_by_text("There are no audits here yet")).to_have_count(0, timeout=60_000)
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[0].title)


def test_a_page_fits_a_phone(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(server, width=390)
    page.goto("/")
    settled(page)
    beyond = "element => element.scrollWidth - element.clientWidth"
    assert page.get_by_test_id("stMain").evaluate(beyond) <= 0
