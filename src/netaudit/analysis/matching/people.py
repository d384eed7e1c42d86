"""People whom several participants named: contacts who may be one person, and what is shown."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.contact_words import contact_name
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.store.matching.codes_alike import Closeness
from netaudit.store.matching.contacts_alike import Known, same_contact
from netaudit.store.matching.matches import Contact, Pair, groups, ordered
from netaudit.vocabulary import label, readable
from netaudit.wording import enumerated, known, of

NOT_SAID = ("unknown", "not_applicable")


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """Two contacts of one cohort who may be one person, and why one would think so."""

    pair: Pair
    cohort: str
    closeness: Closeness


@dataclass(frozen=True, kw_only=True)
class Described:
    """A contact as a coordinator may know them: a heading, and facts in words."""

    title: str
    participant: str
    waves: str
    facts: str
    cohort: str


def proposals(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    same: tuple[Pair, ...] = (),
    different: tuple[Pair, ...] = (),
) -> tuple[Likeness, ...]:
    """Who may be one person, the surest first, but for what follows from the decisions made.

    Only contacts of participants who consent to matching and share their labels are compared.
    """
    person = {contact: group for group in groups(same) for contact in group}

    def people(pair: Pair) -> frozenset[Contact | frozenset[Contact]]:
        return frozenset(person.get(contact, contact) for contact in pair)

    apart = {people(pair) for pair in different}
    rows = records(ask(database, viewer, "who_is_who_contacts", selection))
    alike = (made for row in rows if (made := _likeness(row)) is not None)
    found = [one for one in alike if len(two := people(one.pair)) == 2 and two not in apart]
    return tuple(sorted(found, key=lambda made: (made.closeness, made.pair)))


def _likeness(row: dict[str, Any]) -> Likeness | None:
    near = same_contact(_known(row, ""), _known(row, "other_"))
    if near is None:
        return None
    pair = ordered(
        (row["participant_id"], row["contact_id"]),
        (row["other_participant_id"], row["other_contact_id"]),
    )
    return Likeness(pair=pair, cohort=row["cohort"], closeness=near)


def _known(row: dict[str, Any], side: str) -> Known:
    names = ("label", "organisation", "function", "fellow")
    said = {name: row[f"{side}{name}"] for name in names}
    return Known(
        **{
            name: str(value) if known(value) and value not in NOT_SAID else ""
            for name, value in said.items()
        }
    )


def described(
    database: Database, viewer: Viewer, selection: Selection, *, codes: tuple[str, ...]
) -> dict[Contact, Described]:
    """How the contacts of these participants may be shown; those that may not be are not in it."""
    rows = records(ask(database, viewer, "who_is_who_described", selection, codes=list(codes)))
    return {(row["participant_id"], row["contact_id"]): _described(row) for row in rows}


def _described(row: dict[str, Any]) -> Described:
    facts = [
        label(name, row[name]) if name != "function" else readable(row[name])
        for name in ("affiliation", "function", "seniority")
        if row[name] not in NOT_SAID
    ]
    name = row["participant_name"]
    return Described(
        title=row["label"] if known(row["label"]) else contact_name(row["contact_number"]),
        participant=name if known(name) else row["participant_id"],
        waves=enumerated([readable(wave).lower() for wave in row["waves"]]),
        facts=" · ".join(facts),
        cohort=row["cohort"],
    )


def coverage(database: Database, viewer: Viewer, selection: Selection) -> str:
    """Among how many participants matches can be found, in a sentence."""
    row = ask(database, viewer, "who_is_who_coverage", selection).iloc[0]
    people, consenting, sharing = (int(row[name]) for name in ("people", "consenting", "sharing"))
    if not people:
        return "Nobody has named a contact yet."
    return (
        f"{of(consenting, people, 'participants')} let contacts be matched; {sharing:,} of them"
        " share their labels with you, and only those lists are compared."
    )
