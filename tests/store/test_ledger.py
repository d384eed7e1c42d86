"""The ledger: made at the first use, shared by processes, all or nothing, in plain words."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from netaudit.errors import WorkspaceError
from netaudit.store import access_log, links
from netaudit.store.access_log import Actor
from netaudit.store.ledger import FILE, Ledger
from netaudit.store.ledger_tables import THEME
from tests.store.conftest import Place

BY = Actor(name="somebody")


def codes(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(connection.scalars(select(THEME.c.code).order_by(THEME.c.code)))


def test_a_new_ledger_is_empty(ledger: Ledger) -> None:
    assert codes(ledger) == []


def test_the_file_is_nobody_elses_to_read(tmp_path: Path) -> None:
    codes(Ledger.of(tmp_path / "new"))
    assert stat.S_IMODE((tmp_path / "new" / FILE).stat().st_mode) == 0o600


def test_changes_of_an_interrupted_writer_do_not_count(ledger: Ledger) -> None:
    def interrupted() -> None:
        with ledger.writing() as connection:
            connection.execute(insert(THEME).values(code="a", words="A"))
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()
    assert codes(ledger) == []


def test_writers_wait_for_each_other(place: Place) -> None:
    """Each reads how many there are and writes the next number: none may see a stale count."""

    def write(_: int) -> None:
        with place().writing() as connection:
            number = connection.scalar(select(func.count()).select_from(THEME))
            connection.execute(insert(THEME).values(code=f"{number:02}", words="w"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(20)))
    assert codes(place()) == [f"{number:02}" for number in range(20)]


def test_a_reader_sees_one_state_throughout(place: Place) -> None:
    ledger, number = place(), select(func.count()).select_from(THEME)
    with ledger.reading() as connection:
        before = connection.scalar(number)
        with place().writing() as other:
            other.execute(insert(THEME).values(code="a", words="A"))
        assert connection.scalar(number) == before == 0
    assert codes(ledger) == ["a"]


def test_codes_of_exports_may_be_long(ledger: Ledger) -> None:
    long = "long cohort " * 100
    links.issue(ledger, {f"P1 {long}": long}, BY)
    (entry,) = access_log.entries(ledger, [long])
    assert entry.participant_id == f"P1 {long}"


def test_an_address_of_its_own_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETAUDIT_LEDGER", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    codes(Ledger.of(tmp_path / "workspace"))
    assert (tmp_path / "elsewhere.sqlite").exists()


@pytest.mark.parametrize("url", ["nonsense", "postgres://u:hidden@h/d", "mysql://u:hidden@h/d"])
def test_an_address_that_is_none_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(WorkspaceError, match="no place for a ledger") as refused:
        Ledger(url)
    assert "hidden" not in f"{refused.value.message}{refused.value.hint}"


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(WorkspaceError, match=r"ledger\.sqlite cannot be used"):
        codes(Ledger.of(tmp_path))
