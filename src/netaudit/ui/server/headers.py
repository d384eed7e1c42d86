"""What a browser may do with the dashboard's pages: nothing that leaves this server."""

import base64
import hashlib
import re
from importlib.resources import files

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netaudit.ui.sign_in.setup import sign_in_setup

YEAR = 365 * 24 * 3600
MADE_FOR_ONE = "/media/"
"""Where downloads are fetched: no browser or proxy keeps a copy of them for whoever comes next."""
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_script_hashes(page: str) -> list[str]:
    """The CSP sources ('sha256-…') of the scripts written into a page."""
    digests = (hashlib.sha256(text.encode()).digest() for text in INLINE_SCRIPT.findall(page))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_security_policy() -> str:
    """The policy for the installed Streamlit, whose page carries one script of its own."""
    page = files("streamlit").joinpath("static/index.html").read_text(encoding="utf-8")
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *inline_script_hashes(page)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "connect-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{rule} {sources}" for rule, sources in rules.items())


def _secure(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header as it is, but a cookie for HTTPS alone: Streamlit's own are for both."""
    is_open = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return name, value + b"; Secure" if is_open else value


class StrictHeaders:
    """Middleware that adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": content_security_policy(),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        setup = sign_in_setup()
        self.is_https = setup is not None and setup.is_https
        if self.is_https:
            self.headers["Strict-Transport-Security"] = f"max-age={YEAR}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and adds the headers to what comes back."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.headers)
                if scope["path"].startswith(MADE_FOR_ONE):
                    headers["Cache-Control"] = "no-store"
                if self.is_https:
                    message["headers"] = [_secure(*one) for one in message["headers"]]
            await send(message)

        await self.app(scope, receive, send_with_headers)
