"""Who may send files and fetch those that were made: Streamlit itself would ask nobody."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.identity import Nobody
from netaudit.ui.sign_in.setup import sign_in_setup

SENT, MADE = "/_stcore/upload_file/", "/media/"


class FilesOfThoseWhoAreIn:
    """Middleware: where people sign in, files come from the team and go to whoever is in.

    Visitors who did not sign in, or whose session is over, neither send nor fetch any. Participants
    have nothing to send.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.is_open = sign_in_setup() is None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but files of, or for, those who may not."""
        is_file = scope["type"] == "http" and (SENT in scope["path"] or MADE in scope["path"])
        if not is_file or self.is_open or await run_in_threadpool(_may, scope):
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse("Sign in first.", status_code=403)(scope, receive, send)


def _may(scope: Scope) -> bool:
    who = identity.of_cookies(HTTPConnection(scope).cookies)
    if isinstance(who, Nobody):
        return False
    # What they may do with the file is asked when a page reads it.
    return SENT not in scope["path"] or any(one.role != "participant" for one in who.viewers)
