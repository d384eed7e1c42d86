"""Whose traces are to go: participants, contacts they named, and words that would tell who it was.

They are looked up in every import, those undone too, so that a person is found at every wave.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection
from netaudit.store.merge import StoredImport


@dataclass(frozen=True, kw_only=True)
class Request:
    """Who is to be erased: one participant, one contact of a participant, or everybody with a key.

    A contact is named by `participant` and `contact` together.
    """

    participant: str | None = None
    contact: str | None = None
    person_key: str | None = None

    @property
    def kind(self) -> str:
        """What the certificate calls it."""
        return "participant" if self.person_key is None and self.contact is None else "contact"


@dataclass(frozen=True, kw_only=True)
class Gone:
    """What a request comes down to in the imports at hand.

    `contacts` are (participant_id, contact_id); `words` (participant_id, word) are names that may
    stand in what this participant wrote, None for what anybody wrote.
    """

    participants: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str | None, str], ...] = field(default=())

    @property
    def is_nobody(self) -> bool:
        """Whether there is nothing to erase."""
        return not self.participants and not self.contacts


def find(request: Request, imports: Sequence[StoredImport]) -> Gone:
    """The participants and contacts of a request, as any of the imports knows them."""
    con = engine.connect()
    try:
        _load(con, imports)
        people, names = _participant(con, request)
        contacts, labels = _contacts(con, request, people)
    finally:
        con.close()
    words = [(None, name) for name in names] + [one for one in labels if one[0] not in people]
    return Gone(participants=people, contacts=contacts, words=tuple(words))


def _load(con: Connection, imports: Sequence[StoredImport]) -> None:
    con.execute("CREATE TABLE person (participant_id VARCHAR, name VARCHAR)")
    con.execute(
        "CREATE TABLE listed (participant_id VARCHAR, contact_id VARCHAR, label VARCHAR,"
        " person_key VARCHAR, is_participant_id VARCHAR)"
    )
    wanted = {
        "person": ["participant_id", "name"],
        "listed": ["participant_id", "contact_id", "label", "person_key", "is_participant_id"],
    }
    for stored in imports:
        for source, table in (("participants", "person"), ("contacts", "listed")):
            path = stored.table(source)
            if path is not None:
                con.execute(
                    f"INSERT INTO {table} BY NAME"
                    " SELECT COLUMNS(lambda c: list_contains(?, c)) FROM read_parquet(?)",
                    [wanted[table], str(path)],
                )


def _participant(con: Connection, request: Request) -> tuple[tuple[str, ...], list[str]]:
    if request.participant is None or request.contact is not None:
        return (), []
    rows = con.execute(
        "SELECT DISTINCT name FROM person WHERE participant_id = ?", [request.participant]
    ).fetchall()
    return ((request.participant,) if rows else ()), [str(row[0]) for row in rows if row[0]]


def _contacts(
    con: Connection, request: Request, people: tuple[str, ...]
) -> tuple[tuple[tuple[str, str], ...], list[tuple[str, str]]]:
    """The contacts to be made nameless, and the labels they ever had."""
    rows: list[tuple[Any, ...]] = con.execute(
        "WITH meant AS (SELECT DISTINCT participant_id, contact_id FROM listed WHERE"
        " (participant_id = $participant AND contact_id = $contact) OR person_key = $person_key"
        " OR list_contains($people, is_participant_id))"
        " SELECT DISTINCT participant_id, contact_id, label FROM listed SEMI JOIN meant"
        " USING (participant_id, contact_id) ORDER BY ALL",
        {
            "participant": request.participant,
            "contact": request.contact,
            "person_key": request.person_key,
            "people": list(people),
        },
    ).fetchall()
    keys = tuple(dict.fromkeys((str(row[0]), str(row[1])) for row in rows))
    return keys, [(str(row[0]), str(row[2])) for row in rows if row[2]]
