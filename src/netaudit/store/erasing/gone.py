"""Whose traces are to go: participants, contacts they named, and words that would tell who it was.

They are looked up in every import, those undone too, so that a person is found at every wave.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import Connection
from netaudit.store.erasing.people_tables import IS_NAMED, load_people
from netaudit.store.merge import StoredImport

Kind = Literal["participant", "contact", "labels", "cohort", "again"]


@dataclass(frozen=True, kw_only=True)
class Request:
    """Who is to be erased.

    `participants` by their codes; `contacts` as (participant_id, contact_id); `person_keys`:
    everybody named with that key. `cohort` stands for everybody in it, or with `only_labels` for
    the names of their contacts. `also` are further words by which the person is called, in texts
    of those who named them or of the participant's cohort.
    """

    participants: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    person_keys: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    cohort: str | None = None
    only_labels: bool = False

    @property
    def kind(self) -> Kind:
        """What the certificate calls it."""
        if self.cohort is not None:
            return "labels" if self.only_labels else "cohort"
        return "participant" if self.participants else "contact"

    @property
    def whole_cohort(self) -> str | None:
        """The cohort of which everything goes, if it is one."""
        return None if self.only_labels else self.cohort


@dataclass(frozen=True, kw_only=True)
class Gone:
    """What a request comes down to in the imports at hand.

    `contacts` are (participant_id, contact_id) and get another code; those `unnamed` keep theirs.
    `words` are (participant_id, word): names that may stand in what this participant wrote, None
    for what anybody wrote. `answers` are (attribute, category) that nobody but the contacts has.
    `cohorts` are those of everybody concerned, `namers` the participants who named the contacts.
    """

    participants: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    unnamed: tuple[tuple[str, str], ...] = ()
    person_keys: tuple[str, ...] = ()
    words: tuple[tuple[str | None, str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    cohorts: tuple[str, ...] = ()

    @property
    def is_nobody(self) -> bool:
        """Whether there is nothing to erase."""
        return not (self.participants or self.contacts or self.unnamed)

    @property
    def namers(self) -> tuple[str, ...]:
        """The participants who named the contacts."""
        return tuple(dict.fromkeys(one[0] for one in (*self.contacts, *self.unnamed)))


def together(one: Gone, other: Gone) -> Gone:
    """Two findings as one."""
    fields = {
        name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name))))
        for name in Gone.__dataclass_fields__
    }
    return Gone(**{**fields, "words": tuple(sorted(fields["words"], key=_longest_first))})


def find(request: Request, imports: Sequence[StoredImport]) -> Gone:
    """The participants and contacts of a request, as any of the imports knows them."""
    con = engine.connect()
    try:
        load_people(con, imports)
        return _found(con, request, _left_out(request, imports))
    finally:
        con.close()


def concerned(whose: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The participant, and the contacts of theirs, that a problem's `whose` names."""
    who, *rest = whose.split(", ", 2)
    contacts = rest[1].split(" and ") if len(rest) == 2 else []
    return who, tuple((who, one) for one in contacts)


def _left_out(request: Request, imports: Sequence[StoredImport]) -> set[str]:
    """Those asked for of whom there are rows that were left out."""
    named = {
        concerned(problem.whose)[0] for stored in imports for problem in stored.record.left_out
    }
    return named & set(request.participants)


def _found(con: Connection, request: Request, left_out: set[str]) -> Gone:
    people = _participants(con, request, left_out)
    rows = _contacts(con, request, people)
    contacts = tuple(dict.fromkeys((str(row[0]), str(row[1])) for row in rows))
    labels = [(str(row[0]), str(row[2])) for row in rows if row[2]]
    namers = {one[0] for one in contacts} - set(people)
    everybody: list[tuple[str | None, str]] = [(None, word) for word in _names(con, people)]
    writers = _fellows(con, people) if people else sorted(namers)
    also = [(one, word) for one in writers for word in request.also]
    words = [*everybody, *also, *(one for one in labels if one[0] in namers)]
    return Gone(
        participants=people,
        contacts=() if request.only_labels else contacts,
        unnamed=contacts if request.only_labels else (),
        person_keys=request.person_keys,
        words=tuple(sorted(dict.fromkeys(words), key=_longest_first)),
        answers=() if request.only_labels else _answers(con, contacts, people),
        cohorts=_cohorts(con, (*people, *namers)),
    )


