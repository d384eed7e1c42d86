"""Takes names out of what people wrote in the tables of one import, in memory."""

from collections.abc import Sequence

from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.schema import TABLES
from netaudit.store.erasing.name_patterns import without

WRITTEN = {
    "reflections": "text",
    "actions": "text",
    "mentoring": "end_reason",
    CONTACT_ATTRIBUTES: "category",
}
"""Where people write freely, and may have named somebody."""


def tables_in(con: Connection) -> list[str]:
    """The canonical tables that the import holds."""
    rows = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
    return [str(row[0]) for row in rows if row[0] in (*TABLES, CONTACT_ATTRIBUTES)]


def columns_of(con: Connection, table: str) -> set[str]:
    """The columns that the import's table has."""
    rows = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [table]
    ).fetchall()
    return {str(row[0]) for row in rows}


def load_texts(
    con: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[str | None]]
) -> None:
    """Makes a table of these texts."""
    con.execute(f"CREATE TABLE {table} ({', '.join(f'{name} VARCHAR' for name in columns)})")
    if rows:
        values = ", ".join("unnest(CAST(? AS VARCHAR[]))" for _ in columns)
        con.execute(
            f"INSERT INTO {table} SELECT {values}", [list(one) for one in zip(*rows, strict=True)]
        )


def changed_rows(con: Connection, statement: str) -> int:
    """How many rows a statement changed."""
    (count,) = con.execute(statement).fetchall()[0]
    return int(count)


def forget_words(con: Connection) -> dict[str, int]:
    """Takes out the names in `gone_word` and counts the rows, by table.

    Only the participant who used a label can have meant it by that word.
    """
    held = tables_in(con)
    return {
        table: _forget_words_in(con, table, column)
        for table, column in WRITTEN.items()
        if table in held and column in columns_of(con, table)
    }


def _forget_words_in(con: Connection, table: str, column: str) -> int:
    """Texts in which a part of a name stands are few; only they are looked at word by word."""
    found = con.execute(_WITH_PART_OF_A_NAME.format(table=table, column=column)).fetchall()
    cleaned = [(str(row), without(text, tuple(words)), text) for row, text, words in found]
    changed = [(row, left) for row, left, text in cleaned if left != text]
    con.execute("DROP TABLE IF EXISTS reworded")
    load_texts(con, "reworded", ("row_id", "words"), changed)
    return changed_rows(
        con,
        f"UPDATE {table} AS t SET {column} = r.words FROM reworded AS r"
        " WHERE t.rowid = CAST(r.row_id AS BIGINT)",
    )


_WITH_PART_OF_A_NAME = r"""
WITH written AS (
    SELECT
        rowid AS row_id,
        participant_id,
        {column} AS words,
        lower(nfc_normalize({column})) AS spelt
    FROM {table}
    WHERE {column} IS NOT NULL
),

spoken AS (
    SELECT
        row_id,
        words,
        unnest(list_distinct(regexp_extract_all(spelt, '[\pL\pM\pN]+'))) AS word
    FROM written
),

found AS (
    SELECT
        w.row_id,
        w.words,
        g.word,
        g.place
    FROM written AS w
    INNER JOIN gone_word AS g ON w.participant_id = g.participant_id
    WHERE contains(w.spelt, g.probe)
    UNION ALL
    SELECT
        s.row_id,
        s.words,
        g.word,
        g.place
    FROM spoken AS s
    INNER JOIN gone_word AS g ON s.word = g.probe
    WHERE g.participant_id IS NULL
    UNION ALL
    SELECT
        w.row_id,
        w.words,
        g.word,
        g.place
    FROM written AS w
    CROSS JOIN gone_word AS g
    WHERE g.participant_id IS NULL AND g.probe = '' AND contains(w.words, g.word)
)

SELECT
    row_id,
    any_value(words) AS words,
    list(word ORDER BY place) AS names
FROM found
GROUP BY row_id
"""
