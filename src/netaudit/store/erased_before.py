"""Recognises in a new import whoever was erased before, by keyed hashes of their codes."""

import hashlib
import hmac
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from netaudit.engine import duckdb as engine
from netaudit.errors import Problem
from netaudit.store.cleaning import cleaned
from netaudit.store.durable import put_in_place, remove
from netaudit.store.gone import Gone
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import ERASED
from netaudit.store.merge import StoredImport
from netaudit.store.secret_keys import secret_key
from netaudit.wording import counted, enumerated


def mark_participant(key: str, participant: str) -> str:
    """The mark of an erased participant; nobody can tell from it who it was."""
    return _mark(key, participant)


def mark_contact(key: str, participant: str, contact: str) -> str:
    """The mark of a contact whom a participant named and who was erased."""
    return _mark(key, f"{participant}\0{contact}")


def erased_before(ledger: Ledger, stored: StoredImport) -> Gone:
    """Those of an import, not counting yet, who were erased before."""
    with ledger.reading() as connection:
        marks = set(connection.scalars(select(ERASED.c.mark)))
    if not marks:
        return Gone()
    key = secret_key(ledger, "erasure")
    named = _rows(stored.table("participants"), "participant_id, name")
    audited = _rows(stored.table("audits"), "participant_id")
    codes = dict.fromkeys(one[0] for one in (*named, *audited))
    people = tuple(one for one in codes if mark_participant(key, one) in marks)
    names = [(None, one[1]) for one in named if one[0] in people and one[1]]
    listed = _rows(stored.table("contacts"), "participant_id, contact_id, label")
    contacts = [one for one in listed if mark_contact(key, one[0], one[1]) in marks]
    labels = [(one[0], one[2]) for one in contacts if one[2]]
    return Gone(
        participants=people,
        contacts=tuple(dict.fromkeys((one[0], one[1]) for one in contacts)),
        words=(*dict.fromkeys(names), *dict.fromkeys(labels)),
    )


def without_erased(ledger: Ledger, stored: StoredImport) -> StoredImport:
    """An import that does not count yet, rid of those who were erased before, with a warning."""
    gone = erased_before(ledger, stored)
    if gone.is_nobody:
        return stored
    beside = stored.folder.with_name(f"{stored.folder.name}-cleaned")
    record = replace(stored.record, problems=(*stored.record.problems, _warning(gone)))
    clean = cleaned(stored, gone, beside, record, secret_key(ledger, "erasure")).stored
    remove(stored.folder)
    put_in_place(beside, stored.folder)
    return replace(clean, folder=stored.folder)


def _warning(gone: Gone) -> Problem:
    people, contacts = len(gone.participants), len(gone.contacts)
    named = [counted(people, "participant")] if people else []
    named += [counted(contacts, "contact")] if contacts else []
    return Problem(
        severity="warning",
        file="",
        message=f"{enumerated(named)} in this export had been erased and were not stored again.",
        hint="Nothing needs to be done. Take them out of the survey tool as well.",
    )


def _rows(path: Path | None, columns: str) -> list[tuple[str, ...]]:
    if path is None:
        return []
    con = engine.connect()
    try:
        return con.execute(
            f"SELECT DISTINCT {columns} FROM read_parquet(?) ORDER BY ALL", [str(path)]
        ).fetchall()
    finally:
        con.close()


def _mark(key: str, said: str) -> str:
    return hmac.digest(bytes.fromhex(key), said.encode(), hashlib.sha256).hex()
