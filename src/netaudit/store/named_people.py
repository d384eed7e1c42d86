"""Finds a person whom participants named, by the name that they give of themselves.

Whether a contact is that person is for people to say: each comes with the reason to think so.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from netaudit.engine import duckdb as engine
from netaudit.engine.duckdb import quiet
from netaudit.errors import NetauditError
from netaudit.store import folder
from netaudit.store.erasing.people_tables import load_people
from netaudit.store.merge import stored_import
from netaudit.store.names_alike import Likeness, likeness, words_of
from netaudit.store.workspace import Workspace

MOST = 50
LEAST_LETTERS = 2


@dataclass(frozen=True, kw_only=True)
class Likely:
    """A contact who may be the person; `labels` are all that the participant ever called them.

    `namer` numbers the participants among those found, for whoever is not to see their codes.
    """

    participant: str
    contact: str
    namer: int
    labels: tuple[str, ...]
    cohort: str
    affiliation: str
    organisation: str
    function: str
    person_key: str
    likeness: Likeness


def search(
    workspace: Workspace, name: str, cohorts: Collection[str] | None = None
) -> tuple[Likely, ...]:
    """The contacts who may bear the name, the likeliest first, of every import kept.

    `cohorts` narrows them to what participants of these named. NetauditError for a name that is
    too short, or that far too many may bear.
    """
    if sum(len(word) for word in words_of(name)) < LEAST_LETTERS:
        raise NetauditError("That is too short to look for.", "Give initials or more of the name.")
    rows = [row for row in _contacts(workspace) if cohorts is None or row["cohort"] in cohorts]
    found = {id(row): like for row in rows if (like := _closest(name, row["labels"]))}
    keys = {
        row["person_key"]: row["labels"][0]
        for row in rows
        if row["person_key"] and id(row) in found and found[id(row)].rank < KEY_RANK
    }
    for row in rows:
        if id(row) not in found and row["person_key"] in keys:
            reason = f"The same person key as “{keys[row['person_key']]}”"
            found[id(row)] = Likeness(rank=KEY_RANK, reason=reason)
    if len(found) > MOST:
        raise NetauditError(
            f"{len(found)} contacts may bear that name.", "Give more of it, so that fewer do."
        )
    ordered = sorted(
        ((found[id(row)], row) for row in rows if id(row) in found),
        key=lambda one: (one[0].rank, one[1]["labels"], one[1]["participant_id"]),
    )
    return tuple(_numbered(ordered))


KEY_RANK = 5
"""A key says more than some shared word, and less than a name."""


def _closest(name: str, labels: list[str]) -> Likeness | None:
    return min((like for one in labels if (like := likeness(name, one))), default=None)


def _numbered(ordered: list[tuple[Likeness, dict[str, Any]]]) -> Iterator[Likely]:
    numbers: dict[str, int] = {}
    for like, row in ordered:
        participant = str(row["participant_id"])
        yield Likely(
            participant=participant,
            contact=str(row["contact_id"]),
            namer=numbers.setdefault(participant, len(numbers) + 1),
            labels=tuple(row["labels"]),
            likeness=like,
            **{
                name: row[name] or ""
                for name in ("cohort", "affiliation", "organisation", "function", "person_key")
            },
        )


def _contacts(workspace: Workspace) -> list[dict[str, Any]]:
    """Every contact with a label or key, once, as the latest import has them."""
    con = engine.connect()
    try:
        with folder.writing(workspace.root, quiet) as state:
            names = (*state.undone, *state.active)
            load_people(
                con, [stored_import(folder.import_folder(workspace.root, one)) for one in names]
            )
        cursor = con.execute(_NAMED)
        columns = [str(column[0]) for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    finally:
        con.close()


_NAMED = """
SELECT
    l.participant_id,
    l.contact_id,
    list_sort(list_distinct(list(l.label))) AS labels,
    any_value(m.cohort) AS cohort,
    arg_max(l.affiliation, l.import_no) AS affiliation,
    arg_max(l.organisation, l.import_no) AS organisation,
    arg_max(l.function, l.import_no) AS function,
    arg_max(l.person_key, l.import_no) AS person_key
FROM listed AS l
LEFT JOIN member AS m ON l.participant_id = m.participant_id
GROUP BY l.participant_id, l.contact_id
HAVING count(l.label) > 0
ORDER BY l.participant_id, l.contact_id
"""
