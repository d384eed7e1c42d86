"""The database in force is read, by many at once, and opens nothing else."""

from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from netaudit.store.database import Database


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM read_text('{file}')",
        "COPY audits TO '{file}'",
        "ATTACH '{file}' AS other",
        "INSERT INTO audits SELECT * FROM audits",
        "DROP TABLE audits",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_nothing_but_reading_is_possible(two_imports, tmp_path, statement):
    file = tmp_path / "file.csv"
    file.write_text("a,b\n1,2\n")
    database = two_imports.database()
    with pytest.raises(duckdb.Error):
        database.query(statement.format(file=file))
    assert file.read_text() == "a,b\n1,2\n"


def test_the_same_file_can_be_opened_again_and_again(two_imports):
    databases = [two_imports.database() for _ in range(3)]
    counts = [database.query("SELECT count(*) AS n FROM audits")["n"][0] for database in databases]
    assert counts == [2, 2, 2]


def test_many_threads_get_each_their_own_answer(two_imports):
    database = two_imports.database()

    def ask(number: int) -> int:
        frame = database.query("SELECT $n + count(*) * 0 AS n FROM contacts", {"n": number})
        return int(frame["n"][0])

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, range(400))) == list(range(400))


def test_a_reader_holds_its_file_until_it_lets_go(two_imports):
    database: Database | None = two_imports.database()
    path = database.path
    path.unlink()
    assert len(database.query("SELECT * FROM audits")) == 2
