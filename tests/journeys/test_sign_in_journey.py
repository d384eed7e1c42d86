"""Signing in for real: a provider of its own, a server that asks for it, and a browser."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from netaudit.store import access_log, accounts, links
from netaudit.store.access_log import Actor
from netaudit.store.workspace import Workspace
from tests.journeys.conftest import free_port, serving
from tests.journeys.waiting import settled

ADMIN = Actor(name="admin@example.org", role="administrator")
ANN, EVE, NEW = "ann@example.org", "eve@example.org", "new@example.org"
MINE = "P-2026-12"
LOOKS_OF_PROVIDER = "https://cdn.jsdelivr.net/npm/@picocss/pico@2/css/pico.min.css"
"""What the provider's own pages ask for; the dashboard's ask nobody."""

SECRETS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "a-secret-of-the-tests-alone-0123456789abcdef"
client_id = "netaudit"
client_secret = "netaudit"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A server where people sign in, and what stands behind it."""

    address: str
    provider: str
    workspace: Workspace
    log: Path


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of an OpenID provider that knows three people, one of them unverified."""
    port = free_port()
    people = [
        {"sub": email, "email": email, "email_verified": email != EVE} for email in (ANN, EVE, NEW)
    ]
    told = [word for one in people for word in ("--user-claims", json.dumps(one))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *told]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration")
        yield address
    finally:
        running.terminate()
        running.wait(timeout=20)


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"{address} does not answer")


@pytest.fixture(scope="module")
def place(
    provider: str, sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Place]:
    """A dashboard of its own on the sample programme, set up for that provider."""
    folder = tmp_path_factory.mktemp("signed_in")
    workspace = Workspace(shutil.copytree(sample_workspace, folder / "workspace"))
    port = free_port()
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(
        SECRETS.format(address=f"http://localhost:{port}", provider=provider), encoding="utf-8"
    )
    for email in (ANN, EVE):
        accounts.give(workspace.ledger, email, "coordinator", ADMIN, cohorts=["2026"])
    with serving(workspace.root, folder, port, HOME=str(folder)):
        yield Place(
            address=f"http://localhost:{port}",
            provider=provider,
            workspace=workspace,
            log=folder / "server.log",
        )


@pytest.fixture
def visitor(browser: Browser, place: Place) -> Iterator[Callable[[], BrowserContext]]:
    """visitor(): a browser without any cookie, which asks no other server than these two."""
    made: list[tuple[BrowserContext, list[str]]] = []

    def come() -> BrowserContext:
        context, asked = browser.new_context(base_url=place.address), []
        context.route(LOOKS_OF_PROVIDER, lambda route: route.abort())
        context.on("request", lambda request: asked.append(request.url))
        made.append((context, asked))
        return context

    yield come
    for context, asked in made:
        context.close()
        own = (place.address, place.provider, LOOKS_OF_PROVIDER, "data:", "blob:")
        assert [url for url in asked if not url.startswith(own)] == []


def sign_in(page: Page, email: str) -> None:
    page.goto("/")
    settled(page)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name=email).click()
    page.wait_for_url("**/")
    settled(page)


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def new_link(place: Place, participant: str = MINE) -> str:
    tokens = links.issue(place.workspace.ledger, {participant: "2026"}, ADMIN)
    return f"/enter/{tokens[participant]}"


# A page further down comes first: nothing was opened yet since the server started.
@pytest.mark.parametrize("path", ["/participants", "/", "/access", "/my_network", "/nothing"])
def test_nobody_sees_anything_before_signing_in(
    path: str, visitor: Callable[[], BrowserContext]
) -> None:
    page = visitor().new_page()
    page.goto(f"{path}?participant={MINE}&cohort=2026")
    settled(page)
    heading(page, "Network audits")
    expect(page.get_by_test_id("stSidebar")).to_have_count(0)


def test_signing_in_opens_what_the_account_may_see_and_signing_out_ends_it(
    place: Place, visitor: Callable[[], BrowserContext]
) -> None:
    context = visitor()
    page = context.new_page()
    sign_in(page, ANN)
    heading(page, "Overview")
    expect(page.get_by_text(f"Signed in as {ANN}")).to_be_visible()
    kept = context.cookies()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{place.provider}/**")  # where the provider signs them out too
    page.goto("/")
    settled(page)
    heading(page, "Network audits")
    thief = visitor()
    thief.add_cookies(kept)
    replayed = thief.new_page()
    replayed.goto("/")
    settled(replayed)
    heading(replayed, "Network audits")
    expect(replayed.get_by_text("Your session is over")).to_be_visible()


def test_an_address_that_was_not_verified_is_refused(
    visitor: Callable[[], BrowserContext],
) -> None:
    page = visitor().new_page()
    sign_in(page, EVE)
    heading(page, "Network audits")
    expect(page.get_by_text("does not say that this e-mail address was verified")).to_be_visible()


def test_somebody_without_a_role_is_told_so(visitor: Callable[[], BrowserContext]) -> None:
    page = visitor().new_page()
    sign_in(page, NEW)
    heading(page, "No role yet")


def test_a_session_that_is_ended_elsewhere_ends_at_the_next_click(
    place: Place, visitor: Callable[[], BrowserContext]
) -> None:
    time.sleep(1.1)  # a provider tells the second in which somebody signed in
    page = visitor().new_page()
    sign_in(page, ANN)
    heading(page, "Overview")
    accounts.end_sessions(place.workspace.ledger, ANN, ADMIN)
    page.get_by_role("link", name="Composition").click()
    heading(page, "Network audits")
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)


def test_a_changed_cookie_is_nobody(visitor: Callable[[], BrowserContext]) -> None:
    time.sleep(1.1)
    context = visitor()
    sign_in(context.new_page(), ANN)
    forger = visitor()
    forger.add_cookies(
        [
            {**cookie, "value": cookie["value"][:-2] + "xx"}
            if cookie["name"] == "_streamlit_user"
            else cookie
            for cookie in context.cookies()
        ]
    )
    page = forger.new_page()
    page.goto("/")
    settled(page)
    heading(page, "Network audits")


def test_a_personal_link_opens_ones_own_pages_and_leaves_no_trace(
    place: Place, visitor: Callable[[], BrowserContext]
) -> None:
    path, context = new_link(place), visitor()
    referrers: list[str | None] = []
    context.on("request", lambda request: referrers.append(request.headers.get("referer")))
    page = context.new_page()
    asked = page.goto(path)
    assert asked is not None
    assert asked.headers["cache-control"] == "no-store"
    assert asked.headers["referrer-policy"] == "no-referrer"
    page.get_by_role("button", name="Open my pages").click()
    settled(page)
    heading(page, "My network")
    assert page.url.startswith(f"{place.address}/?wave=endpoint")
    (cookie,) = [one for one in context.cookies() if one["name"] == "netaudit"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/")
    assert 0 < cookie["expires"] - time.time() <= 8 * 3600
    assert "netaudit=" not in page.evaluate("document.cookie")
    token = path.rsplit("/", 1)[-1]
    assert not [one for one in referrers if one and token in one]
    assert token not in place.log.read_text()
    entered = access_log.entries(place.workspace.ledger)[0]
    assert (entered.action, entered.participant_id) == ("entered", MINE)


def test_a_personal_link_is_of_no_use_to_the_next_one(
    place: Place, visitor: Callable[[], BrowserContext]
) -> None:
    path = new_link(place)
    first = visitor().new_page()
    first.goto(path)
    first.get_by_role("button", name="Open my pages").click()
    settled(first)
    second = visitor().new_page()
    answer = second.goto(path)
    assert answer is not None
    assert answer.status == 410
    heading(second, "This link no longer works")


def test_leaving_ends_the_session_of_a_link_and_its_cookie(
    place: Place, visitor: Callable[[], BrowserContext]
) -> None:
    context = visitor()
    page = context.new_page()
    page.goto(new_link(place))
    page.get_by_role("button", name="Open my pages").click()
    settled(page)
    kept = context.cookies()
    page.get_by_role("button", name="Sign out").click()
    heading(page, "Network audits")
    thief = visitor()
    thief.add_cookies(kept)
    replayed = thief.new_page()
    replayed.goto("/")
    settled(replayed)
    heading(replayed, "Network audits")


def test_another_site_cannot_make_somebody_come_in_as_another(
    place: Place, visitor: Callable[[], BrowserContext]
) -> None:
    path, context = new_link(place), visitor()
    page = context.new_page()
    page.goto(place.provider)
    page.evaluate(
        "action => { const form = document.createElement('form'); form.method = 'post';"
        " form.action = action; document.body.append(form); form.submit(); }",
        f"{place.address}{path}",
    )
    heading(page, "That did not work")
    assert not [one for one in context.cookies() if one["name"] == "netaudit"]
    found = links.find(place.workspace.ledger, path.rsplit("/", 1)[-1])
    assert found is not None
    assert found.state == "open"
