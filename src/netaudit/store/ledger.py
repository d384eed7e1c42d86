"""The ledger: what people decide while they work with netaudit, beside the imports.

The database of audits can be made anew from the imports; the ledger cannot, so it is a file (or a
database server) of its own that no rebuild touches.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Protocol

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoneFree

from netaudit.errors import WorkspaceError
from netaudit.store import ledger_postgresql, ledger_sqlite
from netaudit.store.ledger_tables import METADATA

ADDRESS = "NETAUDIT_LEDGER"
FILE = "ledger.sqlite"
OUT_OF_REACH = (OperationalError, ProgrammingError, InterfaceError, NoneFree, OSError)


class Database(Protocol):
    """What each kind of database does in its own way."""

    HINT: str

    def engine_for(self, url: URL) -> Engine:
        """What opens connections; ImportError where something is not installed."""

    def overwrite_deleted(self, engine: Engine) -> None:
        """Sees that its files no longer hold what was deleted."""


DATABASES: Mapping[str, Database] = {"sqlite": ledger_sqlite, "postgresql": ledger_postgresql}


class Ledger:
    """The tables of store.ledger_tables, made at the first use; any number of processes share it.

    `url` is one of SQLAlchemy's, for SQLite or PostgreSQL. WorkspaceError where it is none, or
    cannot be opened.
    """

    def __init__(self, url: str | URL) -> None:
        self.url = _read(url)
        self._database = DATABASES[self.url.get_backend_name()]
        self._engine: Engine | None = None
        self._making = Lock()

    @classmethod
    def of(cls, root: Path) -> "Ledger":
        """The ledger of a workspace: the one that NETAUDIT_LEDGER names, else a file in it."""
        return cls(os.environ.get(ADDRESS) or f"sqlite:///{root / FILE}")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One connection that sees one state of the ledger throughout."""
        with self._plain_errors(), self._ready().connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One connection whose changes count all together, or not at all if an error is raised.

        Who writes waits for whoever writes already, so what is read here stays true.
        """
        with self._plain_errors(), _writer(self._ready()) as connection:
            yield connection

    def overwrite_deleted(self) -> None:
        """Sees that the database's own files no longer hold what was deleted."""
        with self._plain_errors():
            self._database.overwrite_deleted(self._ready())

    def _ready(self) -> Engine:
        with self._making:
            if self._engine is None:
                self._engine = self._made()
        return self._engine

    def _made(self) -> Engine:
        try:
            engine = self._database.engine_for(self.url)
        except ImportError as error:
            raise WorkspaceError(
                "The ledger is in PostgreSQL, and what talks to it is not installed.",
                "In netaudit's folder: .venv/bin/pip install -e '.[postgresql]'",
            ) from error
        try:
            with _writer(engine) as connection:
                METADATA.create_all(connection)
        except BaseException:
            engine.dispose()  # whoever comes next tries anew
            raise
        return engine

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except OUT_OF_REACH as error:
            where = self.url.set(query={}).render_as_string(hide_password=True)
            raise WorkspaceError(
                f"The ledger {where} cannot be used.", self._database.HINT
            ) from error


def _read(url: str | URL) -> URL:
    try:
        read = make_url(url)
    except ArgumentError:
        read = None
    if read is None or read.get_backend_name() not in DATABASES:
        raise WorkspaceError(  # without the address, which may hold a password
            f"What {ADDRESS} says is no place for a ledger.",
            "It is sqlite:////a/file or postgresql://user:password@server/database.",
        )
    return read


@contextmanager
def _writer(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        writer = connection.execution_options(netaudit_writes=True)
        with writer.begin():
            yield writer
