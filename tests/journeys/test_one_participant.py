"""Looking at one participant's network in a real browser."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.waiting import settled

ADDRESS = "/participants?participant=P-2026-08&cohort=2026&wave=baseline"


def said_beside(page: Page, words: str) -> Locator:
    """These words beside the drawing, where the chosen contact is told of."""
    return page.locator(".st-key-network-tools").get_by_text(words)


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
    expect(said_beside(page, f"Affiliation: {affiliation.capitalize()}")).to_be_visible()


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


def test_a_click_on_the_participant_does_no_harm(page: Page) -> None:
    page.goto(ADDRESS)
    settled(page)
    large = page.locator(".st-key-network-wide")
    large.locator("path[aria-label^='Contact 3 ']").click()
    settled(page)
    expect(said_beside(page, "Affiliation: ")).to_be_visible()
    large.locator("path[aria-label='The participant']").click(force=True)
    settled(page)
    expect(said_beside(page, "Affiliation: ")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_choosing_by_keyboard_keeps_the_focus(page: Page) -> None:
    page.goto(ADDRESS)
    settled(page)
    box = page.locator(".st-key-network-tools input")
    box.focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
        page.wait_for_timeout(200)
    settled(page)
    expect(said_beside(page, "Affiliation: ")).to_be_visible()
    expect(box).to_be_focused()


def test_the_drawings_give_the_browser_nothing_to_warn_of(page: Page) -> None:
    warnings: list[str] = []
    page.on("console", lambda message: message.type == "warning" and warnings.append(message.text))
    page.goto(ADDRESS)
    settled(page)
    expect(page.locator(".st-key-network-wide svg.marks")).to_be_visible()
    assert warnings == []
