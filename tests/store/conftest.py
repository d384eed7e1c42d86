"""Workspaces and ledgers for the store's tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from netaudit.store.ledger import FILE, Ledger
from netaudit.store.ledger_tables import METADATA
from netaudit.store.workspace import Workspace
from tests.store import postgresql
from tests.store.exports import FIRST, SECOND, write_export

Place = Callable[[], Ledger]


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


@pytest.fixture(scope="session")
def _server() -> Iterator[URL]:
    with postgresql.serving() as socket:
        yield URL.create(
            "postgresql", username="postgres", database="postgres", query={"host": str(socket)}
        )


@pytest.fixture
def in_postgresql(_server: URL) -> Iterator[Place]:
    """in_postgresql(): an empty ledger in PostgreSQL, opened as one more process would."""
    opened: list[Ledger] = []

    def another() -> Ledger:
        ledger = Ledger(_server)
        opened.append(ledger)
        return ledger

    yield another
    with another().writing() as connection:
        tables = ", ".join(METADATA.tables)
        connection.exec_driver_sql(f"TRUNCATE {tables} RESTART IDENTITY")
    for ledger in opened:
        if ledger._engine is not None:
            ledger._engine.dispose()


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """place(): the test's own ledger, opened as one more process would; once in each database."""
    if request.param == "PostgreSQL":
        return request.getfixturevalue("in_postgresql")
    return lambda: Ledger(f"sqlite:///{tmp_path / FILE}")


@pytest.fixture
def ledger(place: Place) -> Ledger:
    """The test's own ledger, once in each database."""
    return place()


@pytest.fixture
def any_ledger(tmp_path: Path) -> Ledger:
    """A ledger of the test's own in SQLite alone: what is refused is refused before."""
    return Ledger.of(tmp_path)
