"""A computed database of rows written down in a test."""

from pathlib import Path

from netaudit.definitions.examples import Rows
from netaudit.engine import duckdb as engine
from netaudit.programme import Programme
from netaudit.store.database import Database
from netaudit.store.pseudonyms import create_pseudonymous


def computed(path: Path, rows: Rows, programme: Programme) -> Database:
    """The database that an import of these rows would make, as pages read it."""
    with engine.connect(path) as con:
        engine.create_canonical_tables(con)
        engine.create_programme_tables(con, programme)
        engine.load_rows(con, rows)
        engine.compute(con)
        create_pseudonymous(con, "00" * 32)
    return Database(path, path.name)


def cohort(people: int, wave: str = "endpoint", **more: str) -> Rows:
    """So many participants P1, P2, … with a completed audit and nobody on their lists yet."""
    names = [f"P{number}" for number in range(1, people + 1)]
    return {
        "participants": [{"participant_id": name, "cohort": "2026", **more} for name in names],
        "audits": [
            {"participant_id": name, "wave": wave, "contacts_status": "complete"} for name in names
        ],
        "contacts": [],
    }


def listed(name: str, *answers: str, column: str, wave: str = "endpoint") -> list[dict[str, str]]:
    """Contacts of one participant, one an answer; "." is a blank."""
    return [
        {
            "participant_id": name,
            "wave": wave,
            "contact_id": f"c{number}",
            **({} if answer == "." else {column: answer}),
        }
        for number, answer in enumerate(answers)
    ]
