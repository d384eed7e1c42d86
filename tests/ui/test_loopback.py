"""Without sign-in, only the same computer gets an answer."""

import pytest
from streamlit import config

from netaudit.ui.server import loopback
from netaudit.ui.server.loopback import REFUSAL, SAFE, LoopbackOnly, is_loopback, require_safe_start
from netaudit.ui.sign_in.setup import SignInSetup
from tests.ui.asgi import ask, says_hello

ELSEWHERE = {
    **SAFE,
    "server.address": "0.0.0.0",
    "server.allowedHosts": ["audit.example.org"],
}


def set_up(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    setup = None if address is None else SignInSetup(address=address)
    monkeypatch.setattr(loopback, "sign_in_setup", lambda: setup)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_addresses_of_this_computer(address: str) -> None:
    assert is_loopback(address)


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.1", "example.org", "", None])
def test_addresses_that_others_reach(address: str | None) -> None:
    assert not is_loopback(address)


def test_the_programs_own_settings_are_accepted() -> None:
    require_safe_start()


def test_another_address_ends_the_program_with_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", ELSEWHERE.get)
    with pytest.raises(SystemExit, match="only on this computer") as told:
        require_safe_start()
    assert "NETAUDIT_ADDRESS" in str(told.value)


def test_another_address_is_fine_where_people_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config, "get_option", ELSEWHERE.get)
    monkeypatch.setattr(config, "on_config_parsed", lambda *_, **__: None)
    set_up(monkeypatch, "https://audit.example.org")
    require_safe_start()


def test_browsers_may_use_the_address_that_is_set_after_settings_are_read_anew_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    options, later = dict(ELSEWHERE), []
    monkeypatch.setattr(config, "get_option", options.get)
    monkeypatch.setattr(config, "set_option", options.__setitem__)
    monkeypatch.setattr(config, "on_config_parsed", lambda do, **_: later.append(do))
    set_up(monkeypatch, "https://other.example.org")
    require_safe_start()
    assert options["server.allowedHosts"] == ["audit.example.org", "other.example.org"]
    options["server.allowedHosts"] = ["localhost"]
    later[0]()
    assert options["server.allowedHosts"] == ["localhost", "other.example.org"]


def test_a_request_over_a_loopback_address_is_passed_on() -> None:
    assert ask(LoopbackOnly(says_hello))[0]["status"] == 200


def test_a_request_over_another_address_is_refused() -> None:
    start, body = ask(LoopbackOnly(says_hello), server="192.0.2.1")
    assert start["status"] == 403
    assert body["body"].decode() == REFUSAL


def test_a_websocket_over_another_address_is_closed() -> None:
    (closed,) = ask(LoopbackOnly(says_hello), kind="websocket", server="192.0.2.1")
    assert closed["type"] == "websocket.close"


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_a_proxy_on_this_computer_lets_nobody_in(name: str) -> None:
    start, _ = ask(LoopbackOnly(says_hello), headers={name: "192.0.2.7"})
    assert start["status"] == 403


def test_where_people_sign_in_requests_come_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(monkeypatch, "https://audit.example.org")
    app = LoopbackOnly(says_hello)
    assert (
        ask(app, server="192.0.2.1", headers={"X-Forwarded-For": "192.0.2.7"})[0]["status"] == 200
    )
