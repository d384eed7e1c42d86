"""Recognises in an import whoever was erased before, by keyed hashes of their codes.

Names that a cohort's contacts lost when their time was over do not come back either.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select

from netaudit.engine import duckdb as engine
from netaudit.errors import Problem
from netaudit.store.durable import put_in_place, remove
from netaudit.store.erasing.cleaning import cleaned
from netaudit.store.erasing.gone import Gone, Request, find
from netaudit.store.erasing.people_tables import load_people
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ERASED
from netaudit.store.merge import StoredImport
from netaudit.store.record import write_record
from netaudit.store.retention_dates import cohorts_without_labels
from netaudit.store.secret_keys import secret_key
from netaudit.wording import counted, enumerated


def marks_of(gone: Gone, key: str) -> list[str]:
    """The marks of everybody gone; nobody can tell from them who it was."""
    said = [
        *gone.participants,
        *(_contact(*one) for one in gone.contacts),
        *(_person_key(one) for one in gone.person_keys),
    ]
    return [_mark(key, one) for one in dict.fromkeys(said)]


def erased_before(ledger: Ledger, imports: Sequence[StoredImport]) -> Gone:
    """Those in some imports who were erased before, and contacts whose names are over."""
    with ledger.reading() as connection:
        marks = frozenset(connection.scalars(select(ERASED.c.mark)))
    gone = Gone()
    if marks:
        gone = find(_marked(imports, marks, secret_key(ledger, "erasure")), imports)
    for cohort in cohorts_without_labels(ledger):
        gone = _both(gone, find(Request(cohort=cohort, only_labels=True), imports))
    return gone


def without_erased(ledger: Ledger, stored: StoredImport) -> StoredImport:
    """An import that does not count yet, rid of those who were erased before, with a warning."""
    gone = erased_before(ledger, [stored])
    if gone.is_nobody:
        return stored
    beside = stored.folder.with_name(f"{stored.folder.name}-cleaned")
    record = replace(stored.record, without=stored.record.id)
    clean = cleaned(stored, gone, beside, record, secret_key(ledger, "erasure"))
    if clean is None:
        return stored
    told = replace(clean[0].record, problems=(*clean[0].record.problems, *_warnings(gone)))
    write_record(beside, told)
    remove(stored.folder)
    put_in_place(beside, stored.folder)
    return StoredImport(record=told, folder=stored.folder)


def _marked(imports: Sequence[StoredImport], marks: frozenset[str], key: str) -> Request:
    """Everybody in the imports who bears one of the marks."""
    con = engine.connect()
    try:
        load_people(con, imports)
        people = con.execute(
            "SELECT participant_id FROM person UNION SELECT participant_id FROM fellow"
            " UNION SELECT other_participant_id FROM fellow"
            " UNION SELECT is_participant_id FROM listed"
        ).fetchall()
        contacts = con.execute("SELECT DISTINCT participant_id, contact_id FROM listed").fetchall()
        keys = con.execute("SELECT DISTINCT person_key FROM listed").fetchall()
    finally:
        con.close()
    return Request(
        participants=tuple(one for (one,) in people if one and _mark(key, one) in marks),
        contacts=tuple(one for one in contacts if _mark(key, _contact(*one)) in marks),
        person_keys=tuple(one for (one,) in keys if one and _mark(key, _person_key(one)) in marks),
    )


def _both(one: Gone, other: Gone) -> Gone:
    """Two findings as one; whoever is gone for good need not lose their name besides."""
    erased = set(one.contacts)
    unnamed = (pair for pair in other.unnamed if pair not in erased)
    words = dict.fromkeys((*one.words, *other.words))
    return replace(
        one,
        unnamed=(*one.unnamed, *unnamed),
        words=tuple(sorted(words, key=lambda said: -len(said[1]))),
    )


def _warnings(gone: Gone) -> tuple[Problem, ...]:
    people = len(gone.participants)
    contacts = sum(namer not in gone.participants for namer, _ in gone.contacts)
    named = [counted(people, "participant")] if people else []
    named += [counted(contacts, "contact")] if contacts else []
    said = {
        "had been erased and were not stored again": enumerated(named) if named else "",
        "came with names whose time is over; the names were not stored": (
            counted(len(gone.unnamed), "contact") if gone.unnamed else ""
        ),
    }
    return tuple(
        Problem(
            severity="warning",
            file="",
            message=f"{who} in this export {what}.",
            hint="Nothing needs to be done. Take them out of the survey tool as well.",
        )
        for what, who in said.items()
        if who
    )


def _contact(participant: str, contact: str) -> str:
    return f"{participant}\0{contact}"


def _person_key(key: str) -> str:
    return f"\0person\0{key}"


def _mark(key: str, said: str) -> str:
    return hmac.digest(bytes.fromhex(key), said.encode(), hashlib.sha256).hex()
