"""The ledger as a file of SQLite."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

PATIENCE = 20
"""So many seconds one writer waits for another."""


HINT = "Look whether the place exists, is not full and may be written to."


def engine_for(url: URL) -> Engine:
    """What opens the file, which is made where it is missing, for this user alone."""
    if url.database and url.database != ":memory:":
        path = Path(url.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)  # accounts are nobody else's business
    engine = create_engine(url)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def overwrite_deleted(engine: Engine) -> None:
    """Deleted rows are overwritten at once, in the file of latest changes with this."""
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # outside the transaction that was begun
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _set_up(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in (
        f"busy_timeout = {PATIENCE * 1000}",  # the first, so that the others wait too
        "journal_mode = WAL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer that began as a reader could find that somebody else wrote meanwhile.
    writes = connection.get_execution_options().get("netaudit_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
