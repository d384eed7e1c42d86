"""Looking at one participant's network in a real browser."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.waiting import settled

ADDRESS = "/participants?participant=P-2026-08&cohort=2026&wave=baseline"


def test_a_click_in_the_drawing_says_what_is_known_of_the_contact(page: Page) -> None:
    page.goto(ADDRESS)
    settled(page)
    large = page.locator(".st-key-network-wide")
    expect(large).to_be_visible()
    expect(page.locator(".st-key-network-narrow")).to_be_hidden()
    contact = large.locator("path[aria-label^='Contact 3 ']")
    _, affiliation, *_ = str(contact.get_attribute("aria-label")).split(" · ")
    contact.click()
    settled(page)
    expect(page.get_by_text(f"Affiliation: {affiliation.capitalize()}")).to_be_visible()


def test_the_drawing_is_round_and_fits_a_phone(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(server, width=390)
    page.goto(ADDRESS)
    settled(page)
    small = page.locator(".st-key-network-narrow")
    expect(small).to_be_visible()
    expect(page.locator(".st-key-network-wide")).to_be_hidden()
    ring = small.locator("g.mark-symbol path").first.bounding_box()
    assert ring is not None
    assert abs(ring["width"] - ring["height"]) < 1
    assert ring["x"] >= 0
    assert ring["x"] + ring["width"] <= 390
