"""Who is looking: accounts, personal links, the local user, and everybody who is none of them."""

import logging
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from netaudit.analysis.viewer import Role, Viewer
from netaudit.errors import NetauditError
from netaudit.store import access_log, accounts, links
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import LINK
from netaudit.store.workspace import Workspace
from netaudit.ui.intake import import_change
from netaudit.ui.pages import AUDIENCES, PAGES, PageRecord, pages_of
from netaudit.ui.server.app import SCRIPT
from netaudit.ui.sign_in import enter, guesses, identity, session_cookie
from netaudit.ui.sign_in import setup as sign_in_setup
from netaudit.ui.sign_in.enter import HideTokens
from netaudit.ui.sign_in.identity import Principal
from netaudit.ui.sign_in.setup import SignInSetup, read_setup
from tests.importers.exports import files_of
from tests.store.exports import FIRST, rows_of, write_export
from tests.ui.signed_in import ADMIN, SETUP, claims, client, link_of, set_up

ANN = "ann@example.org"
MINE = "P-2026-12"
AUTH = {
    "redirect_uri": "https://audit.example.org/oauth2callback",
    "cookie_secret": "x" * 40,
    "client_id": "netaudit",
    "client_secret": "secret",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}
Visit = Callable[..., AppTest]
every_page = pytest.mark.parametrize("record", PAGES, ids=lambda record: record.name)


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own, beside the sample programme's data."""
    monkeypatch.setenv("NETAUDIT_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    return Ledger.of(tmp_path)


@pytest.fixture
def visit(
    ledger: Ledger,
    sample_workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    _fresh_caches: None,
) -> Visit:
    """visit(user=claims(...)) or visit(cookies={...}): a visitor where people sign in."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    set_up(monkeypatch)

    def come(
        page: str = "",
        user: Mapping[str, object] | None = None,
        cookies: Mapping[str, str] | None = None,
        script: Path = SCRIPT,
        **address: str,
    ) -> AppTest:
        monkeypatch.setattr(identity, "cookies", lambda: dict(cookies or {}))
        app = AppTest.from_file(script, default_timeout=30)
        app.user = dict(user or {})
        for key, value in address.items():
            app.query_params[key] = value
        if page:
            record = next(record for record in PAGES if record.name == page)
            app.switch_page(f"../../../{record.file.relative_to(record.file.parents[2])}")
        return app.run()

    return come


def titles(page: AppTest) -> list[str]:
    assert not page.exception
    return [title.value.replace("\\", "") for title in page.title]


def shows_data(page: AppTest) -> bool:
    return bool(page.metric or page.dataframe or page.table or page.get("vega_lite_chart"))


def session_of(ledger: Ledger, participant: str = MINE) -> dict[str, str]:
    """The cookie of somebody who came by a link just now."""
    browser = client()
    assert browser.post(link_of(ledger, participant)).status_code == 303
    return dict(browser.cookies)


# Nobody, and accounts


def test_a_visitor_who_did_not_sign_in_is_asked_to(visit: Visit) -> None:
    page = visit()
    assert titles(page) == ["Network audits"]
    assert [button.label for button in page.button] == ["Sign in"]
    assert not shows_data(page)


@every_page
def test_no_address_shows_anything_before_signing_in(record: PageRecord, visit: Visit) -> None:
    page = visit(script=record.file)
    assert [error.value for error in page.error] == ["This page is not open to you."]
    assert not shows_data(page)


def test_what_the_session_remembers_makes_nobody_anybody(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AppTest.from_file(SCRIPT, default_timeout=30)
    for key, value in {
        "viewed as": "coordinator",
        identity.ACTING_AS: "administrator",
        "session belongs to": ("admin@example.org", "account", "1", None),
    }.items():
        app.session_state[key] = value
    app.query_params["role"] = "administrator"
    assert titles(app.run()) == ["Network audits"]


def test_an_account_opens_the_first_page_of_its_role(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2025"])
    page = visit(user=claims("Ann@Example.org"))
    assert titles(page) == ["Overview"]
    assert page.selectbox(key="cohort").options == ["Cohort 2025"]


def test_an_account_without_a_role_is_told_so(visit: Visit) -> None:
    page = visit(user=claims(ANN))
    assert titles(page) == ["No role yet"]
    assert not shows_data(page)


@pytest.mark.parametrize(
    "user",
    [
        claims(ANN, email_verified=False),
        claims(ANN, email_verified=None),
        claims(ANN, email_verified="no"),
        claims(""),
        claims("ann@\u0435xample.org"),  # a Cyrillic letter
        claims(ANN, is_logged_in=False),
        claims(ANN, iat=None),
        claims(ANN, iat="soon"),
        claims(ANN, iat=int(time.time()) - 8 * 3600 - 5),
    ],
)
def test_signing_in_that_does_not_count(
    user: Mapping[str, object], visit: Visit, ledger: Ledger
) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    page = visit(user=user)
    assert titles(page) == ["Network audits"]
    assert not shows_data(page)


def test_an_issuer_that_verifies_every_address_can_be_trusted(
    visit: Visit, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    trusted = frozenset({"https://id.example.org"})
    set_up(monkeypatch, SignInSetup(address=SETUP.address, trusted_issuers=trusted))
    assert titles(visit(user=claims(ANN, email_verified=None))) == ["Overview"]
    other = claims(ANN, email_verified=None, iss="https://id.example.org.evil.test")
    assert titles(visit(user=other)) == ["Network audits"]


def test_a_session_that_was_ended_is_over_at_the_next_click(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    page = visit(user=claims(ANN))
    assert titles(page) == ["Overview"]
    accounts.end_sessions(ledger, ANN, ADMIN)
    assert titles(page.run()) == ["Network audits"]
    assert not shows_data(page)


def test_a_role_that_was_taken_away_is_gone_at_the_next_click(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    page = visit(user=claims(ANN))
    accounts.take(ledger, ANN, ADMIN)
    assert titles(page.run()) == ["No role yet"]
    assert not shows_data(page)


def test_signing_out_ends_the_session_on_the_server_too(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    kept = claims(ANN)
    page = visit(user=kept)
    next(button for button in page.button if button.label == "Sign out").click().run()
    assert titles(visit(user=kept)) == ["Network audits"]


def test_somebody_with_two_roles_looks_in_one_at_a_time(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2026"])
    accounts.give(ledger, ANN, "administrator", ADMIN)
    page = visit(user=claims(ANN))
    assert titles(page) == ["Overview"]
    page.selectbox(key="cohort").select("2026").run()
    page.selectbox(key="choose role").select("administrator").run()
    assert titles(page) == ["Imports"]
    assert "chosen cohort" not in page.session_state


def test_a_role_that_was_not_given_cannot_be_chosen(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    page = visit(user=claims(ANN))
    page.session_state[identity.ACTING_AS] = "administrator"
    assert titles(page.run()) == ["Overview"]


def test_the_next_person_in_a_session_finds_nothing_of_the_one_before(
    visit: Visit, ledger: Ledger
) -> None:
    for email in (ANN, "bob@example.org"):
        accounts.give(ledger, email, "coordinator", ADMIN)
    page = visit(user=claims(ANN))
    page.session_state["left behind"] = "by Ann"
    page.run()
    assert page.session_state["left behind"] == "by Ann"
    page.user = claims("bob@example.org")
    page.run()
    assert "left behind" not in page.session_state


# Role by page


@pytest.mark.parametrize("role", AUDIENCES["everybody"])
@every_page
def test_a_role_opens_its_own_pages_and_no_other(
    role: str, record: PageRecord, visit: Visit, ledger: Ledger
) -> None:
    mine = {"participant": MINE} if role == "participant" else {}
    accounts.give(ledger, ANN, role, ADMIN, **mine)
    user = claims(ANN)
    by_router = visit(page=record.name, user=user)
    directly = visit(script=record.file, user=user)
    if role in AUDIENCES[record.audience]:
        assert titles(by_router) == [record.title]
        assert titles(directly) == [record.title]
    else:
        assert titles(by_router) == [pages_of(role)[0].title]
        assert [error.value for error in directly.error] == ["This page is not open to you."]
        assert not shows_data(directly)


# Imports, which may concern every cohort


def test_a_role_in_some_cohorts_brings_in_these_alone(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2025"])
    page = visit(page="imports", user=claims(ANN))
    files = [(name, content, "") for name, content in files_of(rows_of(FIRST), None).items()]
    page.file_uploader[0].set_value(files)
    page.run()
    assert not page.exception
    (told,) = [error.value.replace("\\", "") for error in page.error]
    assert (
        "may be about people of other cohorts too, and your role holds in cohort 2025 alone."
        in told
    )
    assert not [one for one in page.button if one.label.startswith("Import")]
    page.session_state["part"] = import_change.LIST
    page.run()
    assert not page.exception
    assert "Not listed: 1 import about other cohorts as well." in [c.value for c in page.caption]
    assert not [one for one in page.button if one.label == "Undo this import"]


def test_an_evaluator_in_some_cohorts_changes_no_import(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN, cohorts=["2025"])
    page = visit(page="imports", user=claims(ANN))
    assert not {import_change.DROP, import_change.LIST} & {tab.label for tab in page.tabs}


@pytest.mark.parametrize(("role", "in_every_cohort"), [("coordinator", True), ("evaluator", False)])
def test_what_concerns_every_cohort_is_not_for_a_role_in_some(
    role: Role, in_every_cohort: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Viewer(role=role, cohorts=("2025",))
    who = Principal(name=ANN, way="account", session="1", viewers=(theirs,))
    monkeypatch.setattr(identity, "principal", lambda: who)
    with pytest.raises(NetauditError, match="not open"):
        import_change.begin(
            "Undoing",
            lambda progress: None,
            import_change.LIST,
            in_every_cohort=in_every_cohort,
        )


@pytest.mark.parametrize("role", ["coordinator", "evaluator", "administrator"])
def test_rows_of_an_import_that_name_people_are_for_coordinators(
    role: str, visit: Visit, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = {**FIRST, "contacts": FIRST["contacts"].replace("label", "nickname")}
    workspace = Workspace(tmp_path / "workspace")
    (made,) = workspace.import_all([[write_export(tmp_path / "export", tables)]])
    assert made.record.problems
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(workspace.root))
    accounts.give(ledger, ANN, role, ADMIN)
    app = visit(page="imports", user=claims(ANN), part=import_change.LIST)
    app.session_state[f"details {made.record.id}"] = True
    page = app.run()
    assert not page.exception
    told = "**Warnings**" in [one.value for one in page.markdown]
    assert told == (role == "coordinator")


# Personal links


def test_a_link_asks_before_it_is_used(ledger: Ledger, visit: Visit) -> None:
    path, browser = link_of(ledger, MINE), client()
    for _ in range(3):
        asked = browser.get(path)
        assert asked.status_code == 200
        assert 'method="post"' in asked.text
        assert "set-cookie" not in asked.headers
    assert path.rsplit("/", 1)[-1] not in asked.text
    assert asked.headers["cache-control"] == "no-store"
    assert browser.post(path).status_code == 303


def test_a_link_opens_the_participants_own_pages(ledger: Ledger, visit: Visit) -> None:
    page = visit(cookies=session_of(ledger))
    assert titles(page) == ["My network"]
    assert MINE in " ".join(text.value for text in page.sidebar.text)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    ledger: Ledger, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, SignInSetup(address="https://audit.example.org"))
    cookie = client().post(link_of(ledger, MINE)).headers["set-cookie"]
    assert cookie.startswith("__Host-netaudit=")
    parts = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert {"httponly", "secure", "samesite=strict", "path=/", f"max-age={8 * 3600}"} <= parts


def test_a_used_link_opens_nothing_a_second_time(ledger: Ledger, visit: Visit) -> None:
    path = link_of(ledger, MINE)
    assert client().post(path).status_code == 303
    for again in (client().get(path), client().post(path)):
        assert again.status_code == 410
        assert "used already" in again.text
        assert "set-cookie" not in again.headers


def test_whoever_used_it_finds_the_way_back_by_the_same_link(ledger: Ledger, visit: Visit) -> None:
    path, browser = link_of(ledger, MINE), client()
    browser.post(path)
    assert browser.get(path).status_code == 303


def test_an_expired_link_says_what_to_do(ledger: Ledger, visit: Visit) -> None:
    path = link_of(ledger, MINE)
    with ledger.writing() as connection:
        connection.execute(update(LINK).values(expires_at=now() - timedelta(seconds=1)))
    for answer in (client().get(path), client().post(path)):
        assert answer.status_code == 410
        assert "Ask the coordinator" in answer.text


@pytest.mark.parametrize(
    "token", ["x", "a" * 43, "%2e%2e%2f%2e%2e", "a/b", "<script>alert(1)</script>"]
)
def test_a_link_that_is_none_shows_nothing_of_it(token: str, ledger: Ledger, visit: Visit) -> None:
    for answer in (client().get(f"/enter/{token}"), client().post(f"/enter/{token}")):
        assert answer.status_code == 404
        assert "alert" not in answer.text
        assert "set-cookie" not in answer.headers


def test_whoever_keeps_guessing_has_to_wait(ledger: Ledger, visit: Visit) -> None:
    browser = client()
    answers = [browser.get(f"/enter/{n:043}").status_code for n in range(guesses.MOST + 2)]
    assert answers == [404] * guesses.MOST + [429] * 2
    browser = client()
    assert browser.get(link_of(ledger, MINE)).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.test"},
        {"Origin": "http://127.0.0.1:9999"},
    ],
)
def test_another_site_cannot_send_the_form(
    headers: dict[str, str], ledger: Ledger, visit: Visit
) -> None:
    path = link_of(ledger, MINE)
    assert client().post(path, headers=headers).status_code == 403
    own = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
    assert client().post(path, headers=own).status_code == 303


def tampered(cookies: dict[str, str], change: Callable[[str], str]) -> dict[str, str]:
    return {name: change(value) for name, value in cookies.items()}


@pytest.mark.parametrize(
    "change",
    [
        # Not the last letter: some of its bits stand for nothing.
        lambda value: value[:-5] + ("A" if value[-5] != "A" else "B") + value[-4:],
        lambda value: URLSafeTimedSerializer("0" * 64, salt=session_cookie.SALT).dumps(1),
        lambda value: value.split(".")[0],
        lambda value: "",
        lambda value: "1",
        lambda value: value + ".x",
    ],
    ids=["signature", "other key", "unsigned", "empty", "number", "longer"],
)
def test_a_cookie_that_was_not_signed_here_is_nobody(
    change: Callable[[str], str], ledger: Ledger, visit: Visit
) -> None:
    page = visit(cookies=tampered(session_of(ledger), change))
    assert titles(page) == ["Network audits"]
    assert not shows_data(page)


def test_a_cookie_is_worthless_after_its_hours(
    ledger: Ledger, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, real = session_of(ledger), time.time
    monkeypatch.setattr(time, "time", lambda: real() + 8 * 3600 - 60)
    assert titles(visit(cookies=kept)) == ["My network"]
    monkeypatch.setattr(time, "time", lambda: real() + 8 * 3600 + 60)
    assert titles(visit(cookies=kept)) == ["Network audits"]


def test_a_cookie_is_worthless_after_signing_out(ledger: Ledger, visit: Visit) -> None:
    kept = session_of(ledger)
    page = visit(cookies=kept)
    next(button for button in page.button if button.label == "Sign out").click().run()
    assert titles(page) == ["Network audits"]
    assert titles(visit(cookies=kept)) == ["Network audits"]


def test_taking_a_link_back_ends_the_session_it_opened(ledger: Ledger, visit: Visit) -> None:
    page = visit(cookies=session_of(ledger))
    links.take_back(ledger, [MINE], ADMIN)
    assert titles(page.run()) == ["Network audits"]


def test_ending_everybodys_sessions_ends_those_by_link(ledger: Ledger, visit: Visit) -> None:
    page = visit(cookies=session_of(ledger))
    accounts.end_all_sessions(ledger, ADMIN)
    assert titles(page.run()) == ["Network audits"]


def test_a_participant_cannot_ask_for_another_by_the_address(ledger: Ledger, visit: Visit) -> None:
    page = visit(
        page="participants", cookies=session_of(ledger), participant="P-2026-24", cohort="2026"
    )
    assert titles(page) == ["My network"]
    said = " ".join(element.value for element in (*page.caption, *page.markdown, *page.subheader))
    assert "24" not in said.replace("24 ", "")


def test_a_local_user_is_asked_nothing(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(monkeypatch, None)
    assert titles(visit()) == ["Overview"]


def test_a_link_counts_on_ones_own_computer_too(
    ledger: Ledger, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, None)
    assert titles(visit(cookies=session_of(ledger))) == ["My network"]


# What is set up


def test_nothing_set_up_is_a_local_user() -> None:
    assert read_setup("", {}) is None


def test_a_provider_is_enough() -> None:
    setup = read_setup("", {"auth": AUTH})
    assert setup is not None
    assert setup.address == "https://audit.example.org"
    assert [provider.name for provider in setup.providers] == [None]


def test_several_providers_have_names() -> None:
    shared = {key: AUTH[key] for key in sign_in_setup.SHARED}
    one = {key: AUTH[key] for key in sign_in_setup.OF_PROVIDER}
    setup = read_setup("", {"auth": {**shared, "google": one, "work": one}})
    assert setup is not None
    assert [provider.words for provider in setup.providers] == [
        "Sign in with google",
        "Sign in with work",
    ]


def test_links_alone_need_an_address() -> None:
    setup = read_setup("https://audit.example.org/", {})
    assert setup == SignInSetup(address="https://audit.example.org")


@pytest.mark.parametrize("key", AUTH)
def test_half_a_provider_is_refused_by_name(key: str) -> None:
    with pytest.raises(NetauditError, match=f"auth.{key}"):
        read_setup("", {"auth": {name: AUTH[name] for name in AUTH if name != key}})


@pytest.mark.parametrize(
    ("address", "auth", "complaint"),
    [
        ("http://audit.example.org", None, "not encrypted"),
        ("audit.example.org", None, "not an address"),
        ("https://audit.example.org/some/where", None, "not an address"),
        ("ftp://audit.example.org", None, "not an address"),
        ("", {**AUTH, "cookie_secret": "short"}, "too short"),
        ("", {**AUTH, "redirect_uri": "https://audit.example.org/"}, "oauth2callback"),
        ("", {}, "half"),
    ],
)
def test_what_is_unsafe_is_refused(
    address: str, auth: Mapping[str, str] | None, complaint: str
) -> None:
    with pytest.raises(NetauditError, match=complaint):
        read_setup(address, {} if auth is None else {"auth": auth})


# Logs


def test_no_log_of_the_server_holds_a_token() -> None:
    token = "s3cret-Token_of-forty-three-letters-aaaaaaaa"
    record = logging.LogRecord(
        "uvicorn.access",
        logging.INFO,
        "",
        0,
        '%s - "%s %s HTTP/%s" %d',
        ("127.0.0.1:1", "GET", f"/enter/{token}?a=b", "1.1", 200),
        None,
    )
    assert HideTokens().filter(record)
    assert token not in record.getMessage()
    assert record.getMessage() == '127.0.0.1:1 - "GET /enter/… HTTP/1.1" 200'
    told = logging.LogRecord("x", logging.INFO, "", 0, f"GET /enter/{token} failed", (), None)
    HideTokens().filter(told)
    assert token not in told.getMessage()


def test_the_filter_is_in_force_once_the_server_is_loaded() -> None:
    assert enter.HideTokens in {type(one) for one in logging.getLogger("uvicorn.access").filters}


def test_opening_a_participant_is_noted_once_and_by_name(visit: Visit, ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    page = visit(page="participants", user=claims(ANN), participant=MINE, cohort="2026")
    page.run()
    opened = [entry for entry in access_log.entries(ledger) if entry.action == "opened"]
    assert [(one.who, one.role, one.cohort, one.participant_id) for one in opened] == [
        (ANN, "coordinator", "2026", MINE)
    ]


def test_the_log_names_a_participant_as_the_evaluator_saw_them(
    visit: Visit, ledger: Ledger, sample_workspace: Path
) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    listed = (
        Workspace(sample_workspace)
        .database()
        .query("SELECT participant_id FROM participants", pseudonymous=True)
    )
    code = listed["participant_id"][0]
    visit(page="participants", user=claims(ANN), participant=code)
    assert code in [entry.participant_id for entry in access_log.entries(ledger)]
    visit(page="participants", user=claims(ANN), participant=MINE)
    assert MINE not in [entry.participant_id for entry in access_log.entries(ledger)]
