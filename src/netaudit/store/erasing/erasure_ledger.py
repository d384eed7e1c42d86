"""What the ledger holds of somebody, and how it forgets them and remembers that it did."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, delete, func, insert, select, update

from netaudit.store import introductions
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.erasing import wishes
from netaudit.store.erasing.certificate import Certificate, Taken
from netaudit.store.erasing.erased_before import marks_of
from netaudit.store.erasing.gone import Gone, Request
from netaudit.store.ledger import Ledger
from netaudit.store.ledger_tables import (
    ACCESS_LOG,
    ACCOUNT,
    ERASED,
    ERASURE,
    GRANTED,
    LINK,
    THEME_CODING,
)
from netaudit.store.pseudonyms import pseudonym
from netaudit.store.themes import forget_participant, writer_key

AT_ONCE = 5000
"""So many names one question to the ledger may hold."""

REQUEST = "request"
"""In a certificate that is kept but not finished: the mark of the request, to go on with it."""


@dataclass(frozen=True, kw_only=True)
class Begun:
    """A certificate that is kept; it is finished once everything in it has happened."""

    number: int
    certificate: Certificate
    is_finished: bool


@dataclass(frozen=True, kw_only=True)
class Known:
    """Under which names the ledger knows participants: codes, accounts, evaluators' codes."""

    participants: tuple[str, ...]
    addresses: tuple[str, ...]
    pseudonyms: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """How the access log may name them."""
        return (*self.participants, *self.addresses, *self.pseudonyms)


def known_as(connection: Connection, gone: Gone, pseudonym_key: str) -> Known:
    """Under which names the ledger knows the participants who are to go."""
    people = gone.participants
    emails = select(GRANTED.c.email).distinct()
    return Known(
        participants=people,
        addresses=tuple(
            email
            for part in _parts(people)
            for email in connection.scalars(emails.where(GRANTED.c.participant_id.in_(part)))
        ),
        pseudonyms=tuple(pseudonym(pseudonym_key, one) for one in people),
    )


def counts(connection: Connection, known: Known) -> dict[str, int]:
    """How many entries of each kind are about them; kinds without any are left out."""
    writers = [writer_key(one) for one in known.participants]
    found = {
        "links": _rows_with(connection, LINK.c.participant_id, known.participants),
        "roles": _rows_with(connection, GRANTED.c.participant_id, known.participants),
        "codings of texts": _rows_with(connection, THEME_CODING.c.writer_key, writers),
        "introductions": sum(
            introductions.count(connection, part) for part in _parts(known.participants)
        ),
        "wishes to be erased": sum(
            wishes.count(connection, part) for part in _parts(known.participants)
        ),
        "lines of the access log": _lines_about(connection, known),
    }
    return {words: number for words, number in found.items() if number}


def _rows_with(connection: Connection, column: Column[str], names: Sequence[str]) -> int:
    wanted = select(func.count()).select_from(column.table)
    return sum(connection.scalar(wanted.where(column.in_(part))) or 0 for part in _parts(names))


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """As many names as one statement can take, then the next."""
    return (names[at : at + AT_ONCE] for at in range(0, len(names), AT_ONCE))


def _lines_about(connection: Connection, known: Known) -> int:
    names, whats = set(known.names), {_granted(one) for one in known.addresses}
    log = ACCESS_LOG.c
    rows = connection.execute(select(log.participant_id, log.who, log.what))
    return sum(who in names or by in names or what in whats for who, by, what in rows)


def taken_away(connection: Connection, gone: Gone) -> tuple[Taken, ...]:
    """Downloads by others that the log knows of and that may hold those gone.

    Those are about the person, about somebody who named them, or about nobody in particular in
    their cohorts.
    """
    log = ACCESS_LOG.c
    people, cohorts = {"", *gone.participants, *gone.namers}, {"", *gone.cohorts}
    wanted = (
        select(log.at, log.who, log.what, log.cohort, log.participant_id)
        .where(log.action == "exported", log.role != "participant")
        .order_by(log.number)
    )
    return tuple(
        Taken(at=f"{at:%Y-%m-%d %H:%M}", who=who, what=what)
        for at, who, what, cohort, participant in connection.execute(wanted)
        if cohort in cohorts and participant in people
    )


