"""From "how is my cohort" to the people to talk to this week, in a real browser."""

from playwright.sync_api import Page, expect

from tests.journeys.waiting import settled


def test_two_clicks_lead_from_the_cohort_to_eight_people_with_a_reason_each(page: Page) -> None:
    page.goto("/")
    settled(page)
    page.get_by_text("How it is going").click()
    to_the_list = page.get_by_role("link", name="Whom to talk to this week")
    expect(page.get_by_text("What is due")).to_be_visible(timeout=20_000)
    settled(page)
    to_the_list.click()
    headline = page.get_by_role("heading", name="8 people to talk to this week")
    expect(headline).to_be_visible(timeout=20_000)
    settled(page)
    people = page.locator("[class*='st-key-person-']")
    expect(people).to_have_count(8)
    assert all(people.nth(number).get_by_role("listitem").count() for number in range(8))
    first = people.first.get_by_role("link")
    assert "list=follow_up" in str(first.get_attribute("href"))
