"""Workspaces for the store's tests."""

import shutil
from pathlib import Path

import pytest

from netaudit.store.workspace import Workspace
from tests.store.exports import FIRST, SECOND, write_export


@pytest.fixture(scope="session")
def _two_imports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two_imports")
    workspace = Workspace(folder / "workspace")
    for name, tables in (("first", FIRST), ("second", SECOND)):
        workspace.import_paths([write_export(folder / name, tables)])
    return workspace.root


@pytest.fixture
def two_imports(_two_imports: Path, tmp_path: Path) -> Workspace:
    """A workspace of the test's own: the first export, then the second."""
    return Workspace(shutil.copytree(_two_imports, tmp_path / "two_imports"))
