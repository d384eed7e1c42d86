"""Whenever a writer is killed, the workspace is as before or as intended, and serves all along."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from netaudit.definitions import registry
from netaudit.engine import duckdb as engine
from netaudit.engine.contents import Contents
from netaudit.importers.export import ReadExport
from netaudit.store import folder, incoming, ledger
from netaudit.store.database import Database
from netaudit.store.state import read_state
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, SECOND, store_tables, write_export

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")

TOUCHING = ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir")
"""What Python does to files, told before it is done; DuckDB writes between the steps of a build."""
READING = ("r", "r+")
"""How files are opened that stay as they are: to be read, or flushed to the disk."""
EVERY_STEP = 12
"""Of the many steps of a build, one in so many is a moment to be killed at."""
CONTACTS = {1: ["a", "b", "c", "d"], 2: ["c", "d", "x", "y", "z"]}
"""By how many imports count: the contacts of the first export, and of both merged."""


class Moments:
    """Counts the moments of an import, and ends the process at one of them."""

    def __init__(self, root: Path, last: int) -> None:
        self.root, self.last = str(root), last
        self.count, self.steps = 0, 0
        sys.addaudithook(self.touched)

    def touched(self, event: str, arguments: tuple[Any, ...]) -> None:
        path = str(arguments[0]) if event in TOUCHING else ""
        if not path.startswith(self.root) or path.endswith(".lock"):
            return
        if event == "os.mkdir" and Path(path).exists():
            return
        # Folders are opened only to be flushed; after the last flush everything is done.
        if event != "open" or path == self.root or arguments[1] not in (None, *READING):
            self.pass_one()

    def step(self, _: str) -> None:
        self.steps += 1
        if self.steps % EVERY_STEP == 1:
            self.pass_one()

    def pass_one(self) -> None:
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)


def compute_little(patch: pytest.MonkeyPatch) -> None:
    """A build of few figures: it is as whole or absent as one of all, and much quicker."""
    measures = {"size": registry.measures()["size"]}
    results = {"pattern_state": registry.results()["pattern_state"]}
    patch.setattr(registry, "measures", lambda: measures)
    patch.setattr(registry, "results", lambda: results)
    patch.setattr(engine, "create_sensitivity", lambda *_: None)


def import_second(root: Path, export: Path, tables: Path, last: int) -> None:
    """Imports the second export, already read (`tables`), and is killed at its last moment."""
    ready = {path.stem: path for path in tables.iterdir()}

    def read_export(paths: Any, into: Path, settings: Any, **_: Any) -> ReadExport:
        for path in ready.values():
            (into / path.name).write_bytes(path.read_bytes())
        return ReadExport(
            platform="canonical",
            programme=settings,
            programme_text=None,
            tables=ready,
            rows={},
            problems=(),
            left_out=(),
            contents=Contents(tables=(), cohorts=(), waves=()),
        )

    incoming.read_export = read_export
    compute_little(pytest.MonkeyPatch())
    Workspace(root).import_paths([export], progress=Moments(root, last).step)


def check_whole(database: Database) -> int:
    """How many imports the database is made of, once it is seen to be whole."""
    imports = len(database.query("SELECT id FROM import_record"))
    contacts = database.query("SELECT contact_id FROM contacts ORDER BY contact_id")
    assert list(contacts["contact_id"]) == CONTACTS[imports]
    sizes = database.query("SELECT value FROM measure_value WHERE measure = 'size'")
    assert sorted(sizes["value"]) == ([2, 2] if imports == 1 else [2, 3])
    patterns = database.query("SELECT count(*) AS n FROM pattern_state")
    assert patterns["n"][0] == 8
    return imports


class Reader(threading.Thread):
    """Asks for the data in force without a pause and keeps what it saw and what went wrong."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.workspace, self.seen = Workspace(root), Counter[int]()
        self.trouble: list[BaseException] = []
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.2):
            try:
                self.seen[check_whole(self.workspace.current_database())] += 1
            except BaseException as error:
                self.trouble.append(error)


def test_a_killed_import_is_whole_or_absent(tmp_path, monkeypatch):
    root = tmp_path / "workspace"
    compute_little(monkeypatch)
    Workspace(root).import_paths([write_export(tmp_path / "first", FIRST)])
    export = write_export(tmp_path / "second", SECOND)
    tables = store_tables(tmp_path / "read", SECOND).folder / "tables"
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.test_crash"])

    def killed_at(last: int) -> bool:
        child = context.Process(target=import_second, args=(root, export, tables, last))
        child.start()
        child.join(timeout=60)
        assert child.exitcode in (0, -signal.SIGKILL)
        return child.exitcode != 0

    outcomes = Counter[int]()
    reader = Reader(root)
    reader.start()
    try:
        while killed_at(outcomes.total() + 1):
            active = read_state(root).active
            assert check_whole(Workspace(root).database()) == len(active)
            outcomes[len(active)] += 1
            for name in active[1:]:
                Workspace(root).undo(name)
            with folder.writing(root, lambda _: None):
                pass
    finally:
        reader.done.set()
        reader.join(timeout=60)
    assert outcomes.total() >= 20
    assert reader.trouble == []
    assert reader.seen.keys() == {1, 2}
    assert outcomes.keys() == {1, 2}
    check_tidy(root)


def check_tidy(root: Path) -> None:
    """The next writer leaves nothing of the interrupted ones."""
    for name in read_state(root).active[1:]:
        Workspace(root).undo(name)
    Workspace(root).redo(read_state(root).undone[0])
    state = read_state(root)
    assert {path.name for path in (root / "imports").iterdir()} == set(state.imports)
    # The ledger is a database of its own, which tidies up after itself.
    beside = {path.name for path in root.iterdir() if not path.name.startswith(ledger.FILE)}
    assert beside == {
        ".writing.lock",
        "imports",
        "state.json",
        state.database,
        state.previous,
    }
