"""What the server does besides showing pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from netaudit.errors import NetauditError
from netaudit.ui.markdown import md
from netaudit.ui.pages import FIRST_PAGES
from netaudit.ui.server.file_gate import FilesOfThoseWhoAreIn
from netaudit.ui.server.headers import StrictHeaders
from netaudit.ui.server.hosts import OwnPagesOnly
from netaudit.ui.server.loopback import LoopbackOnly
from netaudit.ui.server.messages import NeededMessages
from netaudit.ui.sign_in import enter
from netaudit.ui.without_paths import without_paths
from netaudit.ui.workspace import workspace

enter.hide_tokens()

SCRIPT = Path(__file__).parents[1] / "main.py"
MIDDLEWARE = tuple(
    Middleware(layer)
    for layer in (StrictHeaders, LoopbackOnly, OwnPagesOnly, FilesOfThoseWhoAreIn, NeededMessages)
)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Loads what the first page needs before there is a first visitor."""
    for library in ("pandas", "altair"):
        import_module(library)
    # A workspace that cannot be opened, or is empty, is for the pages to explain.
    with suppress(NetauditError):
        # A database that an earlier netaudit built may lack what pages ask for now.
        workspace().ensure_current()
        workspace().current_database()
    yield


async def ready(_: Request) -> JSONResponse:
    """Answers 200 with the fingerprint of the data that pages show, or 503 with what is wrong."""
    try:
        return JSONResponse({"database": workspace().fingerprint or "empty"})
    except NetauditError as error:
        told = {"problem": without_paths(error.message), "hint": without_paths(error.hint)}
        return JSONResponse(told, status_code=503)


async def to_the_start(request: Request) -> RedirectResponse:
    """Leads a first page's name to where Streamlit has that page, choices in the address kept."""
    return RedirectResponse(f"/?{request.url.query}" if request.url.query else "/")


ROUTES = (
    Route("/api/ready", ready),
    enter.ROUTE,
    *(Route(f"/{name}", to_the_start) for name in FIRST_PAGES),
)


def show_error(error: Exception) -> bool:
    """What a page shows instead of a traceback; the server's log has the whole story."""
    if isinstance(error, NetauditError):
        st.error(md(without_paths(error.message)), icon=":material/error:")
        st.text(without_paths(error.hint))
    else:
        st.error("Something went wrong on this page.", icon=":material/error:")
        st.text("Reload it. If that does not help, the terminal that runs netaudit says more.")
    return True
