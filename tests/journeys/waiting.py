"""When a page has finished."""

from playwright.sync_api import Page, expect


def settled(page: Page) -> Page:
    """The page once its script has ended and everything is drawn."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    return page
