"""Who could meet about a subject: who could offer something, who seeks it, and who could host."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding
from netaudit.analysis.introductions.topics import topic_words
from netaudit.analysis.selection import Selection
from netaudit.analysis.shared.words import called, organisation_words
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.guidance import guidance
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted, enumerated, known

Row = dict[str, Any]

ENOUGH = 3
"""So many on each side make a group in which nobody has to carry it alone."""

MANY = 5
"""So many who seek are more than one or two people can talk to one by one."""

REASONS: Mapping[str, str] = {
    "roundtable": "Several could offer something and several seek it, so that a small group in"
    " which everybody speaks has enough of both.",
    "forum": "Few could offer something and many seek it: where questions are asked and answered"
    " in one place, nobody has to say the same thing many times.",
    "newsletter": "Several could offer something and few seek it: a few lines that go round reach"
    " them, and those who did not know that they might want it.",
    "gathering": "Many seek it and nobody who agrees to be introduced could offer it: ask a guest"
    " from outside the cohort, and let people bring their questions.",
    "other": "Few could offer something and few seek it: an introduction or a talk of three or"
    " four people is enough.",
}
"""Why a way to meet suits, by its code."""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """Who could meet about one subject, and how. `advice`: what suits, what it is, how to begin."""

    offer: Finding
    seek: Finding
    host: Finding
    way: str
    advice: tuple[str, str, str]


def topic_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """The subjects of which somebody could offer or seeks something; `kind:topic`."""
    rows = records(ask(database, viewer, "group_topics", replace(selection, wave=None)))
    busiest = max(rows, key=lambda row: min(row["offer"], row["seek"]), default=None)
    return tuple(
        Choice(
            value=f"{row['kind']}:{row['topic']}",
            words=f"{readable(row['kind'])}: {topic_words(row['kind'], row['topic']).lower()}"
            f" ({row['offer']} offer, {row['seek']} seek)",
            is_default=row is busiest,
        )
        for row in rows
        if row["offer"] or row["seek"]
    )


def meeting(database: Database, viewer: Viewer, selection: Selection, *, about: str) -> Meeting:
    """Who could meet about `about`, one of topic_choices; for coordinators."""
    kind, _, topic = about.partition(":")
    people = records(
        ask(
            database,
            viewer,
            "group_people",
            replace(selection, wave=None),
            kind=kind,
            topic=topic,
        )
    )
    offer = [row for row in people if row["offers"] and not row["needs"]]
    seek = [row for row in people if row["needs"]]
    way = _way(len(offer), len(seek))
    texts = guidance("exchange_format")[way]
    return Meeting(
        offer=_list("offer", offer, kind, "could offer something"),
        seek=_list("seek", seek, kind, "seek it"),
        host=_hosts(people, way),
        way=label("exchange_format", way) if way != "other" else "A talk of a few",
        advice=(REASONS[way], texts["about"], texts["first_step"]),
    )


def _way(offer: int, seek: int) -> str:
    if not offer:
        return "gathering" if seek >= ENOUGH else "other"
    if offer >= ENOUGH:
        return "roundtable" if seek >= ENOUGH else "newsletter"
    return "forum" if seek >= MANY else "other"


def _list(name: str, rows: Sequence[Row], kind: str, does: str) -> Finding:
    return Finding(
        id=f"group_{name}",
        headline=f"{counted(len(rows), 'participant')} {does}",
        base="Of those who agree to be introduced, by their latest audit.",
        data=pd.DataFrame(rows),
        table=pd.DataFrame(
            [
                {**_who(row), "Why": _offer(row, kind) if name == "offer" else _need(row)}
                for row in rows
            ]
        ),
        alternative="",
    )


def _who(row: Row) -> Row:
    places = [
        organisation_words(row[name]) for name in ("function", "organisation") if known(row[name])
    ]
    return {"Participant": called(row), "Works in": " · ".join(places) or NOTHING}


def _offer(row: Row, kind: str) -> str:
    own = [f"is of this {kind}"] if row["is_own"] else []
    number = int(row["contacts"]) if known(row["contacts"]) else 0
    contacts = [f"has {counted(number, 'contact')} for it"] if number else []
    said = enumerated([*own, *contacts])
    return f"{said[:1].upper()}{said[1:]}"


def _need(row: Row) -> str:
    return "Has nobody for it" if not row["contacts"] else "Plans to do more for it"


def _hosts(people: Sequence[Row], way: str) -> Finding:
    """Whoever has done the like before, those who did that very thing first."""
    hosts = [row for row in people if len(row["formats"]) or row["brings_together"]]
    hosts = sorted(hosts, key=lambda row: way not in set(row["formats"]))
    return Finding(
        id="group_host",
        headline=f"{counted(len(hosts), 'participant')} could host",
        base="Of those two lists: who organises or contributes to an exchange of knowledge, starts"
        " a community, or takes an active part in events.",
        data=pd.DataFrame(hosts),
        table=pd.DataFrame([{**_who(row), "Has done": _done(row)} for row in hosts]),
        alternative="",
    )


def _done(row: Row) -> str:
    formats = [label("exchange_format", one) for one in row["formats"]]
    active = ["Brings people together"] if row["brings_together"] else []
    return ", ".join([*formats, *active]) or NOTHING
