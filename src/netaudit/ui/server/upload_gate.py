"""Whose files the server takes: Streamlit itself would keep those of any visitor in its memory."""

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from netaudit.ui.sign_in.setup import sign_in_setup

PATH = "/_stcore/upload_file/"
COOKIE = "_streamlit_user"


class UploadsOfAccounts:
    """Middleware: where people sign in, files are taken from accounts alone.

    Participants who came by a link have nothing to upload, and visitors even less.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.is_open = sign_in_setup() is None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but files of those who did not sign in."""
        is_upload = scope["type"] == "http" and PATH in scope["path"]
        if is_upload and not self.is_open and not _is_signed_in(scope):
            await PlainTextResponse("Sign in first.", status_code=403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_signed_in(scope: Scope) -> bool:
    value = HTTPConnection(scope).cookies.get(COOKIE)
    if value is None:
        return False
    # What they may do with the file is asked when a page reads it.
    signed = decode_signed_value(get_cookie_secret(), COOKIE, value.encode("latin-1", "replace"))
    return signed is not None
