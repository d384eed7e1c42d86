"""Whenever an erasure is killed, asking for it again finishes it, and one certificate is kept."""

import multiprocessing
import shutil
import signal
import sys
from collections import Counter
from pathlib import Path

import pytest

from netaudit.store import links
from netaudit.store.access_log import Actor
from netaudit.store.erasing.erasure import erase, foresee
from netaudit.store.erasing.erasure_ledger import certificates
from netaudit.store.erasing.gone import Request
from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, SECOND, write_export
from tests.store.test_crash import Moments, compute_little

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")

BY = Actor(name="somebody")
REQUEST = Request(participants=("P1",))


def erase_first(root: Path, last: int) -> None:
    """Erases the first participant, and is killed at the last moment."""
    compute_little(pytest.MonkeyPatch())
    erase(Workspace(root), REQUEST, BY, progress=Moments(root, last).step)


def people(workspace: Workspace) -> list[str]:
    rows = workspace.database().query("SELECT participant_id FROM participants ORDER BY 1")
    return [str(one) for one in rows["participant_id"]]


def test_a_killed_erasure_is_finished_by_doing_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compute_little(monkeypatch)
    made = Workspace(tmp_path / "made")
    for name, tables in (("first", FIRST), ("second", SECOND)):
        made.import_paths([write_export(tmp_path / name, tables)])
    links.issue(made.ledger, {"P1": "2026"}, BY)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.test_erasure_crash"])
    stages = Counter[str]()
    for last in range(1, 200, 5):
        root = Path(shutil.copytree(made.root, tmp_path / f"killed-{last}"))
        child = context.Process(target=erase_first, args=(root, last))
        child.start()
        child.join(timeout=60)
        if child.exitcode == 0:
            break
        assert child.exitcode == -signal.SIGKILL
        stages[finish(Workspace(root))] += 1
        shutil.rmtree(root)
    assert stages.total() >= 6
    assert stages.keys() == {"nothing", "remembered", "removed"}


def finish(workspace: Workspace) -> str:
    """How far a killed erasure had come, once it is seen that doing it again ends it well."""
    begun, left = certificates(workspace.ledger), people(workspace)
    assert left in (["P1", "P2"], ["P2"])
    assert not any(one.is_finished for one in begun)
    assert foresee(workspace, REQUEST).removed
    erase(workspace, REQUEST, BY)
    assert people(workspace) == ["P2"]
    (kept,) = certificates(workspace.ledger)
    assert kept.is_finished
    assert kept.certificate.rows_removed > 10
    # The link that was made for P1, and the line of the log that says so.
    assert kept.certificate.ledger == {"links": 1, "lines of the access log": 1}
    assert len(list((workspace.root / "imports").iterdir())) == 2
    assert len(list(workspace.root.glob("*.duckdb"))) == 1
    return ("remembered" if begun else "nothing") if "P1" in left else "removed"
