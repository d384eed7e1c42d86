"""What people decided about who is who, as far as it concerns somebody who is to be erased."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from netaudit.store.erasing.gone import Gone, Request
from netaudit.store.ledger import Ledger
from netaudit.store.matching import corrections, matches
from netaudit.store.matching.corrected import contacts_meant
from netaudit.store.matching.matches import Contact
from netaudit.store.merge import StoredImport
from netaudit.store.secret_keys import secret_key


def widened(request: Request, ledger: Ledger, imports: Sequence[StoredImport]) -> Request:
    """The same people under every code that stands for them in some import."""
    standing = corrections.in_force(ledger)
    meant = contacts_meant(imports, standing, secret_key(ledger, "pseudonym"))
    held_as = (held for held, contact in meant.items() if contact in request.contacts)
    return replace(
        request,
        participants=corrections.written_as(standing, request.participants),
        contacts=tuple(dict.fromkeys((*request.contacts, *held_as))),
    )


def contacts_decided(
    gone: Gone, ledger: Ledger, imports: Sequence[StoredImport]
) -> frozenset[Contact]:
    """The contacts that are gone, as imports and as the database call them."""
    standing = corrections.in_force(ledger)
    meant = contacts_meant(imports, standing, secret_key(ledger, "pseudonym"))
    held = (*gone.contacts, *gone.unnamed)
    return frozenset((*held, *(meant[one] for one in held if one in meant)))


def count(connection: Connection, gone: Gone, contacts: Collection[Contact]) -> int:
    """How many decisions are about them."""
    return corrections.count(connection, gone.participants) + len(
        matches.about(connection, gone.participants, contacts)
    )


def forget(connection: Connection, gone: Gone, contacts: Collection[Contact]) -> None:
    """Every decision about them goes."""
    corrections.forget(connection, gone.participants)
    matches.forget(connection, gone.participants, contacts)
