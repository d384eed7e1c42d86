"""Visitors of a dashboard where people sign in, without a browser."""

import time
import warnings
from typing import Any

import pytest
from starlette.applications import Starlette

from netaudit.store import links
from netaudit.store.access_log import Actor
from netaudit.store.ledger import Ledger
from netaudit.ui.server import loopback
from netaudit.ui.sign_in import enter, identity, session_cookie, visitors
from netaudit.ui.sign_in import setup as sign_in_setup
from netaudit.ui.sign_in.setup import Provider, SignInSetup

with warnings.catch_warnings():
    # It would rather have a library that nothing else here needs.
    warnings.filterwarnings("ignore", message="Using `httpx` with `starlette.testclient`")
    from starlette.testclient import TestClient

ADMIN = Actor(name="admin@example.org", role="administrator")
SETUP = SignInSetup(
    address="http://127.0.0.1:8501", providers=(Provider(name=None, words="Sign in"),)
)


def set_up(monkeypatch: pytest.MonkeyPatch, setup: SignInSetup | None = SETUP) -> None:
    """From now on people sign in."""
    for module in (identity, loopback, session_cookie, visitors, sign_in_setup):
        monkeypatch.setattr(module, "sign_in_setup", lambda: setup)


def claims(email: str, **other: Any) -> dict[str, Any]:
    """What a provider says of somebody who has just signed in."""
    return {
        "is_logged_in": True,
        "iss": "https://id.example.org",
        "email": email,
        "email_verified": True,
        "iat": int(time.time()),
        **other,
    }


def client() -> TestClient:
    """The route of personal links, with the cookies of one browser."""
    enter._guesses._made.clear()
    return TestClient(
        Starlette(routes=[enter.ROUTE]), base_url="http://127.0.0.1", follow_redirects=False
    )


def link_of(ledger: Ledger, participant: str, cohort: str = "2026") -> str:
    """The path of a new link."""
    return f"/enter/{links.issue(ledger, {participant: cohort}, ADMIN)[participant]}"
