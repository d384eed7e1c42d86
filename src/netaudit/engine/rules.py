"""The canonical schema as tables, for the import checks to read: table_, column_ and code_rule."""

from collections.abc import Sequence

from netaudit.engine.duckdb import Connection
from netaudit.schema import MULTI_CODE_NONE, TABLES, Column, Table
from netaudit.vocabulary import VOCABULARIES

LARGEST_WHOLE_NUMBER = 2**31 - 1


def create_rules(con: Connection) -> None:
    """`table_rule`, `column_rule` (one row per table and column) and `code_rule`."""
    tables = TABLES.values()
    _create(
        con,
        "table_rule",
        "table_name VARCHAR, file VARCHAR, is_required BOOLEAN",
        [(table.name, table.file, table.required) for table in tables],
    )
    _create(
        con,
        "column_rule",
        "table_name VARCHAR, column_name VARCHAR, kind VARCHAR, must_exist BOOLEAN,"
        " must_be_filled BOOLEAN, vocabulary VARCHAR, lowest DOUBLE, highest DOUBLE,"
        " longest INTEGER",
        [_rule(table, column) for table in tables for column in table.columns],
    )
    _create(con, "code_rule", "vocabulary VARCHAR, code VARCHAR", _codes())


def _create(con: Connection, name: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
    con.execute(f"CREATE TABLE {name} ({columns})")
    marks = ", ".join("unnest(?)" for _ in rows[0])
    con.execute(f"INSERT INTO {name} SELECT {marks}", [list(c) for c in zip(*rows, strict=True)])


def _rule(table: Table, column: Column) -> tuple[object, ...]:
    highest = column.highest
    if column.kind == "integer" and highest is None:
        highest = LARGEST_WHOLE_NUMBER
    return (
        table.name,
        column.name,
        column.kind,
        column.must_exist,
        column.must_be_filled,
        column.vocabulary,
        column.lowest,
        highest,
        column.longest,
    )


def _codes() -> list[tuple[str, str]]:
    multiple = {
        column.vocabulary
        for table in TABLES.values()
        for column in table.columns
        if column.kind == "codes" and column.vocabulary
    }
    codes = [(name, code) for name, words in VOCABULARIES.items() for code in words]
    return codes + [(name, MULTI_CODE_NONE) for name in sorted(multiple)]