def _longest_first(word: tuple[str | None, str]) -> tuple[int, str, str]:
    """A whole name is looked for before its parts, of which it would leave the rest."""
    return (-len(word[1]), word[1], word[0] or "")


def _participants(con: Connection, request: Request, left_out: set[str]) -> tuple[str, ...]:
    if request.only_labels:
        return ()
    rows = con.execute(
        "WITH known AS (SELECT participant_id FROM person UNION SELECT participant_id FROM fellow"
        " UNION SELECT other_participant_id FROM fellow UNION SELECT is_participant_id FROM listed)"
        " SELECT participant_id FROM known LEFT JOIN member USING (participant_id)"
        " WHERE list_contains($asked, participant_id) OR cohort = $cohort ORDER BY ALL",
        {"asked": list(request.participants), "cohort": request.cohort},
    ).fetchall()
    return tuple(dict.fromkeys([*(str(row[0]) for row in rows), *sorted(left_out)]))


def _names(con: Connection, people: tuple[str, ...]) -> list[str]:
    """What participants are called: name, address and code."""
    rows = con.execute(
        "SELECT DISTINCT unnest([name, email, participant_id]) AS word FROM person"
        " WHERE list_contains(?, participant_id)",
        [list(people)],
    ).fetchall()
    return [str(row[0]) for row in rows if row[0]]


def _fellows(con: Connection, people: tuple[str, ...]) -> list[str]:
    """Everybody else in the cohorts of participants."""
    rows = con.execute(
        "SELECT participant_id FROM member WHERE cohort IN (SELECT cohort FROM member"
        " WHERE list_contains($people, participant_id))"
        " AND NOT list_contains($people, participant_id) ORDER BY ALL",
        {"people": list(people)},
    ).fetchall()
    return [str(row[0]) for row in rows]


def _contacts(con: Connection, request: Request, people: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """The contacts to be made nameless with every label they ever had, one row a label."""
    con.execute("CREATE TEMP TABLE asked (participant_id VARCHAR, contact_id VARCHAR)")
    if request.contacts:
        con.executemany("INSERT INTO asked VALUES (?, ?)", [list(one) for one in request.contacts])
    rows: list[tuple[Any, ...]] = con.execute(
        "WITH meant AS (SELECT l.participant_id, l.contact_id FROM listed AS l"
        " LEFT JOIN member AS m USING (participant_id) WHERE"
        " (l.participant_id, l.contact_id) IN (FROM asked)"
        " OR list_contains($keys, l.person_key) OR list_contains($people, l.is_participant_id)"
        f" OR ($only_labels AND m.cohort = $cohort AND {IS_NAMED}))"
        " SELECT DISTINCT participant_id, contact_id, label FROM listed SEMI JOIN meant"
        " USING (participant_id, contact_id) ORDER BY ALL",
        {
            "keys": list(request.person_keys),
            "people": list(people),
            "only_labels": request.only_labels,
            "cohort": request.cohort,
        },
    ).fetchall()
    return rows


def _answers(
    con: Connection, contacts: tuple[tuple[str, str], ...], people: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Further answers that no other contact has: they would tell who it was."""
    con.execute("CREATE TEMP TABLE meant (participant_id VARCHAR, contact_id VARCHAR)")
    if contacts:
        con.executemany("INSERT INTO meant VALUES (?, ?)", [list(one) for one in contacts])
    rows = con.execute(
        "SELECT attribute, category FROM answered"
        " WHERE category IS NOT NULL AND NOT list_contains(?, participant_id)"
        " GROUP BY attribute, category"
        " HAVING bool_and((participant_id, contact_id) IN (FROM meant)) ORDER BY ALL",
        [list(people)],
    ).fetchall()
    return tuple((str(row[0]), str(row[1])) for row in rows)


def _cohorts(con: Connection, people: Sequence[str]) -> tuple[str, ...]:
    rows = con.execute(
        "SELECT DISTINCT cohort FROM member WHERE list_contains(?, participant_id) ORDER BY ALL",
        [list(people)],
    ).fetchall()
    return tuple(str(row[0]) for row in rows if row[0])
