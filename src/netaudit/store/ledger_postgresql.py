"""The ledger as tables in a database of PostgreSQL, of netaudit's own or in a schema of its own."""

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from netaudit.store.ledger_tables import METADATA

PATIENCE = 20
"""So many seconds one writer waits for another, and everybody for the server to answer."""

TURN = 0x6E657461
"""The lock that whoever writes holds; the number says `neta` to whoever looks at the server."""


HINT = "Look whether the server runs, and lets this user sign in and create tables there."


def engine_for(url: URL) -> Engine:
    """What opens connections; ImportError where the driver is not installed."""
    wanted = {"connect_timeout": PATIENCE, "client_encoding": "utf8"}
    engine = create_engine(
        url,
        connect_args={name: said for name, said in wanted.items() if name not in url.query},
        pool_pre_ping=True,  # the server may have been started anew meanwhile
    )
    event.listen(engine, "begin", _begin)
    return engine


def overwrite_deleted(engine: Engine) -> None:
    """Writes every table anew without what was deleted; the server's own log keeps it for a time.

    Names are those of store.ledger_tables.
    """
    with engine.connect() as connection:
        apart = connection.execution_options(isolation_level="AUTOCOMMIT")
        apart.exec_driver_sql(f"SET lock_timeout = '{PATIENCE}s'")
        for table in METADATA.sorted_tables:
            apart.exec_driver_sql(f"VACUUM (FULL) {table.name}")
        apart.exec_driver_sql("RESET lock_timeout")


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT":
        return
    if connection.get_execution_options().get("netaudit_writes"):
        # Whoever wrote before is done once the lock is ours, and each statement sees it.
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
