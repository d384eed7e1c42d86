"""What somebody could offer or lacks, in words: one set for the team, another for the people.

What a participant is told speaks of what the other could offer alone, and only of the first things.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from netaudit.vocabulary import label, readable
from netaudit.wording import enumerated

Kind = Literal["purpose", "outside", "mentor", "sponsor", "function", "sector", "resource"]

ORDER: tuple[Kind, ...] = (
    "purpose",
    "outside",
    "mentor",
    "sponsor",
    "function",
    "sector",
    "resource",
)

MOST_TOLD = 3
"""Of so many things a letter speaks: it opens a talk and is no list."""

SINGLE: Mapping[str, tuple[str, str]] = {
    "outside": ("contacts outside the own organisation", "people in other organisations"),
    "mentor": ("somebody who mentors", "being a mentor to somebody"),
    "sponsor": ("a sponsor", "how people find somebody who speaks up for them"),
}
"""Topics that stand alone: for the team, and as a participant is told of them."""

FOR_TEAM: Mapping[str, str] = {
    "purpose": "contacts for {} questions",
    "function": "contacts who work in {}",
    "sector": "contacts in {} as a field",
    "resource": "contacts who offer {}",
}

PURPOSES: Mapping[str, str] = {
    "operational": "getting the day's work done",
    "personal": "growing in the job",
    "strategic": "the longer view",
}


def for_team(topics: Iterable[Mapping[str, Any]]) -> str:
    """Topics as reasons for the team: "contacts for strategic questions; contacts in digital"."""
    named: dict[str, list[str]] = {}
    for one in _ordered(topics):
        named.setdefault(one["kind"], []).append(topic_words(one["kind"], one["topic"]).lower())
    return "; ".join(
        SINGLE[kind][0] if kind in SINGLE else FOR_TEAM[kind].format(enumerated(words))
        for kind, words in named.items()
    )


def for_people(topics: Iterable[Mapping[str, Any]]) -> str:
    """The same as what somebody can be asked about: a few things of different kinds."""
    first = {one["kind"]: one for one in reversed(_ordered(topics))}
    said = [_for_people(one["kind"], one["topic"]) for one in _ordered(first.values())]
    return enumerated(said[:MOST_TOLD]) if said else ""


def topic_words(kind: str, topic: str) -> str:
    """One topic as a heading."""
    if kind == "purpose":
        return label("purpose", topic)
    return readable(topic)


def _ordered(topics: Iterable[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    places = {kind: place for place, kind in enumerate(ORDER)}
    return sorted(topics, key=lambda one: (places[one["kind"]], one["topic"]))


def _for_people(kind: str, topic: str) -> str:
    words = topic_words(kind, topic).lower()
    return {
        "purpose": PURPOSES.get(topic, words),
        "function": f"work in {words}",
        "sector": f"the field of {words}",
        "resource": words,
    }.get(kind, SINGLE.get(kind, ("", ""))[1])
