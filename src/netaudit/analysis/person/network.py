"""One participant's network at one wave: what is drawn, and the list that says the same."""

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.contact_words import (
    closeness_words,
    contact_description,
    contact_facts,
    function_words,
    purpose_words,
    short_name,
    years_words,
)
from netaudit.analysis.finding import Finding
from netaudit.analysis.person.waves import PersonWave, waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label
from netaudit.wording import NOTHING, counted

Grouping = Literal["affiliation", "function"]
GROUPINGS: dict[Grouping, str] = {"affiliation": "Affiliation", "function": "Function"}

MOST_GROUPS = 6
"""So many groups can be told apart by colour and shape; further functions are put together."""

OTHER_FUNCTIONS = "Other functions"
REST = ("Does not apply", "Not known")
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, kw_only=True)
class PersonNetwork:
    """What charts.network.network_chart draws, and the finding whose table lists the contacts.

    `facts` says in words what is known of each contact, by its number.
    """

    finding: Finding
    contacts: pd.DataFrame
    ties: pd.DataFrame
    groups: tuple[str, ...]
    facts: dict[int, dict[str, str]]


def person_network(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    participant: str,
    wave: str,
    grouping: Grouping = "affiliation",
) -> PersonNetwork:
    """The network of a wave at which the audit was due.

    Labels are there where the participant shares them with this viewer; ratings never are.
    """
    everywhere = ask(database, viewer, "person_contacts", participant=participant)
    all_ties = ask(database, viewer, "person_ties", participant=participant)
    ties = all_ties[all_ties["wave"] == wave].drop(columns="wave").reset_index(drop=True)
    due = waves(database, viewer, selection, participant=participant)
    at = next(one for one in due if one.wave == wave)
    groups = _groups(everywhere, grouping)
    here = everywhere[everywhere["wave"] == wave].reset_index(drop=True)
    rows = records(here)
    knows = _knows(ties)
    return PersonNetwork(
        finding=_finding(at, rows, knows, participant),
        contacts=_drawn(rows, grouping, groups),
        ties=ties,
        groups=groups,
        facts={
            int(row["contact_number"]): contact_facts(row, _known_numbers(row, knows))
            for row in rows
        },
    )


def _groups(contacts: pd.DataFrame, grouping: Grouping) -> tuple[str, ...]:
    """All groups in an order that is the same at every wave of the participant."""
    if grouping == "affiliation":
        return tuple(VOCABULARIES["affiliation"].values())
    found = [function_words(code) for code in contacts["function"]]
    own = sorted({name for name in found if name not in REST}, key=lambda n: (-found.count(n), n))
    rest = [name for name in REST if name in found]
    room = MOST_GROUPS - len(rest)
    named = own if len(own) <= room else [*own[: room - 1], OTHER_FUNCTIONS]
    return (*named, *rest)


def _drawn(rows: list[dict[str, Any]], grouping: Grouping, groups: tuple[str, ...]) -> pd.DataFrame:
    words = function_words if grouping == "function" else _affiliation_words
    named = [words(row[grouping]) for row in rows]
    return pd.DataFrame(
        {
            "contact_number": [int(row["contact_number"]) for row in rows],
            "group": [name if name in groups else OTHER_FUNCTIONS for name in named],
            "closeness": pd.array([row["closeness"] for row in rows], dtype="Int64"),
            "is_weak": [row["list_kind"] == "weak_tie" for row in rows],
            "label": [row["label"] for row in rows],
            "description": [contact_description(row) for row in rows],
        }
    )


def _affiliation_words(code: str) -> str:
    return label("affiliation", code)


def _knows(ties: pd.DataFrame) -> dict[int, list[int]]:
    """Whom each contact knows, in the order of the numbers."""
    others: dict[int, list[int]] = {}
    for low, high in zip(ties["low_number"], ties["high_number"], strict=True):
        others.setdefault(int(low), []).append(int(high))
        others.setdefault(int(high), []).append(int(low))
    return {number: sorted(those) for number, those in others.items()}


def _known_numbers(row: dict[str, Any], knows: dict[int, list[int]]) -> str:
    return ", ".join(str(n) for n in knows.get(int(row["contact_number"]), [])) or NOTHING


def _finding(
    at: PersonWave, rows: list[dict[str, Any]], knows: dict[int, list[int]], participant: str
) -> Finding:
    table = pd.DataFrame(
        {
            "Contact": [_listed_name(row) for row in rows],
            "Affiliation": [label("affiliation", row["affiliation"]) for row in rows],
            "Function": [function_words(row["function"]) for row in rows],
            "Seniority": [label("seniority", row["seniority"]) for row in rows],
            "Closeness": [closeness_words(row["closeness"]) for row in rows],
            "Known for": [years_words(row["years_known"]) for row in rows],
            "Purposes": [purpose_words(row["purposes"]) for row in rows],
            "Knows contact": [_known_numbers(row, knows) for row in rows],
        }
    )
    headline = network_headline(at)
    return Finding(
        id=f"network_{participant}_{at.wave}",
        headline=headline,
        base=_base(at),
        data=table,
        table=table,
        alternative=f"A drawing of the network. {headline}. The list of contacts says the same.",
    )


def _listed_name(row: dict[str, Any]) -> str:
    name = short_name(row["contact_number"], row["label"])
    return f"{name}, weak tie" if row["list_kind"] == "weak_tie" else name


def network_headline(at: PersonWave) -> str:
    """The network in one sentence: size, internal contacts, pairs that know each other, circles."""
    if not at.is_completed or not at.count("size"):
        return at.state.rstrip(".") or "Nobody is listed"
    return "; ".join(part for part in (_people(at), _pairs(at), _circles(at)) if part)


def _people(at: PersonWave) -> str:
    said = counted(at.count("size"), "contact")
    placed = at.count("placed")
    if not placed:
        return said
    unplaced = at.count("size") - placed
    rest = f" and {unplaced} of unknown affiliation" if unplaced else ""
    return f"{said}, {at.count('internal')} of them internal{rest}"


def _pairs(at: PersonWave) -> str:
    pairs, ties = at.count("pairs"), at.optional("ties")
    if not pairs:
        return ""
    if ties is None:
        return "who knows whom was not asked"
    unknown = at.count("unknown_pairs")
    said = f"{ties} of the {counted(pairs, 'pair')} know each other"
    return f"{said}, {unknown} not known" if unknown else said


def _circles(at: PersonWave) -> str:
    circles = at.optional("components")
    if circles is None or at.count("size") < 2:
        return ""
    alone = at.count("isolates")
    said = f"{_in_words(circles)} circle{'s' if circles != 1 else ''}"
    if not alone:
        return said
    who = "a single contact" if alone == 1 else "single contacts"
    return f"{said}, {_in_words(alone)} of them {who}"


def _in_words(number: int) -> str:
    return SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else str(number)


def _base(at: PersonWave) -> str:
    parts = [f"{at.title}. Numbers stand for contacts and stay the same from wave to wave."]
    if at.count("weak_ties"):
        parts.append(
            f"{counted(at.count('weak_ties'), 'weak tie')} from the second list, hollow at the"
            " rim, not in the counts."
        )
    if at.count("unknown_pairs"):
        parts.append("Pairs whose answer is not known are not drawn.")
    return " ".join(parts)
