"""Workspaces for tests: an export is imported once, further workspaces of it are copies."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from netaudit.store.workspace import Workspace

_KEPT = tempfile.TemporaryDirectory(prefix="netaudit-stored-", ignore_cleanup_errors=True)


def stored(root: Path, export: Path) -> Workspace:
    """A workspace at `root`, which must not exist yet, with nothing but this export in it."""
    first = Path(_KEPT.name) / _sum(export)
    if not first.exists():
        Workspace(first).import_paths([export])
    shutil.copytree(first, root)
    return Workspace(root)


def _sum(export: Path) -> str:
    """The same for exports of the same name and contents: both are kept in a workspace."""
    whole = hashlib.sha256(export.name.encode())
    files = sorted(export.rglob("*")) if export.is_dir() else [export]
    for path in files:
        if path.is_file():
            whole.update(path.relative_to(export.parent).as_posix().encode())
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]
