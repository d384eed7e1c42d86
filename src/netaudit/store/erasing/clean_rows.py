"""Takes somebody out of the tables of one import, in memory, and counts the rows that changed.

A participant's own rows go. A contact stays as a nameless slot, so that counts and shares of the
participant who named them stay right.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence

from netaudit.engine.duckdb import CONTACT_ATTRIBUTES, Connection
from netaudit.store.erasing.clean_texts import (
    changed_rows,
    columns_of,
    forget_words,
    load_texts,
    tables_in,
)
from netaudit.store.erasing.gone import Gone
from netaudit.store.erasing.name_patterns import probe

NAMELESS = "erased-"
"""What the code of a contact begins with that tells nobody any more who it was."""

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
        forget_words,
        _forget_codes,
    )
    for step in steps:
        for table, rows in step(con).items():
            blanked[table] = blanked.get(table, 0) + rows
    return _some(removed), _some(blanked)


def _some(rows: dict[str, int]) -> dict[str, int]:
    return {table: number for table, number in rows.items() if number}


def _name_the_gone(con: Connection, gone: Gone, key: str) -> None:
    spelt = _names_by_namer(gone)
    load_texts(con, "gone_participant", ("participant_id",), [(one,) for one in gone.participants])
    load_texts(
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
    load_texts(
        con,
        "gone_answer",
        ("attribute", "category", "code"),
        [(*one, nameless(key, *one)) for one in gone.answers],
    )
    load_texts(
        con,
        "gone_word",
        ("place", "participant_id", "word", "probe"),
        [(f"{place:09}", who, word, probe(word)) for place, (who, word) in enumerate(gone.words)],
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


def _remove(con: Connection, table: str) -> int:
    ids = {"participant_id", "other_participant_id"} & columns_of(con, table)
    meant = " OR ".join(f"{one} IN (FROM gone_participant)" for one in sorted(ids))
    return changed_rows(con, f"DELETE FROM {table} WHERE {meant}")


def _forget_who_contacts_are(con: Connection) -> dict[str, int]:
    """Everything that says who a contact is, but for the code; rows already nameless stay."""
    if "contacts" not in tables_in(con):
        return {}
    names = sorted(set(WHO_A_CONTACT_IS) & columns_of(con, "contacts"))
    nothing = ", ".join([*(f"{name} = NULL" for name in names), "contact_id = g.code"])
    tells = " OR ".join([*(f"c.{name} IS NOT NULL" for name in names), "c.contact_id <> g.code"])
    rows = changed_rows(
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
    rows = changed_rows(
        con,
        f"UPDATE {CONTACT_ATTRIBUTES} AS t SET category = g.code FROM gone_answer AS g"
        " WHERE t.attribute = g.attribute AND t.category = g.category",
    )
    return {CONTACT_ATTRIBUTES: rows}
