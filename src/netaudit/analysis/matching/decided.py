"""What was decided about who is who, in sentences, the latest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from netaudit.analysis.matching.people import Described
from netaudit.store.matching.corrections import Correction
from netaudit.store.matching.matches import Contact, Match
from netaudit.wording import moment_utc

Kind = Literal["correction", "match"]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One decision in words; `counts` says that nobody took it back."""

    kind: Kind
    number: int
    cohort: str
    words: str
    by: str
    at: datetime
    counts: bool


def corrections_decided(
    made: Sequence[Correction], cohorts: Sequence[str] | None = None
) -> tuple[Decision, ...]:
    """Decisions about the codes of participants, of all cohorts or of these."""
    return tuple(
        Decision(
            kind="correction",
            number=one.number,
            cohort=one.cohort,
            words=f"{one.code} stands for {one.meant}"
            if one.is_accepted
            else f"{one.code} and {one.meant} are different people",
            by=_by(one),
            at=one.decided_at,
            counts=one.counts,
        )
        for one in made
        if cohorts is None or one.cohort in cohorts
    )


def matches_decided(
    made: Sequence[Match], known: Mapping[Contact, Described], *, only_known: bool
) -> tuple[Decision, ...]:
    """Decisions about contacts; with `only_known` those alone of which one contact may be shown."""
    return tuple(
        _match(one, known)
        for one in made
        if not only_known or any(contact in known for contact in one.pair)
    )


def _match(made: Match, known: Mapping[Contact, Described]) -> Decision:
    one, other = (_called(known.get(contact)) for contact in made.pair)
    shown = next((known[contact] for contact in made.pair if contact in known), None)
    are = "are one person" if made.is_same else "are different people"
    return Decision(
        kind="match",
        number=made.number,
        cohort=shown.cohort if shown else "",
        words=f"{one[:1].upper()}{one[1:]} and {other} {are}",
        by=_by(made),
        at=made.decided_at,
        counts=made.counts,
    )


def _called(contact: Described | None) -> str:
    if contact is None:
        return "a contact who is not shown to you"
    return f"“{contact.title}” of {contact.participant}"


def _by(made: Correction | Match) -> str:
    decided = f"Decided by {made.decided_by or 'somebody'} on {moment_utc(made.decided_at)}"
    if made.undone_at is None:
        return decided
    return f"{decided}, undone by {made.undone_by or 'somebody'} on {moment_utc(made.undone_at)}"