def forget(connection: Connection, known: Known, gone: Gone, key: str) -> None:
    """Everything about them goes; a keyed hash stays, by which they are recognised if they come."""
    for part in _parts(known.participants):
        for table in (LINK, GRANTED):
            connection.execute(delete(table).where(table.c.participant_id.in_(part)))
        introductions.forget(connection, part)
        wishes.forget(connection, part)
    for participant in known.participants:
        forget_participant(connection, participant)
    connection.execute(
        delete(ACCOUNT).where(
            ACCOUNT.c.email.in_(known.addresses), ACCOUNT.c.email.not_in(select(GRANTED.c.email))
        )
    )
    _forget_in_log(connection, known)
    _remember(connection, marks_of(gone, key))


def _forget_in_log(connection: Connection, known: Known) -> None:
    """Lines stay, as what others did; that they were about somebody erased does not."""
    for part in _parts(known.names):
        for column in (ACCESS_LOG.c.who, ACCESS_LOG.c.participant_id):
            connection.execute(update(ACCESS_LOG).where(column.in_(part)).values({column.name: ""}))
    for part in _parts([_granted(one) for one in known.addresses]):
        named = ACCESS_LOG.c.what.in_(part)
        connection.execute(update(ACCESS_LOG).where(named).values(what="participant"))


def _granted(address: str) -> str:
    """What the log says of a participant's account that was given or taken."""
    return f"participant {address}"


def _remember(connection: Connection, marks: Sequence[str]) -> None:
    for part in _parts(marks):
        connection.execute(delete(ERASED).where(ERASED.c.mark.in_(part)))
    if marks:
        connection.execute(insert(ERASED), [{"mark": one, "erased_at": now()} for one in marks])


def begin(connection: Connection, certificate: Certificate, request: Request, key: str) -> int:
    """Keeps a certificate of what is about to happen, in the place of an interrupted one."""
    mark = mark_request(request, key)
    for number, document in connection.execute(select(ERASURE.c.number, ERASURE.c.certificate)):
        if document.get(REQUEST) == mark:
            connection.execute(delete(ERASURE).where(ERASURE.c.number == number))
    added = connection.execute(
        insert(ERASURE).values(
            erased_at=certificate.erased_at,
            erased_by=certificate.erased_by,
            certificate={**certificate.document(), REQUEST: mark},
        )
    )
    (number,) = added.inserted_primary_key or (0,)
    return int(number)


def begun(ledger: Ledger, request: Request, key: str) -> Begun | None:
    """The certificate of this very request, if it was interrupted."""
    mark = mark_request(request, key)
    with ledger.reading() as connection:
        for number, document in _documents(connection):
            if document.get(REQUEST) == mark:
                return _begun(number, document)
    return None


def finish(connection: Connection, number: int, by: Actor, cohort: str) -> None:
    """Notes that everything in a certificate has happened."""
    (document,) = connection.scalars(
        select(ERASURE.c.certificate).where(ERASURE.c.number == number)
    ).all()
    kept = {name: value for name, value in document.items() if name != REQUEST}
    connection.execute(update(ERASURE).where(ERASURE.c.number == number).values(certificate=kept))
    note(connection, by, "erased", what=kept["kind"], cohort=cohort)


def certificates(ledger: Ledger) -> tuple[Begun, ...]:
    """Every certificate kept, the newest first."""
    with ledger.reading() as connection:
        return tuple(_begun(number, document) for number, document in _documents(connection))


def mark_request(request: Request, key: str) -> str:
    """The same for the same request; nobody can tell from it who was meant."""
    return hmac.digest(bytes.fromhex(key), repr(request).encode(), hashlib.sha256).hex()


def _documents(connection: Connection) -> list[tuple[int, dict[str, Any]]]:
    wanted = select(ERASURE.c.number, ERASURE.c.certificate).order_by(ERASURE.c.number.desc())
    return [(int(number), dict(document)) for number, document in connection.execute(wanted)]


def _begun(number: int, document: dict[str, Any]) -> Begun:
    kept = {name: value for name, value in document.items() if name != REQUEST}
    return Begun(
        number=number, certificate=Certificate.of(kept), is_finished=REQUEST not in document
    )
