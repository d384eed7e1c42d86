"""The canonical schema as tables, for the import checks to read: table_, column_ and code_rule."""

from netaudit.engine.duckdb import Connection
from netaudit.schema import MULTI_CODE_NONE, TABLES, Column, Table
from netaudit.vocabulary import VOCABULARIES

LARGEST_WHOLE_NUMBER = 2**31 - 1


def create_rules(con: Connection) -> None:
    """`table_rule`, `column_rule` (one row per table and column) and `code_rule`."""
    con.execute("CREATE TABLE table_rule (table_name VARCHAR, file VARCHAR, is_required BOOLEAN)")
    con.executemany(
        "INSERT INTO table_rule VALUES (?, ?, ?)",
        [(table.name, table.file, table.required) for table in TABLES.values()],
    )
    con.execute(
        "CREATE TABLE column_rule (table_name VARCHAR, column_name VARCHAR, kind VARCHAR,"
        " must_exist BOOLEAN, must_be_filled BOOLEAN, vocabulary VARCHAR, lowest DOUBLE,"
        " highest DOUBLE, longest INTEGER)"
    )
    con.executemany(
        "INSERT INTO column_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_rule(table, column) for table in TABLES.values() for column in table.columns],
    )
    con.execute("CREATE TABLE code_rule (vocabulary VARCHAR, code VARCHAR)")
    con.executemany("INSERT INTO code_rule VALUES (?, ?)", _codes())


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
