"""Without sign-in, only the same computer gets an answer."""

import pytest
from streamlit import config

from netaudit.ui.loopback import REFUSAL, LoopbackOnly, is_loopback, require_loopback
from tests.ui.asgi import ask, says_hello


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_addresses_of_this_computer(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.1", "example.org", "", None])
def test_addresses_that_others_reach(address: str | None) -> None:
    assert not is_loopback(address)


def test_the_programs_own_settings_are_accepted() -> None:
    require_loopback()


def test_another_address_ends_the_program_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", {"server.address": "0.0.0.0"}.get)
    with pytest.raises(SystemExit, match="only on this computer"):
        require_loopback()


def test_a_request_over_a_loopback_address_is_passed_on() -> None:
    assert ask(LoopbackOnly(says_hello))[0]["status"] == 200


def test_a_request_over_another_address_is_refused() -> None:
    start, body = ask(LoopbackOnly(says_hello), server="192.0.2.1")
    assert start["status"] == 403
    assert body["body"].decode() == REFUSAL


def test_a_websocket_over_another_address_is_closed() -> None:
    (closed,) = ask(LoopbackOnly(says_hello), kind="websocket", server="192.0.2.1")
    assert closed["type"] == "websocket.close"
