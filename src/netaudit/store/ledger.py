"""The ledger: what people decide while they work with netaudit, beside the imports.

The database of audits can be made anew from the imports; the ledger cannot, so it is a file (or a
database server) of its own that no rebuild touches.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError

from netaudit.errors import WorkspaceError
from netaudit.store.ledger_tables import METADATA

FILE = "ledger.sqlite"
PATIENCE = 20
"""So many seconds one writer waits for another."""


class Ledger:
    """The tables of store.ledger_tables, made at the first use; any number of processes share it.

    `url` is one of SQLAlchemy's; SQLite and PostgreSQL are known to work. WorkspaceError where it
    cannot be opened.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self._engine: Engine | None = None

    @classmethod
    def of(cls, root: Path) -> "Ledger":
        """The ledger of a workspace: the one that NETAUDIT_LEDGER names, else a file in it."""
        return cls(os.environ.get("NETAUDIT_LEDGER") or f"sqlite:///{root / FILE}")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One connection that sees one state of the ledger throughout."""
        with self._plain_errors(), self._ready().connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One connection whose changes count all together, or not at all if an error is raised."""
        with self._plain_errors(), _writer(self._ready()) as connection:
            yield connection

    def overwrite_deleted(self) -> None:
        """Sees that what was deleted is no longer in SQLite's file of latest changes either."""
        if self.url.get_backend_name() == "sqlite":
            with self._plain_errors(), self._ready().connect() as connection:
                connection.exec_driver_sql("COMMIT")  # outside the transaction that was begun
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _ready(self) -> Engine:
        if self._engine is None:
            engine = create_engine(self.url)
            if self.url.get_backend_name() == "sqlite":
                self._prepare_file(engine)
            with _writer(engine) as connection:
                METADATA.create_all(connection)
            self._engine = engine
        return self._engine

    def _prepare_file(self, engine: Engine) -> None:
        if self.url.database and self.url.database != ":memory:":
            path = Path(self.url.database)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # accounts are nobody else's business
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except (OperationalError, OSError) as error:
            where = self.url.render_as_string(hide_password=True)
            raise WorkspaceError(
                f"The ledger {where} cannot be used.",
                "Look whether the place exists, is not full and may be written to.",
            ) from error


@contextmanager
def _writer(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        writer = connection.execution_options(netaudit_writes=True)
        with writer.begin():
            yield writer


def _set_up_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in (
        f"busy_timeout = {PATIENCE * 1000}",  # the first, so that the others wait too
        "journal_mode = WAL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer that began as a reader could find that somebody else wrote meanwhile.
    writes = connection.get_execution_options().get("netaudit_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
