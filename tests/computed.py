"""Measures of a few canonical rows, computed as an import computes them."""

from typing import Any, NamedTuple

from netaudit.definitions.examples import Rows
from netaudit.engine import duckdb as engine
from netaudit.programme import Programme


class Key(NamedTuple):
    """Where a value belongs; attribute is None for measures of a whole audit."""

    measure: str
    participant_id: str
    wave: str
    attribute: str | None = None


Values = dict[Key, float | None]

VALUE_SQL = """
SELECT m.measure, a.participant_id, a.wave, m.attribute, m.value
FROM measure_value AS m
INNER JOIN audit AS a ON m.audit_id = a.audit_id
"""


def database(rows: Rows, programme: Programme | None = None) -> engine.Connection:
    """A database in memory with the stages and measures of these rows."""
    con = engine.connect()
    engine.create_canonical_tables(con)
    engine.create_programme_tables(con, programme or Programme())
    engine.load_rows(con, rows)
    engine.create_functions(con)
    engine.create_stages(con)
    engine.create_measures(con)
    return con


def measure_rows(con: engine.Connection) -> list[tuple[Any, ...]]:
    """Every row of measure_value: measure, participant, wave, attribute, value."""
    return con.execute(VALUE_SQL).fetchall()


def values(rows: Rows, programme: Programme | None = None) -> Values:
    """Every measure of these rows."""
    with database(rows, programme) as con:
        return {Key(*key): value for *key, value in measure_rows(con)}


def joined(parts: list[Rows]) -> Rows:
    """The rows of several participants as one export."""
    tables = {name for part in parts for name in part}
    return {name: [row for part in parts for row in part.get(name, [])] for name in tables}


def of_participant(rows: Rows, participant_id: str, cohort: str | None = None) -> Rows:
    """The same rows as somebody else's, in a cohort of their own where one is named."""
    mine: dict[str, Any] = {"participant_id": participant_id}
    theirs = {**mine, "cohort": cohort} if cohort else mine
    return {
        table: [{**row, **(theirs if table == "participants" else mine)} for row in entries]
        for table, entries in rows.items()
    }
