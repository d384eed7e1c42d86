"""What is PostgreSQL's own: its files, connections that end, accounts without rights, no driver."""

import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import delete, insert

from netaudit.errors import WorkspaceError
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import THEME
from tests.store.conftest import Place

WORD = "Zedekiah-alone"


def words(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return [row.words for row in connection.execute(THEME.select())]


def socket(ledger: Ledger) -> str:
    return str(ledger.url.query["host"])


def as_owner(ledger: Ledger, statement: str) -> None:
    with psycopg.connect(
        host=socket(ledger), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(statement)


def in_tables(ledger: Ledger) -> bool:
    """Whether the word is in a file of the tables; what the server does next is left aside."""
    as_owner(ledger, "CHECKPOINT")
    files = Path(socket(ledger), "data", "base").rglob("*")
    return any(WORD.encode() in path.read_bytes() for path in files if path.is_file())


def test_what_was_deleted_is_in_no_file_of_the_tables(in_postgresql: Place) -> None:
    ledger = in_postgresql()
    with ledger.writing() as connection:
        connection.execute(insert(THEME).values(code="a", words=WORD))
    with ledger.writing() as connection:
        connection.execute(delete(THEME))
    assert in_tables(ledger)
    ledger.overwrite_deleted()
    assert not in_tables(ledger)


def test_connections_that_the_server_ended_are_made_anew(in_postgresql: Place) -> None:
    ledger = in_postgresql()
    assert words(ledger) == []
    as_owner(
        ledger,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        " AND backend_type = 'client backend'",
    )
    assert words(ledger) == []


def test_a_server_that_cannot_be_used_is_named_without_the_password(in_postgresql: Place) -> None:
    url = in_postgresql().url.set(password="hidden")
    as_owner(in_postgresql(), "CREATE ROLE outsider LOGIN")
    elsewhere = url.update_query_dict({"host": "/nowhere"})
    for nobodys in (url.set(username="outsider", database="template1"), elsewhere):
        with pytest.raises(WorkspaceError, match=r"postgresql://.* cannot be used") as told:
            words(Ledger(nobodys))
        assert "server runs" in told.value.hint
        assert "hidden" not in told.value.message
    as_owner(in_postgresql(), "DROP ROLE outsider")


def test_without_the_driver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(WorkspaceError) as told:
        words(Ledger("postgresql://somebody@localhost/nothing"))
    assert "[postgresql]" in told.value.hint
