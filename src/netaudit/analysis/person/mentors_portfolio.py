"""One participant's mentoring relationships in full: each as a card, and how they overlap."""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.person.mentors_facts import columns, facts
from netaudit.analysis.person.mentors_words import CLOSED, OPEN, ROLES, name
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import voice
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, known

Standing = Literal["some", "none", "not_asked", "not_done"]

A_GROUP = (
    "People who study mentoring have come to look at a small group, a few people who each help with"
    " something else, where they used to look at a pair."
)
ONE_IS_FINE = "One person is a good beginning, and for many a good while enough."
COUNTED_WHOLE = (
    "Where you gave a month or a year alone, the relationship counts from the first day of it to"
    " the last, so the overlap may be shorter than it looks here."
)

STANDING_WORDS: dict[Standing, tuple[str, str]] = {
    "some": ("", ""),
    "none": (
        "No mentoring relationship was told of at {when}",
        "Many people have none for a time. Here is what it can be, and where one might begin.",
    ),
    "not_asked": (
        "Mentoring was not asked at {when}",
        "So nothing is known of it here. What follows may be of use all the same.",
    ),
    "not_done": (
        "There is no answer of yours at {when}",
        "What follows may be of use all the same.",
    ),
}
"""The sentence for each standing, and what goes with it; `when` is the wave."""


@dataclass(frozen=True, kw_only=True)
class Relationship:
    """One relationship as the participant told of it; `code` is its type."""

    title: str
    part: str
    code: str
    is_open: bool
    facts: dict[str, str]


def standing(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Standing:
    """Whether there are relationships to speak of at the wave, and if not, why."""
    rows = ask(database, viewer, "person_mentor_portfolio", participant=participant)
    here = next(row for row in records(rows) if row["wave"] == wave)
    if not here["is_known"]:
        return "not_asked" if here["is_completed"] else "not_done"
    told = ask(database, viewer, "person_mentor_times", participant=participant)
    return "some" if (told["wave"] == wave).any() else "none"


def relationships(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> tuple[Relationship, ...]:
    """Those recorded at the wave, open ones first."""
    return tuple(
        Relationship(
            title=name(row),
            part=_part(row, viewer),
            code=row["type"] if known(row["type"]) else "unknown",
            is_open=bool(row["is_open"]),
            facts=facts(row),
        )
        for row in _recorded(database, viewer, participant, wave)
    )


def listing(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> pd.DataFrame:
    """The same as a table for download: one row a relationship, an answer a column, in words."""
    return pd.DataFrame(
        [
            {
                "Relationship": name(row),
                "Your part": _part(row, viewer),
                "On the audit's day": OPEN if row["is_open"] else CLOSED,
                **columns(row),
            }
            for row in _recorded(database, viewer, participant, wave)
        ]
    )


def _recorded(
    database: Database, viewer: Viewer, participant: str, wave: str
) -> list[dict[str, Any]]:
    rows = records(ask(database, viewer, "person_mentors", participant=participant))
    here = [row for row in rows if row["wave"] == wave]
    return sorted(here, key=lambda row: (not row["is_open"], row["relationship"]))


def _part(row: dict[str, Any], viewer: Viewer) -> str:
    return voice(viewer).says(*ROLES.get(row["my_role"], ("Your part is not told", "Not told")))


def overlap(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, wave: str
) -> Finding:
    """How many relationships ran at one time, and for how long two or more.

    `data` has the stretches of time with two or more: from_day, to_day, at_once; the caution says
    how mentoring research looks at it.
    """
    rows = ask(database, viewer, "person_mentor_portfolio", participant=participant)
    here = next(row for row in records(rows) if row["wave"] == wave)
    spans = ask(database, viewer, "person_mentor_spans", participant=participant)
    return Finding(
        id=f"mentors_at_once_{participant}",
        headline=_at_once(here),
        base=_counted_from(here),
        data=spans.loc[spans["wave"] == wave, ["from_day", "to_day", "at_once"]],
        table=pd.DataFrame(),
        alternative="",
        caution=f"{A_GROUP} {ONE_IS_FINE}" if here["most_at_once"] == 1 else A_GROUP,
    )


def _at_once(row: dict[str, Any]) -> str:
    most = row["most_at_once"]
    if not known(most):
        return "How many ran at one time cannot be told: the day of the audit is not known"
    if most == 0:
        return "No relationship has dates that could be counted"
    if most == 1:
        return "One at a time so far"
    return f"At the most {int(most)} at one time; two or more during {_how_long(row)}"


def _how_long(row: dict[str, Any]) -> str:
    unit = "month" if row["by_month"] else "day"
    several, whole = row[f"{unit}s_with_several"], row[f"{unit}s"]
    if not known(whole) or not several:
        return "less than a day as yet"
    return f"{int(several):,} of {counted(int(whole), unit)}"


def _counted_from(row: dict[str, Any]) -> str:
    said = [
        "Counted from the first beginning to the day of the audit at"
        f" {readable(row['wave']).lower()}, those you mentor included."
    ]
    if known(row["without_start"]) and row["without_start"]:
        said.append("Without a start, it counts from the first audit at which it was open.")
    if known(row["by_month"]) and row["by_month"]:
        said.append(COUNTED_WHOLE)
    return " ".join(said)
