"""Personal links: one session each, once, for some days; no token is kept."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from netaudit.store import access_log, access_settings, accounts, links
from netaudit.store.access_log import Actor
from netaudit.store.clock import now
from netaudit.store.ledger import FILE, Ledger
from netaudit.store.ledger_tables import LINK
from tests.store.conftest import Place

COORDINATOR = Actor(name="cora@example.org", role="coordinator")
COHORTS = {"P1": "2026", "P2": "2025"}


@pytest.fixture
def token(ledger: Ledger) -> str:
    return links.issue(ledger, {"P1": "2026"}, COORDINATOR)["P1"]


def state(ledger: Ledger, token: str) -> str | None:
    found = links.find(ledger, token)
    return found.state if found else None


def expire(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        connection.execute(update(LINK).values(expires_at=now() - timedelta(seconds=1)))


def test_a_link_opens_one_session_once(ledger: Ledger, token: str) -> None:
    assert state(ledger, token) == "open"
    session = links.use(ledger, token)
    assert session is not None
    assert links.participant_of(ledger, session) == "P1"
    assert links.use(ledger, token) is None
    assert state(ledger, token) == "used"


def test_looking_at_a_link_does_not_use_it_up(ledger: Ledger, token: str) -> None:
    for _ in range(3):
        state(ledger, token)
    assert links.use(ledger, token) is not None


def test_of_many_who_come_at_once_one_gets_in(ledger: Ledger, token: str, place: Place) -> None:
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: links.use(place(), token), range(16)))
    assert len([session for session in got if session is not None]) == 1


def test_an_expired_link_opens_nothing(ledger: Ledger, token: str) -> None:
    expire(ledger)
    assert state(ledger, token) == "expired"
    assert links.use(ledger, token) is None


def test_a_link_lasts_as_long_as_is_set(ledger: Ledger) -> None:
    access_settings.change(ledger, "link_days", 3, COORDINATOR)
    links.issue(ledger, {"P1": "2026"}, COORDINATOR)
    (made,) = links.listing(ledger, ["P1"])
    assert made.expires_at - made.made_at == pytest.approx(
        timedelta(days=3), abs=timedelta(seconds=5)
    )


def test_a_newer_link_replaces_an_unused_one_and_leaves_the_session(ledger: Ledger) -> None:
    used, unused, newest = (
        links.issue(ledger, {"P1": "2026"}, COORDINATOR)["P1"] for _ in range(3)
    )
    assert state(ledger, used) == "taken_back"
    assert state(ledger, unused) == "taken_back"
    session = links.use(ledger, newest)
    links.issue(ledger, {"P1": "2026"}, COORDINATOR)
    assert session is not None
    assert links.participant_of(ledger, session) == "P1"


def test_taking_back_ends_links_and_sessions_of_that_participant_alone(ledger: Ledger) -> None:
    tokens = links.issue(ledger, COHORTS, COORDINATOR)
    session = links.use(ledger, tokens["P1"])
    links.issue(ledger, {"P1": "2026"}, COORDINATOR)
    assert links.take_back(ledger, ["P1"], COORDINATOR) == 1
    assert session is not None
    assert links.participant_of(ledger, session) is None
    assert state(ledger, tokens["P2"]) == "open"
    assert links.take_back(ledger, ["P1"], COORDINATOR) == 0


def test_a_session_that_was_left_is_over(ledger: Ledger, token: str) -> None:
    session = links.use(ledger, token)
    assert session is not None
    links.leave(ledger, session)
    assert links.participant_of(ledger, session) is None
    assert state(ledger, token) == "used"


def test_a_session_ends_with_its_hours(ledger: Ledger, token: str) -> None:
    session = links.use(ledger, token)
    assert session is not None
    with ledger.writing() as connection:
        connection.execute(update(LINK).values(used_at=now() - timedelta(hours=7, minutes=59)))
    assert links.participant_of(ledger, session) == "P1"
    access_settings.change(ledger, "session_hours", 7, COORDINATOR)
    assert links.participant_of(ledger, session) is None


def test_ending_everybodys_sessions_leaves_unused_links(ledger: Ledger) -> None:
    tokens = links.issue(ledger, COHORTS, COORDINATOR)
    session = links.use(ledger, tokens["P1"])
    accounts.end_all_sessions(ledger, COORDINATOR)
    assert session is not None
    assert links.participant_of(ledger, session) is None
    assert state(ledger, tokens["P2"]) == "open"


@pytest.mark.parametrize(
    "guess",
    ["", "x", "a" * 43, "a" * 44, "../../etc/passwd", "' OR 1=1 --", "ä" * 43, "a" * 10_000],
)
def test_a_guess_is_no_link(any_ledger: Ledger, guess: str) -> None:
    assert links.find(any_ledger, guess) is None
    assert links.use(any_ledger, guess) is None


def test_a_number_without_a_used_link_is_no_session(ledger: Ledger, token: str) -> None:
    (unused,) = links.listing(ledger, ["P1"])
    assert links.participant_of(ledger, unused.number) is None
    assert links.participant_of(ledger, 999) is None


def test_no_file_of_the_ledger_holds_a_token(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)
    token = links.issue(ledger, {"P1": "2026"}, COORDINATOR)["P1"]
    links.use(ledger, token)
    written = b"".join(path.read_bytes() for path in tmp_path.glob(f"{FILE}*"))
    assert written
    assert token.encode() not in written


def test_the_log_names_who_made_a_link_and_who_came_by_it(ledger: Ledger, token: str) -> None:
    links.use(ledger, token)
    told = [
        (entry.who, entry.action, entry.cohort, entry.participant_id)
        for entry in access_log.entries(ledger)
    ]
    assert told == [
        ("P1", "entered", "2026", "P1"),
        (COORDINATOR.name, "linked", "2026", "P1"),
    ]


def test_the_link_to_send_is_under_the_servers_address() -> None:
    assert links.web_address("https://audit.example.org/", "abc") == (
        "https://audit.example.org/enter/abc"
    )
