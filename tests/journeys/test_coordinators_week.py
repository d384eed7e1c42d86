"""From "how is my cohort" to the people to talk to this week, in a real browser."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.waiting import settled

MOST_CLICKS = 10


def test_from_the_overview_to_eight_people_with_a_reason_each_and_back(page: Page) -> None:
    clicks = []

    def click(on: Locator, then: Locator) -> None:
        on.click()
        expect(then).to_be_visible(timeout=20_000)
        settled(page)
        clicks.append(on)

    page.goto("/")
    settled(page)
    to_the_list = page.get_by_role("link", name="Whom to talk to this week")
    going = page.get_by_text("How it is going")
    click(going, page.get_by_text("What is due"))
    headline = page.get_by_role("heading", name="8 people to talk to this week")
    click(to_the_list, headline)
    people = page.locator("[class*='st-key-person-']")
    expect(people).to_have_count(8)
    assert all(people.nth(number).get_by_role("listitem").count() for number in range(8))
    click(people.first.get_by_role("link"), page.get_by_text("1 of 8 people in the list"))
    expect(page.get_by_role("heading", name="Follow-up", exact=True)).to_be_visible()
    click(page.get_by_role("link", name="Back to Follow-up"), headline)
    assert len(clicks) <= MOST_CLICKS
