"""Coming in by a personal link: a page that asks, and what happens once somebody says yes.

Mail scanners open every link they see. Opening this one changes nothing; only its button does.
"""

import logging
import re
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from netaudit.store import links
from netaudit.store.links import Link
from netaudit.ui.sign_in.guesses import Guesses
from netaudit.ui.sign_in.session_cookie import session_number, set_session
from netaudit.ui.workspace import workspace

PAGE = Template(Path(__file__).with_name("enter.html").read_text(encoding="utf-8"))
FORM = '<form method="post"><button type="submit">Open my pages</button></form>'
ASK_AGAIN = "Ask the coordinator of your programme for a new one."
OVER = {
    "used": "A personal link opens your pages once, and this one was used already.",
    "expired": "A personal link works for some days only, and this one is older.",
    "taken_back": "A newer link was made for you, or this one was taken back.",
}

_guesses = Guesses()


def enter(request: Request) -> Response:
    """The page of a link (GET), and its button (POST)."""
    who = request.client.host if request.client else ""
    if request.method == "POST" and _is_from_elsewhere(request):
        return _page(403, "That did not work", "Open the link in your message once more.")
    token, ledger = request.path_params["token"], workspace().ledger
    found = links.find(ledger, token)
    if found is None:
        return _not_found(who)
    if found.state != "open":
        return _over(request, found)
    if request.method != "POST":
        return _page(
            200,
            "Your network audit",
            "This link is for you alone, and it works once. On a computer that others use too,"
            " sign out at the end.",
            FORM,
        )
    number = links.use(ledger, token)
    if number is None:  # somebody else was faster
        return _page(410, "This link was used", f"{OVER['used']} {ASK_AGAIN}")
    response = _to_the_start()
    set_session(response, ledger, number)
    return response


def _not_found(who: str) -> Response:
    # Behind a proxy everybody may come from one address: a link that is good is never held up.
    if _guesses.are_too_many(who):
        return _page(429, "Too many attempts", "Wait for ten minutes, then open your link again.")
    _guesses.count(who)
    return _page(
        404,
        "There is nothing here",
        f"Look whether the link in your message was copied whole. {ASK_AGAIN}",
    )


def _over(request: Request, found: Link) -> Response:
    ledger = workspace().ledger
    if session_number(request.cookies, ledger) == found.number and links.participant_of(
        ledger, found.number
    ):
        return _to_the_start()  # the same person, still in the session that it opened
    return _page(410, "This link no longer works", f"{OVER[found.state]} {ASK_AGAIN}")


def _is_from_elsewhere(request: Request) -> bool:
    """Whether a page of another site sent the form, to make somebody come in as another."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin", "null")
    return origin != "null" and urlsplit(origin).netloc != request.headers.get("host")


def _to_the_start() -> RedirectResponse:
    return RedirectResponse("/", status_code=303, headers={"Cache-Control": "no-store"})


def _page(status: int, title: str, words: str, form: str = "") -> HTMLResponse:
    text = PAGE.substitute(title=escape(title), words=f"<p>{escape(words)}</p>", form=form)
    return HTMLResponse(text, status_code=status, headers={"Cache-Control": "no-store"})


class HideTokens(logging.Filter):
    """Keeps tokens out of the lines that servers write about requests."""

    TOKEN = re.compile(rf"(?<={links.PATH})[^\s\"]+")

    def filter(self, record: logging.LogRecord) -> bool:
        """Every line passes, without what follows the path of links."""
        record.msg = self._without(record.msg)
        if isinstance(record.args, tuple):  # the parts, which uvicorn puts together by number
            record.args = tuple(self._without(part) for part in record.args)
        return True

    def _without(self, part: object) -> object:
        return self.TOKEN.sub("…", part) if isinstance(part, str) else part


def hide_tokens() -> None:
    """From now on, in this process."""
    for name in ("uvicorn.access", "uvicorn.error"):
        logging.getLogger(name).addFilter(HideTokens())


ROUTE = Route(f"{links.PATH}{{token:path}}", enter, methods=["GET", "POST"])
