"""The database in force: opened to be read, closed to everything else."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection
from netaudit.store.pseudonyms import SCHEMA

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

ROWS_IN_A_BATCH = 100_000

_opening = threading.Lock()


class Database:
    """A read-only database file; any number of threads and processes may ask it at once.

    It closes when the last one who holds it lets go, so that a page that began with one state of
    the data ends with it too.
    """

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self.fingerprint = fingerprint
        self._connection = _open(path)

    def query(
        self,
        sql: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        pseudonymous: bool = False,
    ) -> "pd.DataFrame":
        """All rows of one statement. Undefined values are missing (NaN, NaT or None) in it.

        `pseudonymous` asks the tables of store.pseudonyms, where ids are the evaluators' codes.
        """
        with self._cursor(pseudonymous) as cursor:
            return cursor.execute(sql, dict(parameters or {})).df()

    def batches(
        self, sql: str, parameters: Mapping[str, Any], *, pseudonymous: bool = False
    ) -> "pa.RecordBatchReader":
        """The rows of one statement, a batch at a time, for results too long for one frame."""
        cursor = self._cursor(pseudonymous)
        return cursor.sql(sql, params=dict(parameters)).to_arrow_reader(ROWS_IN_A_BATCH)

    def _cursor(self, pseudonymous: bool) -> Connection:
        cursor = self._connection.cursor()
        if pseudonymous:
            cursor.execute(f"USE {SCHEMA}")
        return cursor


def limits(path: Path) -> dict[str, str]:
    """What one database may take: half of the memory, and some room on the disk beside its file."""
    return {
        "memory_limit": "50%",
        "temp_directory": f"{path}.tmp",
        "max_temp_directory_size": "20GB",
    }


def _open(path: Path) -> Connection:
    """A connection that reads this one file and can be talked into nothing else."""
    with _opening:
        connection = engine.connect(path, read_only=True)
        # Connections of one process to one file share their settings: the first locks them.
        locked = connection.execute("SELECT current_setting('lock_configuration')").fetchone()
        if locked == (False,):
            for name, value in limits(path).items():
                connection.execute(f"SET {name} = ?", [value])
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
        return connection
