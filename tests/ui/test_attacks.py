"""Ways in that were tried against the server and its pages, and stay shut."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from streamlit import config
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from netaudit.analysis.ask import ask as ask_the_database
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError, Problem, WorkspaceError
from netaudit.store import accounts, links
from netaudit.store.codebook import read_codebook
from netaudit.store.ledger import Ledger
from netaudit.store.themes import coders
from netaudit.store.workspace import Workspace
from netaudit.ui import opened
from netaudit.ui.intake import import_list
from netaudit.ui.markdown import md
from netaudit.ui.pages import PAGES
from netaudit.ui.server import app as server
from netaudit.ui.server import file_gate, hosts, loopback
from netaudit.ui.server.app import SCRIPT
from netaudit.ui.server.file_gate import FilesOfThoseWhoAreIn
from netaudit.ui.server.headers import StrictHeaders
from netaudit.ui.server.hosts import MISDIRECTED, OwnPagesOnly
from netaudit.ui.server.loopback import SAFE, require_safe_start
from netaudit.ui.sign_in import account_cookie, guesses, identity
from netaudit.ui.sign_in.account_cookie import NAME
from netaudit.ui.sign_in.identity import Principal
from netaudit.ui.sign_in.setup import SignInSetup
from netaudit.ui.without_paths import without_paths
from tests.ui.asgi import ask, says_hello
from tests.ui.signed_in import ADMIN, SETUP, TestClient, claims, client, link_of, set_up

ANN = "ann@example.org"
MINE = "P-2026-12"
SECRET = "of-the-tests-alone-0123456789abcdef"
HOST = {"Host": "127.0.0.1:8501"}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """A ledger of the test's own."""
    monkeypatch.setenv("NETAUDIT_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    return Ledger.of(tmp_path)


@pytest.fixture
def visit(
    ledger: Ledger, sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None
) -> Callable[..., AppTest]:
    """visit("coding"): Ann, where people sign in."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    monkeypatch.setattr(identity, "cookies", dict)
    set_up(monkeypatch)

    def come(name: str) -> AppTest:
        record = next(record for record in PAGES if record.name == name)
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        app.user = claims(ANN)
        app.switch_page(f"../../../{record.file.relative_to(record.file.parents[2])}")
        return app.run()

    return come


# The server


@pytest.mark.parametrize("host", ["evil.test", "evil.test:8501", "127.0.0.1.evil.test", "", "a@b"])
def test_under_another_name_the_server_says_nothing(host: str) -> None:
    start, body = ask(OwnPagesOnly(says_hello), headers={"Host": host})
    assert (start["status"], b"hello" in body["body"]) == (MISDIRECTED, False)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501"])
def test_under_its_own_name_it_answers(host: str) -> None:
    assert ask(OwnPagesOnly(says_hello), headers={"Host": host})[0]["status"] == 200


def test_without_names_of_its_own_it_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", {"server.allowedHosts": []}.get)
    assert ask(OwnPagesOnly(says_hello), headers=HOST)[0]["status"] == MISDIRECTED


@pytest.mark.parametrize(
    "origin", ["http://evil.test", "null", "http://127.0.0.1:9999", "http://127.0.0.1"]
)
def test_the_page_of_another_server_opens_no_websocket(origin: str) -> None:
    (closed,) = ask(OwnPagesOnly(says_hello), "websocket", headers={**HOST, "Origin": origin})
    assert (closed["type"], closed["code"]) == ("websocket.close", 1008)


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://127.0.0.1:8501"}])
def test_its_own_pages_open_one(headers: dict[str, str]) -> None:
    assert len(ask(OwnPagesOnly(says_hello), "websocket", headers={**HOST, **headers})) == 2


@pytest.mark.parametrize(
    ("origin", "host", "opens"),
    [
        ("https://audit.example.org", "audit.example.org", True),
        ("https://audit.example.org", "127.0.0.1:8501", True),  # a proxy that renames the host
        ("http://audit.example.org", "audit.example.org", False),
        ("http://127.0.0.1:8501", "127.0.0.1:8501", True),  # on the server itself
    ],
)
def test_behind_a_proxy_pages_of_the_address_people_open_are_its_own(
    origin: str, host: str, opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = SignInSetup(address="https://audit.example.org")
    monkeypatch.setattr(hosts, "sign_in_setup", lambda: setup)
    names = {"server.allowedHosts": ["audit.example.org", "127.0.0.1"]}
    monkeypatch.setattr(config, "get_option", names.get)
    asked = {"Host": host, "Origin": origin}
    assert (len(ask(OwnPagesOnly(says_hello), "websocket", headers=asked)) == 2) == opens


def test_what_streamlit_counts_is_told_to_nobody() -> None:
    app = TestClient(Starlette(middleware=server.MIDDLEWARE), base_url="http://127.0.0.1")
    assert {app.get(path).status_code for path in hosts.NOT_SERVED} == {404}


def test_the_way_to_a_first_page_never_leads_to_another_server() -> None:
    app = TestClient(Starlette(routes=server.ROUTES), follow_redirects=False)
    answer = app.get("/overview?cohort=2026", headers={"Host": "evil.test"})
    assert answer.headers["location"] == "/?cohort=2026"


def test_downloads_are_kept_by_no_browser_and_pages_share_no_window() -> None:
    app = TestClient(Starlette(middleware=server.MIDDLEWARE), base_url="http://127.0.0.1")
    answer = app.get("/media/anything.csv")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_refusals_have_the_strict_headers_too() -> None:
    start, _ = ask(StrictHeaders(OwnPagesOnly(says_hello)), headers={"Host": "evil.test"})
    assert b"content-security-policy" in dict(start["headers"])


@pytest.mark.parametrize("name", [*SAFE, "server.allowedHosts"])
def test_settings_that_open_more_end_the_program(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {**SAFE, "server.address": "127.0.0.1", "server.allowedHosts": ["localhost"]}
    monkeypatch.setattr(config, "get_option", {**own, name: None}.get)
    monkeypatch.setattr(loopback, "sign_in_setup", lambda: None)
    with pytest.raises(SystemExit, match=name):
        require_safe_start()


def test_somebody_who_guesses_holds_up_nobody_with_a_good_link(
    ledger: Ledger, visit: Callable[..., AppTest]
) -> None:
    browser = client()
    told = {browser.get(f"/enter/{n:043}").status_code for n in range(guesses.MOST + 1)}
    assert 429 in told
    assert browser.post(link_of(ledger, MINE)).status_code == 303


def sent_as(address: str | None, **other: object) -> dict[str, str]:
    """The header with Streamlit's cookie of an account that was signed here."""
    if address is None:
        return {}
    said = json.dumps(claims(address, **other))
    return {"Cookie": f"{NAME}={create_signed_value(SECRET, NAME, said).decode()}"}


@pytest.fixture
def gate(
    ledger: Ledger, sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None
) -> Callable[..., int]:
    """gate(path, headers): with which status files are sent or fetched."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    monkeypatch.setattr(account_cookie, "get_cookie_secret", lambda: SECRET)
    set_up(monkeypatch)
    monkeypatch.setattr(file_gate, "sign_in_setup", lambda: SETUP)
    app = FilesOfThoseWhoAreIn(says_hello)
    return lambda path, headers: ask(app, headers=headers, path=path)[0]["status"]


SEND, FETCH = f"{file_gate.SENT}session/file", f"{file_gate.MADE}hash.csv"


def test_files_are_for_those_who_are_in(gate: Callable[..., int], ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    for headers in ({}, {"Cookie": f"{NAME}=forged"}, sent_as(ANN, email_verified=False)):
        assert (gate(SEND, headers), gate(FETCH, headers)) == (403, 403)
    cookie = sent_as(ANN)
    assert (gate(SEND, cookie), gate(FETCH, cookie)) == (200, 200)
    accounts.end_sessions(ledger, ANN, ADMIN)
    assert (gate(SEND, cookie), gate(FETCH, cookie)) == (403, 403)


def test_files_come_from_the_team_alone(gate: Callable[..., int], ledger: Ledger) -> None:
    accounts.give(ledger, ANN, "participant", ADMIN, participant=MINE)
    assert (gate(SEND, sent_as(ANN)), gate(FETCH, sent_as(ANN))) == (403, 200)
    nobody_yet = sent_as("new@example.org")
    assert (gate(SEND, nobody_yet), gate(FETCH, nobody_yet)) == (403, 200)


def test_a_link_that_was_taken_back_fetches_nothing(
    gate: Callable[..., int], ledger: Ledger
) -> None:
    browser = client()
    browser.post(link_of(ledger, MINE))
    cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items())}
    assert (gate(SEND, cookie), gate(FETCH, cookie)) == (403, 200)
    links.take_back(ledger, [MINE], ADMIN)
    assert gate(FETCH, cookie) == 403


def test_the_local_user_uploads_without_signing_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_gate, "sign_in_setup", lambda: None)
    path = SEND
    assert ask(FilesOfThoseWhoAreIn(says_hello), path=path)[0]["status"] == 200


@pytest.mark.parametrize("begun", [float("nan"), 9e12, 4e9])
def test_a_session_that_begins_in_the_future_is_none(
    begun: float, ledger: Ledger, visit: Callable[..., AppTest]
) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    found = identity._by_account(claims(ANN, iat=begun))
    assert found == identity.Nobody(reason=identity.OVER)


# What messages say


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The workspace /srv/audit/workspace is gone.", "The workspace workspace is gone."),
        (r"C:\Users\ann\audit\a.duckdb: locked", "a.duckdb: locked"),
        ('Cannot open "/srv/audit/x.duckdb.tmp".', 'Cannot open "x.duckdb.tmp".'),
        ("The ledger postgresql+psycopg://ann@db.internal/audit cannot", "The ledger cannot"),
        ("The ledger sqlite:////srv/audit/ledger.sqlite cannot", "The ledger cannot"),
        ("Something like https://audit.example.org/a/b and/or", None),
    ],
)
def test_where_files_lie_is_not_told(said: str, told: str | None) -> None:
    assert without_paths(said) == (said if told is None else told)


def test_who_asks_whether_it_is_ready_learns_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        @property
        def fingerprint(self) -> str:
            raise WorkspaceError("The workspace /srv/secret/place is a file.", "Look at /srv/a/b.")

    monkeypatch.setattr(server, "workspace", Broken)
    answer = TestClient(Starlette(routes=server.ROUTES)).get("/api/ready")
    assert (answer.status_code, "/srv" in answer.text) == (503, False)


@pytest.mark.parametrize("sign", ["\u061c", "\u180e", "\u2028", "\u202e", "\ufff9", "\U000e0041"])
def test_signs_that_turn_or_hide_words_become_blanks(sign: str) -> None:
    assert md(f"a{sign}b") == "a b"


@pytest.mark.parametrize(
    "words", ["http://evil.test", "HTTPS://evil.test", "www.evil.test", "eve@evil.test"]
)
def test_nothing_that_somebody_wrote_becomes_a_link(words: str) -> None:
    safe = md(words)
    assert "\u2060" in safe
    assert safe.replace("\u2060", "").replace("\\", "") == words


# What is asked for after the right to it has gone


def test_rows_are_not_made_for_somebody_who_was_signed_out(
    ledger: Ledger, visit: Callable[..., AppTest]
) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    looking = Viewer(role="evaluator")
    session = str(float(claims(ANN)["iat"]) - 5)
    who = Principal(name=ANN, way="account", session=session, viewers=(looking,))
    noted: list[str] = []
    opened._if_still_theirs(who, looking, lambda: noted.append("taken"))
    accounts.end_sessions(ledger, ANN, ADMIN)
    with pytest.raises(NetauditError, match="not open to you any more"):
        opened._if_still_theirs(who, looking, lambda: noted.append("taken"))
    assert noted == ["taken"]


def test_a_session_that_is_too_old_makes_no_more_files(
    ledger: Ledger, visit: Callable[..., AppTest]
) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    looking = Viewer(role="evaluator")
    long_ago = str(float(claims(ANN)["iat"]) - 9 * 3600)
    who = Principal(name=ANN, way="account", session=long_ago, viewers=(looking,))
    assert not identity.still(who, looking)


def test_the_codebook_is_not_changed_by_somebody_whose_role_was_taken(
    ledger: Ledger, visit: Callable[..., AppTest]
) -> None:
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    page = visit("coding")
    (retire,) = [button for button in page.button if button.label == "Retire"]
    accounts.take(ledger, ANN, ADMIN)
    retire.click().run()
    assert read_codebook(ledger).version == 1


def test_nothing_is_coded_by_somebody_whose_role_was_taken(
    ledger: Ledger, visit: Callable[..., AppTest]
) -> None:
    accounts.give(ledger, ANN, "evaluator", ADMIN)
    page = visit("coding")
    (none,) = [button for button in page.button if button.label == "No theme fits"]
    accounts.take(ledger, ANN, ADMIN)
    none.click().run()
    assert coders(ledger) == ()


def test_somebody_of_one_cohort_cannot_load_the_sample_into_an_empty_workspace(
    ledger: Ledger,
    visit: Callable[..., AppTest],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(tmp_path / "workspace"))
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2026"])
    page = visit("overview")
    assert not [button for button in page.button if "sample" in button.label]
    accounts.give(ledger, ANN, "coordinator", ADMIN)
    page = visit("overview")
    (load,) = [button for button in page.button if "sample" in button.label]
    accounts.take(ledger, ANN, ADMIN)
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=["2026"])
    load.click().run()
    assert Workspace(tmp_path / "workspace").is_empty


def test_texts_come_in_an_order_that_no_id_can_be_tried_against(
    visit: Callable[..., AppTest], sample_workspace: Path
) -> None:
    rows = ask_the_database(
        Workspace(sample_workspace).database(),
        Viewer(role="evaluator"),
        "theme_texts",
        codings="[]",
        merged="{}",
        coder="Ann",
    )
    place = [hashlib.sha256(words.encode()).hexdigest() for words in rows["words"]]
    order = list(zip(~rows["is_shared"], place, strict=True))
    assert order == sorted(order)


@pytest.mark.parametrize("role", ["coordinator", "evaluator"])
def test_imports_about_other_cohorts_are_not_told_of_in_the_data_quality(
    role: accounts.GrantedRole,
    ledger: Ledger,
    visit: Callable[..., AppTest],
    sample_workspace: Path,
) -> None:
    accounts.give(ledger, ANN, role, ADMIN, cohorts=["2026"])
    page = visit("imports")
    page.query_params["part"] = "Data quality"
    page.session_state["part"] = "Data quality"
    page.run()
    said = [one.value for one in (*page.caption, *page.subheader)]
    assert any("1 import about other cohorts" in words for words in said)
    (record,) = Workspace(sample_workspace).imports()
    tables = [found.value for found in (*page.table, *page.dataframe)]
    assert tables
    assert not any(record.id in found.to_csv() for found in tables)


@pytest.mark.parametrize("cohorts", [["2026"], None])
def test_rows_that_were_left_out_are_told_to_those_in_every_cohort(
    cohorts: list[str] | None,
    ledger: Ledger,
    visit: Callable[..., AppTest],
    sample_workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (whole,) = Workspace(sample_workspace).imports()
    row = Problem(severity="error", file="audits.csv", message="Of P-2025-99.", hint="", row=2)
    record = replace(whole, left_out=(row,))
    monkeypatch.setattr(import_list, "imports_within", lambda *_: (record,))
    accounts.give(ledger, ANN, "coordinator", ADMIN, cohorts=cohorts)
    page = visit("imports")
    page.session_state["part"] = "Imports so far"
    page.session_state[f"details {record.id}"] = True
    page.session_state[f"list {record.id}-left-out"] = True
    page.run()
    words = [one.value for one in (*page.markdown, *page.caption)]
    assert any("left out, perhaps of other cohorts" in said for said in words) == bool(cohorts)
    listed = " ".join(found.value.to_csv() for found in page.dataframe) + " ".join(words)
    assert ("P-2025-99" in listed) == (cohorts is None)
