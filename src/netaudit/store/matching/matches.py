"""Which contacts of different participants are one person, as people decided it.

The ledger knows contacts by codes alone. A participant's code that was corrected counts as the one
that it stands for.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from netaudit.errors import NetauditError
from netaudit.store.access_log import Actor, note
from netaudit.store.clock import now
from netaudit.store.ledger import Ledger
from netaudit.store.matching.corrections import Corrections
from netaudit.store.matching.tables import CONTACT_MATCH

Contact = tuple[str, str]
"""A participant's code and the code of a contact of theirs."""

Pair = tuple[Contact, Contact]


@dataclass(frozen=True, kw_only=True)
class Match:
    """One decision: whether two contacts are one person. Times are in UTC."""

    number: int
    pair: Pair
    is_same: bool
    decided_at: datetime
    decided_by: str
    undone_at: datetime | None
    undone_by: str | None

    @property
    def counts(self) -> bool:
        """Whether nobody took it back."""
        return self.undone_at is None


def ordered(one: Contact, other: Contact) -> Pair:
    """The same pair whichever contact comes first."""
    return (one, other) if one <= other else (other, one)


def decisions(ledger: Ledger, corrections: Corrections) -> tuple[Match, ...]:
    """Every decision ever made, those undone too, newest first."""
    with ledger.reading() as connection:
        return _made(connection, corrections)


def _made(connection: Connection, corrections: Corrections) -> tuple[Match, ...]:
    wanted = select(CONTACT_MATCH).order_by(CONTACT_MATCH.c.number.desc())
    ends = ("participant_id", "contact_id", "other_participant_id", "other_contact_id")
    return tuple(
        Match(
            pair=ordered(
                (_meant(corrections, row["participant_id"]), row["contact_id"]),
                (_meant(corrections, row["other_participant_id"]), row["other_contact_id"]),
            ),
            **{name: value for name, value in row.items() if name not in ends},
        )
        for row in connection.execute(wanted).mappings()
    )


def accepted(ledger: Ledger, corrections: Corrections) -> tuple[Pair, ...]:
    """The pairs that are one person, in order."""
    found = (one.pair for one in decisions(ledger, corrections) if one.counts and one.is_same)
    return tuple(sorted(set(found)))


def write(
    ledger: Ledger,
    one: Contact,
    other: Contact,
    by: Actor,
    corrections: Corrections,
    *,
    is_same: bool,
    cohort: str = "",
) -> None:
    """Keeps a decision. NetauditError where it cannot be, or an earlier one says something else."""
    pair = ordered(one, other)
    (participant, contact), (other_participant, other_contact) = pair
    with ledger.writing() as connection:
        _check(pair, _made(connection, corrections), is_same=is_same)
        connection.execute(
            insert(CONTACT_MATCH).values(
                participant_id=participant,
                contact_id=contact,
                other_participant_id=other_participant,
                other_contact_id=other_contact,
                is_same=is_same,
                decided_by=by.name,
            )
        )
        note(connection, by, "decided", what="contacts of two participants", cohort=cohort)


def take_back(ledger: Ledger, number: int, by: Actor, *, cohort: str = "") -> None:
    """Undoes a decision; NetauditError where it does not count (any more)."""
    meant = (CONTACT_MATCH.c.number == number) & CONTACT_MATCH.c.undone_at.is_(None)
    with ledger.writing() as connection:
        change = update(CONTACT_MATCH).where(meant).values(undone_at=now(), undone_by=by.name)
        if not connection.execute(change).rowcount:
            raise NetauditError(
                f"There is no match {number} to undo.", "The list of decisions says which count."
            )
        note(connection, by, "decided", what="match of contacts undone", cohort=cohort)


def about(
    connection: Connection, people: Collection[str], contacts: Collection[Contact]
) -> tuple[int, ...]:
    """The numbers of all decisions about these participants or contacts."""
    match = CONTACT_MATCH.c
    wanted = select(
        match.number,
        match.participant_id,
        match.contact_id,
        match.other_participant_id,
        match.other_contact_id,
    )
    return tuple(
        int(number)
        for number, one, contact, other, other_contact in connection.execute(wanted)
        if not {one, other}.isdisjoint(people)
        or not {(one, contact), (other, other_contact)}.isdisjoint(contacts)
    )


def forget(connection: Connection, people: Collection[str], contacts: Collection[Contact]) -> None:
    """Removes every decision about these participants or contacts."""
    for number in about(connection, people, contacts):
        connection.execute(delete(CONTACT_MATCH).where(CONTACT_MATCH.c.number == number))


def groups(pairs: Sequence[Pair]) -> tuple[frozenset[Contact], ...]:
    """The contacts that pairs join, directly or through others."""
    found: list[frozenset[Contact]] = []
    for pair in pairs:
        joined = [group for group in found if group & set(pair)]
        found = [group for group in found if group not in joined]
        found.append(frozenset(pair).union(*joined))
    return tuple(found)


def _check(pair: Pair, made: Sequence[Match], *, is_same: bool) -> None:
    if pair[0][0] == pair[1][0]:
        raise NetauditError(
            "Both contacts are of one participant.", "A match is between two participants' lists."
        )
    counting = [one for one in made if one.counts]
    if any(one.pair == pair for one in counting):
        raise NetauditError("It was decided already about these two.", "Undo that decision first.")
    if not is_same:
        return
    same = [one.pair for one in counting if one.is_same]
    joined = next(group for group in groups([*same, pair]) if pair[0] in group)
    if len({participant for participant, _ in joined}) < len(joined):
        raise NetauditError(
            "Two contacts of one participant would become one person by this.",
            "Look whether an earlier match was wrong, and undo it first.",
        )
    if any(not one.is_same and set(one.pair) <= joined for one in counting):
        raise NetauditError(
            "Two contacts that were told apart would become one person by this.",
            "Look at the earlier decisions, and undo the one that was wrong.",
        )


def _meant(corrections: Corrections, participant: str) -> str:
    return corrections.get(participant, participant)
