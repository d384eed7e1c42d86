"""What the server tells browsers to allow."""

import pytest
from starlette.types import Receive, Scope, Send

from netaudit.ui.server import headers as module
from netaudit.ui.server.headers import StrictHeaders, inline_script_hashes
from netaudit.ui.sign_in.setup import SignInSetup
from tests.ui.asgi import ask, says_hello


def test_a_script_in_the_page_is_allowed_by_its_hash() -> None:
    # By hand: printf 'x = 1' | openssl dgst -sha256 -binary | base64
    page = '<script>x = 1</script><script src="other.js"></script>'
    assert inline_script_hashes(page) == ["'sha256-j/Q23vFFEoVZmhsa1wgASTuNyv3ikS4aODRWMwVOTCY='"]


def test_every_answer_keeps_its_own_headers_and_gets_the_strict_ones() -> None:
    start, body = ask(StrictHeaders(says_hello))
    headers = dict(start["headers"])
    assert body["body"] == b"hello"
    assert headers[b"content-type"] == b"text/plain"
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert headers[b"x-content-type-options"] == b"nosniff"


def test_nothing_may_be_loaded_from_elsewhere_or_evaluated() -> None:
    start, _ = ask(StrictHeaders(says_hello))
    policy = dict(start["headers"])[b"content-security-policy"].decode()
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"
    assert "http" not in policy
    assert "unsafe" not in rules["script-src"]
    assert "'sha256-" in rules["script-src"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://audit.example.org", b"max-age=31536000"), ("http://localhost:8501", None)],
)
def test_browsers_stay_with_https_where_it_is_served(
    address: str, expected: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "sign_in_setup", lambda: SignInSetup(address=address))
    start, _ = ask(StrictHeaders(says_hello))
    assert dict(start["headers"]).get(b"strict-transport-security") == expected


async def sets_cookies(scope: Scope, receive: Receive, send: Send) -> None:
    cookies = (b"_streamlit_user=a; HttpOnly", b"__Host-netaudit=b; Path=/; secure")
    headers = [(b"Set-Cookie", cookie) for cookie in cookies]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


@pytest.mark.parametrize(
    ("address", "ending"), [("https://audit.example.org", b"; Secure"), ("http://localhost", b"")]
)
def test_behind_https_every_cookie_is_for_https_alone(
    address: str, ending: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "sign_in_setup", lambda: SignInSetup(address=address))
    (start,) = ask(StrictHeaders(sets_cookies))
    assert [value for name, value in start["headers"] if name.lower() == b"set-cookie"] == [
        b"_streamlit_user=a; HttpOnly" + ending,
        b"__Host-netaudit=b; Path=/; secure",
    ]
