"""Canonical tables as the CSV files of a canonical export, ready to be imported again."""

from pathlib import Path

from netaudit.engine.duckdb import (
    CONTACT_ATTRIBUTE_COLUMNS,
    CONTACT_ATTRIBUTES,
    Connection,
    identifier,
)
from netaudit.schema import TABLES


def write_canonical_files(con: Connection, tables: dict[str, Path], into: Path) -> None:
    """One CSV a table, from the Parquet files of an import; further attributes become `x_` columns.

    `tables` are as StoredImport.table names them. Columns are in the schema's order.
    """
    into.mkdir(parents=True)
    for name, table in TABLES.items():
        if name not in tables:
            continue
        source = f"(FROM read_parquet({_literal(tables[name])}))"
        if name == "contacts" and CONTACT_ATTRIBUTES in tables:
            source = _with_attributes(con, source, tables[CONTACT_ATTRIBUTES])
        _copy(con, source, into / table.file)


def _with_attributes(con: Connection, contacts: str, attributes: Path) -> str:
    given = f"read_parquet({_literal(attributes)})"
    names = con.execute(f"SELECT DISTINCT attribute FROM {given} ORDER BY attribute").fetchall()
    *keys, attribute, category = CONTACT_ATTRIBUTE_COLUMNS
    columns = ", ".join(
        f"any_value({category}) FILTER ({attribute} = {_literal(name)}) AS {identifier(name)}"
        for (name,) in names
    )
    key = ", ".join(keys)
    wide = f"(SELECT {key}, {columns} FROM {given} GROUP BY {key})"
    return f"(SELECT * FROM {contacts} LEFT JOIN {wide} USING ({key}))" if names else contacts


def _copy(con: Connection, source: str, path: Path) -> None:
    con.execute(f"COPY (FROM {source}) TO {_literal(path)} (FORMAT csv, HEADER)")


def _literal(value: object) -> str:
    """A text as SQL writes it, for places that take no parameter."""
    return "'" + str(value).replace("'", "''") + "'"
