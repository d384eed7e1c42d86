"""The dashboard run without a browser, by Streamlit's AppTest."""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner, require_widgets_deltas

from netaudit.ui.coding import given
from netaudit.ui.pages import PAGES
from netaudit.ui.server.app import SCRIPT
from netaudit.ui.sign_in import view_as
from netaudit.ui.workspace import workspace

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True, scope="session")
def _scanned_once() -> Iterator[None]:
    """AppTest looks through all that is installed for components, at each start: once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        yield


@pytest.fixture(autouse=True, scope="session")
def _waited_for() -> Iterator[None]:
    """AppTest looks a thousand times a second whether a page is done, and slows it down by that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(local_script_runner, "require_widgets_deltas", _wait)
        yield


def _wait(runner: LocalScriptRunner, timeout: float) -> None:
    assert runner._script_thread is not None
    runner._script_thread.join(timeout)
    require_widgets_deltas(runner, 0.1)


@pytest.fixture
def _fresh_caches() -> Iterator[None]:
    """The workspace and its ledger belong to one test. Answers are kept from test to test, as from
    visitor to visitor, while the data that gave them stay the same.
    """
    for kept in (workspace, given._given):
        kept.clear()
    yield
    workspace.clear()


@pytest.fixture
def open_page(
    sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None
) -> OpenPage:
    """open_page("balance", wave="baseline"): that page on the sample programme, run once."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    return _open


@pytest.fixture
def open_empty_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None
) -> OpenPage:
    """The same on a workspace of its own that nothing was imported into yet."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(tmp_path / "workspace"))
    return _open


@pytest.fixture
def open_own_page(
    sample_workspace: Path, monkeypatch: pytest.MonkeyPatch, _fresh_caches: None
) -> OpenPage:
    """open_own_page("my_network", "P-2026-12", wave="baseline"): as that participant sees it."""
    monkeypatch.setenv("NETAUDIT_WORKSPACE", str(sample_workspace))
    return open_as


def open_as(name: str, participant: str, **address: str) -> AppTest:
    """A page as a participant of the workspace in force sees it, run once."""
    return _open(name, {view_as.ROLE: "participant", view_as.PARTICIPANT: participant}, **address)


def _open(name: str, state: Mapping[str, str] | None = None, /, **address: str) -> AppTest:
    record = next(record for record in PAGES if record.name == name)
    app = AppTest.from_file(SCRIPT, default_timeout=30)
    for key, kept in (state or {}).items():
        app.session_state[key] = kept
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(os.path.relpath(record.file, SCRIPT.parent))
    return app.run()
