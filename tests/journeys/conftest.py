"""A real server and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

START_SECONDS = 60
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def server(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on the sample programme, for journeys that change nothing."""
    with serving(sample_workspace, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard of its own, on a workspace without any import."""
    with serving(tmp_path / "workspace", tmp_path) as address:
        yield address


@contextmanager
def serving(
    workspace: Path, logs: Path, port: int | None = None, **environment: str
) -> Iterator[str]:
    """The address of a dashboard that runs until the block ends; its log is logs/server.log."""
    port = port or free_port()
    program = Path(sys.executable).with_name("netaudit")
    command = [program, "serve", "--port", str(port), "--workspace", workspace]
    # To a file, since a pipe that nobody reads stops the server once it is full.
    with (logs / "server.log").open("w+") as log:
        running = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, **environment},
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_ready(address, running, logs / "server.log")
            yield address
        finally:
            running.terminate()
            running.wait(timeout=20)


def free_port() -> int:
    """A port of this computer that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and running.poll() is None:
        try:
            with urlopen(f"{address}/api/ready", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"The server did not start:\n{log.read_text()}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with an empty profile: Debian's if it is there, else Playwright's own.

    It ends with the module: as long as Playwright runs, no other test can use asyncio.
    """
    sandbox = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*FLAGS, *sandbox]
        )
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """new_page(address, width=390): a visitor's first tab, whose paths count from the address.

    At the test's end it must not have asked any other server for anything.
    """
    pages: list[tuple[str, Page, list[str]]] = []

    def make(address: str, width: int = 1280, scheme: str = "light") -> Page:
        context = browser.new_context(
            base_url=address, viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        pages.append((address, page, asked))
        return page

    yield make
    for address, page, asked in pages:
        page.context.close()
        own = (address, address.replace("http", "ws", 1), "data:", "blob:")
        assert [url for url in asked if not url.startswith(own)] == []


@pytest.fixture
def page(new_page: Callable[..., Page], server: str) -> Page:
    """A tab on the sample programme: page.goto("/patterns"), then wait with settled(page)."""
    return new_page(server)
