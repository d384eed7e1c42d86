"""The ledger's file: made at the first use, shared by processes, all or nothing, in plain words."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from netaudit.errors import WorkspaceError
from netaudit.store.ledger import FILE, Ledger
from netaudit.store.ledger_tables import THEME


def codes(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(connection.scalars(select(THEME.c.code).order_by(THEME.c.code)))


def test_a_new_ledger_is_empty_and_nobody_elses_to_read(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path / "new")
    assert codes(ledger) == []
    assert stat.S_IMODE((tmp_path / "new" / FILE).stat().st_mode) == 0o600


def test_changes_of_an_interrupted_writer_do_not_count(tmp_path: Path) -> None:
    ledger = Ledger.of(tmp_path)

    def interrupted() -> None:
        with ledger.writing() as connection:
            connection.execute(insert(THEME).values(code="a", words="A"))
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()
    assert codes(ledger) == []


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    """Each reads how many there are and writes the next number: none may see a stale count."""

    def write(_: int) -> None:
        with Ledger.of(tmp_path).writing() as connection:
            number = connection.scalar(select(func.count()).select_from(THEME))
            connection.execute(insert(THEME).values(code=f"{number:02}", words="w"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(20)))
    assert codes(Ledger.of(tmp_path)) == [f"{number:02}" for number in range(20)]


def test_an_address_of_its_own_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETAUDIT_LEDGER", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    codes(Ledger.of(tmp_path / "workspace"))
    assert (tmp_path / "elsewhere.sqlite").exists()


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(WorkspaceError, match=r"ledger\.sqlite cannot be used"):
        codes(Ledger.of(tmp_path))
