"""What one participant's mentors help with, and what the participant gives in turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from netaudit.analysis.ask import ask, records
from netaudit.analysis.person.mentors_words import KNOWING, name_with_contact
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import enumerated, known

Cover = Literal["covered", "not_covered", "not_answered"]
COVER_WORDS: dict[Cover, str] = {
    "covered": "Somebody helps",
    "not_covered": "Nobody as yet",
    "not_answered": "Not answered",
}
RECEIVES, GIVES = ("mentee", "both"), ("mentor", "both")


@dataclass(frozen=True, kw_only=True)
class Knowing:
    """One of why, how and whom; `said` names who helps, or says that it was not answered."""

    code: str
    title: str
    cover: Cover
    said: str
    texts: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Covered:
    """All three, and how many of them somebody helps with in a sentence.

    Nothing is counted where nobody mentors the participant.
    """

    headline: str
    base: str
    parts: tuple[Knowing, ...]
    is_counted: bool


@dataclass(frozen=True, kw_only=True)
class Giving:
    """The relationships received and given, each by name, and both together in a sentence."""

    headline: str
    said: str
    received: tuple[str, ...]
    given: tuple[str, ...]


def knowing(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Covered:
    """Why, how and whom, with who helps with each among those who mentor the participant."""
    rows = _open(database, viewer, participant, wave)
    mentoring = [row for row in rows if row["my_role"] in RECEIVES]
    summed = ask(database, viewer, "person_mentor_portfolio", participant=participant)
    here = next(row for row in records(summed) if row["wave"] == wave)
    parts = tuple(
        _knowing(code, here[column], column, mentoring) for column, code in KNOWING.items()
    )
    if not mentoring:
        return Covered(
            headline="Three things that somebody could help with",
            base="",
            parts=parts,
            is_counted=False,
        )
    return Covered(
        headline=_how_many(parts),
        base="Counted are those who mentor you and were open on the day of the audit.",
        parts=parts,
        is_counted=True,
    )


def _how_many(parts: tuple[Knowing, ...]) -> str:
    covered = sum(part.cover == "covered" for part in parts)
    answered = sum(part.cover != "not_answered" for part in parts)
    if not answered:
        return "What they help with is left open"
    if answered < len(parts):
        return f"Somebody helps with {covered} of the {answered} you answered"
    return f"Somebody helps with {covered} of the {len(parts)}: why, how and whom"


def _knowing(code: str, helped: Any, column: str, mentoring: list[dict[str, Any]]) -> Knowing:
    cover: Cover = "not_answered" if not known(helped) else "covered" if helped else "not_covered"
    return Knowing(
        code=code,
        title=label("knowing", code),
        cover=cover,
        said=_who_helps(cover, _names(row for row in mentoring if row[column] == "yes")),
        texts=guidance("knowing")[code],
    )


def _who_helps(cover: Cover, helpers: tuple[str, ...]) -> str:
    if cover == "covered":
        return f"Helped by {enumerated(helpers)}."
    if cover == "not_answered":
        return "It is left open whether somebody helps with this, and open is not a no."
    return ""


def giving(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Giving:
    """Who mentors the participant and whom the participant mentors, of the open relationships."""
    rows = _open(database, viewer, participant, wave)
    received = _names(row for row in rows if row["my_role"] in RECEIVES)
    given = _names(row for row in rows if row["my_role"] in GIVES)
    both = sum(row["my_role"] == "both" for row in rows)
    return Giving(
        headline=f"{_number(received)} received, {_number(given).lower()} given",
        said=_both_ways(both) if both else _one_way(received, given),
        received=received,
        given=given,
    )


def _number(relationships: tuple[str, ...]) -> str:
    return str(len(relationships)) if relationships else "None"


def _both_ways(both: int) -> str:
    if both == 1:
        return "One relationship goes both ways, and counts on both sides."
    return f"{both} relationships go both ways, and count on both sides."


def _one_way(received: tuple[str, ...], given: tuple[str, ...]) -> str:
    if received and given:
        return "You are on both sides of mentoring, each with different people."
    if given:
        return "You give at present. Those who mentor others often have somebody of their own, too."
    if received:
        return "You receive at present. There may come a time when you would like to give as well."
    return "No relationship is open in which it is told who mentors whom."


def _open(database: Database, viewer: Viewer, participant: str, wave: str) -> list[dict[str, Any]]:
    rows = records(ask(database, viewer, "person_mentors", participant=participant))
    return [row for row in rows if row["wave"] == wave and row["is_open"]]


def _names(rows: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(name_with_contact(row) for row in rows)
