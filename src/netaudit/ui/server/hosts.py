"""Whom the server answers: browsers that asked for it by its own name, from its own pages."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from netaudit.ui.sign_in.setup import sign_in_setup

NOT_SERVED = ("/_stcore/metrics", "/_stcore/script-health-check")
"""What Streamlit tells of a server to whoever asks; nobody who looks at pages needs it."""

MISDIRECTED = 421


class OwnPagesOnly:
    """Middleware: refuses other names of the server, and websockets of other sites' pages.

    Streamlit looks at the name for websockets alone, and takes a page at another port of the same
    host for one of its own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        setup = sign_in_setup()
        self.address = None if setup is None else setup.address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what was meant for this server and refuses the rest."""
        if scope["type"] == "http" and scope["path"].endswith(NOT_SERVED):
            await PlainTextResponse("Not found", status_code=404)(scope, receive, send)
        elif scope["type"] == "lifespan" or self._is_meant(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            words = "This server is not known under that name."
            await PlainTextResponse(words, status_code=MISDIRECTED)(scope, receive, send)

    def _is_meant(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host")
        if not config.get_option("server.allowedHosts") or not is_host_allowed(host):
            return False
        return scope["type"] != "websocket" or self._is_own_page(headers.get("origin"), host)

    def _is_own_page(self, origin: str | None, host: str | None) -> bool:
        # Only browsers send an origin, and they always do when they open a websocket.
        if origin in (None, self.address):
            return True
        # Under the address that people open no other page is ours, such as one without HTTPS.
        is_tunnel = self.address is None or host != urlsplit(self.address).netloc
        return is_tunnel and urlsplit(origin).netloc == host
