"""Takes somebody out of the tables of one import, in memory, and counts the rows that changed.

A participant's own rows go. A contact stays as a nameless slot, so that counts and shares of the
participant who named them stay right.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence

from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.schema import TABLES
from netaudit.store.gone import Gone
from netaudit.store.name_patterns import probe, without

NAMELESS = "erased-"
"""What the code of a contact begins with that tells nobody any more who it was."""

WRITTEN = {
    "reflections": "text",
    "actions": "text",
    "mentoring": "end_reason",
    CONTACT_ATTRIBUTES: "category",
}
"""Where people write freely, and may have named somebody."""

WHO_A_CONTACT_IS = ("label", "person_key", "is_participant_id", "organisation")
CONTACT_CODES = {
    "contacts": ("contact_id",),
    CONTACT_ATTRIBUTES: ("contact_id",),
    "ties": ("contact_a", "contact_b"),
    "mentoring": ("contact_id",),
}


def nameless(key: str, *of: str) -> str:
    """The code that something nameless has from now on, in every import: the same for the same."""
    said = "\0".join(of)
    return NAMELESS + hmac.digest(bytes.fromhex(key), said.encode(), hashlib.sha256).hex()[:10]


def clean_rows(con: Connection, gone: Gone, key: str) -> tuple[dict[str, int], dict[str, int]]:
    """Rows removed and rows made nameless, by table; `key` makes the codes of the nameless."""
    _name_the_gone(con, gone, key)
    removed = {table: _remove(con, table) for table in tables_in(con)}
    blanked: dict[str, int] = {}
    steps: Sequence[Callable[[Connection], dict[str, int]]] = (
        _forget_who_contacts_are,
        _forget_answers,
        _forget_words,
        _forget_codes,
    )
    for step in steps:
        for table, rows in step(con).items():
            blanked[table] = blanked.get(table, 0) + rows
    return _some(removed), _some(blanked)


def tables_in(con: Connection) -> list[str]:
    """The canonical tables that the import holds."""
    rows = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
    return [str(row[0]) for row in rows if row[0] in (*TABLES, CONTACT_ATTRIBUTES)]


def _some(rows: dict[str, int]) -> dict[str, int]:
    return {table: number for table, number in rows.items() if number}


def _name_the_gone(con: Connection, gone: Gone, key: str) -> None:
    spelt = _names_by_namer(gone)
    _load(con, "gone_participant", ("participant_id",), [(one,) for one in gone.participants])
    _load(
        con,
        "gone_contact",
        ("participant_id", "contact_id", "code"),
        [
            *((*one, nameless(key, *one)) for one in gone.contacts),
            *(
                (*one, nameless(key, *one) if _tells(one, spelt) else one[1])
                for one in gone.unnamed
            ),
        ],
    )
    _load(
        con,
        "gone_answer",
        ("attribute", "category", "code"),
        [(*one, nameless(key, *one)) for one in gone.answers],
    )
    _load(
        con,
        "gone_word",
        ("place", "participant_id", "word", "probe"),
        [
            (f"{place:09}", who, word, probe(word).lower())
            for place, (who, word) in enumerate(gone.words)
        ],
    )


def _names_by_namer(gone: Gone) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for who, word in gone.words:
        if who is not None and len(_plain(word)) > 1:
            names.setdefault(who, set()).add(_plain(word))
    return names


def _tells(contact: tuple[str, str], names: Mapping[str, set[str]]) -> bool:
    """Whether the code of a contact who only loses their name says it all the same."""
    namer, code = contact
    spelt = _plain(code)
    return any(name in spelt for name in names.get(namer, ()))


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _load(
    con: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[str | None]]
) -> None:
    con.execute(f"CREATE TABLE {table} ({', '.join(f'{name} VARCHAR' for name in columns)})")
    if rows:
        values = ", ".join("unnest(CAST(? AS VARCHAR[]))" for _ in columns)
        con.execute(
            f"INSERT INTO {table} SELECT {values}", [list(one) for one in zip(*rows, strict=True)]
        )


def columns_of(con: Connection, table: str) -> set[str]:
    """The columns that the import's table has."""
    rows = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [table]
    ).fetchall()
    return {str(row[0]) for row in rows}


def _remove(con: Connection, table: str) -> int:
    ids = {"participant_id", "other_participant_id"} & columns_of(con, table)
    meant = " OR ".join(f"{one} IN (FROM gone_participant)" for one in sorted(ids))
    return _changed(con, f"DELETE FROM {table} WHERE {meant}")


def _forget_who_contacts_are(con: Connection) -> dict[str, int]:
    """Everything that says who a contact is, but for the code; rows already nameless stay."""
    if "contacts" not in tables_in(con):
        return {}
    names = sorted(set(WHO_A_CONTACT_IS) & columns_of(con, "contacts"))
    nothing = ", ".join([*(f"{name} = NULL" for name in names), "contact_id = g.code"])
    tells = " OR ".join([*(f"c.{name} IS NOT NULL" for name in names), "c.contact_id <> g.code"])
    rows = _changed(
        con,
        f"UPDATE contacts AS c SET {nothing} FROM gone_contact AS g"
        f" WHERE c.participant_id = g.participant_id AND c.contact_id = g.contact_id AND ({tells})",
    )
    return {"contacts": rows}


def _forget_codes(con: Connection) -> dict[str, int]:
    """The contacts' codes wherever else they stand; whatever row holds them says nothing more."""
    for table, columns in CONTACT_CODES.items():
        if table not in tables_in(con) or table == "contacts":
            continue
        for column in sorted(set(columns) & columns_of(con, table)):
            con.execute(
                f"UPDATE {table} AS t SET {column} = g.code FROM gone_contact AS g"
                f" WHERE t.participant_id = g.participant_id AND t.{column} = g.contact_id"
                " AND g.code <> g.contact_id"
            )
    return {}


def _forget_answers(con: Connection) -> dict[str, int]:
    """Further answers that nobody else gave; under another code they count as before."""
    if CONTACT_ATTRIBUTES not in tables_in(con):
        return {}
    rows = _changed(
        con,
        f"UPDATE {CONTACT_ATTRIBUTES} AS t SET category = g.code FROM gone_answer AS g"
        " WHERE t.attribute = g.attribute AND t.category = g.category",
    )
    return {CONTACT_ATTRIBUTES: rows}


def _forget_words(con: Connection) -> dict[str, int]:
    """Names in what people wrote; only the participant who used a label can have meant it."""
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
    _load(con, "reworded", ("row_id", "words"), changed)
    return _changed(
        con,
        f"UPDATE {table} AS t SET {column} = r.words FROM reworded AS r"
        " WHERE t.rowid = CAST(r.row_id AS BIGINT)",
    )


_WITH_PART_OF_A_NAME = """
WITH written AS (
    SELECT
        rowid AS row_id,
        participant_id,
        {column} AS words,
        lower(nfc_normalize({column})) AS spelt
    FROM {table}
    WHERE {column} IS NOT NULL
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
        w.row_id,
        w.words,
        g.word,
        g.place
    FROM written AS w
    CROSS JOIN gone_word AS g
    WHERE g.participant_id IS NULL AND contains(w.spelt, g.probe)
)

SELECT
    row_id,
    any_value(words) AS words,
    list(word ORDER BY place) AS names
FROM found
GROUP BY row_id
"""


def _changed(con: Connection, statement: str) -> int:
    (count,) = con.execute(statement).fetchall()[0]
    return int(count)
