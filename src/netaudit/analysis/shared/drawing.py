"""The cohort's networks as they are drawn: who stands where, and what is written beside them."""

from collections import Counter
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.finding import Finding, nothing_to_show, too_few
from netaudit.analysis.release.disclosure import ENOUGH_FOR_PLACES
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shared.leaning import labels_of, shown_people
from netaudit.analysis.shared.roster import RELATIONS
from netaudit.analysis.shared.words import (
    KEEP_TO_THEMSELVES,
    Row,
    called,
    organisation_words,
)
from netaudit.analysis.viewer import Viewer
from netaudit.network import Pair, Position, spread_out
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, known, of

PARTICIPANT, NAMED = "Participant", "Person named by several"
MOST_NAMES = 60
"""Of more marks only the most important have their name written beside them."""

NAMES_OF_MANY = 12
NO_ROOM = "Names that have no room are in the table."
OTHER = "Other organisation"
MOST_ORGANISATIONS = 6
NO_PLACES = (
    f"Drawn from {ENOUGH_FOR_PLACES} participants on: among fewer, a participant can be told from"
    " the way the lines run, even without a name."
)

Graph = tuple[tuple[str, ...], tuple[Pair, ...]]

_placed: WeakKeyDictionary[Database, dict[Graph, dict[str, Position]]] = WeakKeyDictionary()
"""By database and network: the same for all who look, and gone with the data."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """What charts.whole_network draws, with the sentences and the table that say the same.

    nodes: x, y, group, size (from 0 to 1), label (blank: none is written), description. ties: x, y,
    x2, y2, is_strong. `groups` are the groups in the order that fixes colours and shapes.
    """

    finding: Finding
    nodes: pd.DataFrame
    ties: pd.DataFrame
    groups: tuple[str, ...]


def shared_drawing(database: Database, viewer: Viewer, selection: Selection) -> Drawing:
    """Participants and the people whom two or more of them name."""
    chosen = at_one_wave(database, viewer, selection)
    everybody = records(ask(database, viewer, "shared_namers", chosen))
    about = "Who is named by several participants"
    minimum = minimum_group(database, viewer)
    if len(everybody) < minimum:
        return _none(too_few("shared_network", about, minimum))
    if viewer.role != "coordinator" and len(everybody) < ENOUGH_FOR_PLACES:
        return _none(nothing_to_show("shared_network", about, NO_PLACES))
    shown = [one for one in everybody if one["is_shown"]]
    people = shown_people(database, viewer, chosen)
    names = {str(one["participant_id"]): called(one) for one in shown}
    ties = [(code, f"person {one['letter']}") for one in people for code in one["codes"]]
    joined = {code for code, _ in ties}
    if not ties:
        why = f"Nobody who can be shown is named by two participants. {KEEP_TO_THEMSELVES}"
        return _none(nothing_to_show("shared_network", about, why))
    marks = [
        {
            "id": code,
            "group": PARTICIPANT,
            "weight": 0,
            "label": names[code],
            "description": names[code],
        }
        for code in sorted(joined)
    ]
    marks += [_person(one) for one in people]
    left_out = len(shown) - len(joined)
    return _drawn(
        database,
        marks,
        [(*tie, True) for tie in ties],
        (PARTICIPANT, NAMED),
        headline=f"{counted(len(people), 'person is', 'people are')} named by two participants or"
        f" more, and join {counted(len(joined), 'participant')}{at_wave(chosen.wave)}",
        base=f"{of(len(shown), len(everybody), 'participants')} whose contacts can be matched are"
        f" shown by name; {left_out} of them name nobody whom another of them names, and are not"
        " drawn.",
        table=_lists(people, names, sorted(joined)),
        withheld="" if len(shown) == len(everybody) else KEEP_TO_THEMSELVES,
    )


def _person(one: Row) -> Row:
    label = labels_of(one)
    name = f"Person {one['letter']}" + (f" ({label})" if label != NOTHING else "")
    return {
        "id": f"person {one['letter']}",
        "group": NAMED,
        "weight": one["named_by"],
        "label": one["letter"] if label == NOTHING else f"{one['letter']} {label}",
        "description": f"{name}, named by {one['named_by']}",
    }


def _lists(people: list[Row], names: dict[str, str], joined: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Participant": names[code],
                "Names": ", ".join(
                    f"{one['letter']} ({labels_of(one)})"
                    if labels_of(one) != NOTHING
                    else one["letter"]
                    for one in people
                    if code in set(one["codes"])
                ),
            }
            for code in joined
        ]
    )


def roster_drawing(
    database: Database, viewer: Viewer, selection: Selection, *, relation: str = "any"
) -> Drawing:
    """Participants, by organisation, and who of them is tied to whom by one of RELATIONS."""
    chosen = at_one_wave(database, viewer, selection)
    people = records(ask(database, viewer, "roster_people", chosen))
    about = "Who knows whom in the cohort"
    minimum = minimum_group(database, viewer)
    if len(people) < minimum:
        return _none(too_few("roster_network", about, minimum))
    if viewer.role != "coordinator" and len(people) < ENOUGH_FOR_PLACES:
        return _none(nothing_to_show("roster_network", about, NO_PLACES))
    pairs = records(ask(database, viewer, "roster_pairs", chosen, relation=relation))
    groups = _organisations(people)
    met = Counter(
        str(one[end]) for one in pairs for end in ("participant_id", "other_participant_id")
    )
    marks = [
        {
            "id": str(one["participant_id"]),
            "group": _group(one, groups),
            "weight": met[str(one["participant_id"])],
            "label": called(one),
            "description": f"{called(one)} · {organisation_words(one['organisation'])} ·"
            f" {counted(met[str(one['participant_id'])], 'tie')}",
        }
        for one in people
    ]
    ties = [
        (str(one["participant_id"]), str(one["other_participant_id"]), bool(one["is_returned"]))
        for one in pairs
    ]
    both = sum(strong for _, _, strong in ties)
    return _drawn(
        database,
        marks,
        ties,
        groups,
        headline=f"{counted(len(people), 'participant')} and the {counted(len(ties), 'pair')} who"
        f" {RELATIONS[relation].lower()}{at_wave(chosen.wave)}",
        base=f"Of those who let themselves be matched and answered the roster question. Whole"
        f" lines: both say so ({both}); broken lines: one does ({len(ties) - both}).",
        table=tied_people(people, ties),
    )


def tied_people(people: list[Row], ties: list[tuple[str, str, bool]]) -> pd.DataFrame:
    """A row for each participant: organisation, number of ties, and with whom."""
    names = {str(one["participant_id"]): called(one) for one in people}
    met: dict[str, list[str]] = {code: [] for code in names}
    for one, other, _ in ties:
        met[one].append(names[other])
        met[other].append(names[one])
    return pd.DataFrame(
        [
            {
                "Participant": names[code],
                "Organisation": organisation_words(one["organisation"]),
                "Ties": len(met[code]),
                "Tied with": ", ".join(sorted(met[code])) or NOTHING,
            }
            for one in people
            for code in (str(one["participant_id"]),)
        ]
    )


def _organisations(people: list[Row]) -> tuple[str, ...]:
    """Those with most participants, the rest as one where they are too many to tell apart."""
    sizes = Counter(str(one["organisation"]) for one in people if known(one["organisation"]))
    ordered = sorted(sizes, key=lambda code: (-sizes[code], code))
    words = [organisation_words(code) for code in ordered]
    if len(words) == len(sizes) <= MOST_ORGANISATIONS and sizes.total() == len(people):
        return tuple(words)
    return (*words[: MOST_ORGANISATIONS - 1], OTHER)


def _group(one: Row, groups: tuple[str, ...]) -> str:
    words = organisation_words(one["organisation"])
    return words if words in groups else OTHER


def _drawn(
    database: Database,
    marks: list[Row],
    ties: list[tuple[str, str, bool]],
    groups: tuple[str, ...],
    *,
    headline: str,
    base: str,
    table: pd.DataFrame,
    withheld: str = "",
) -> Drawing:
    graph = (
        tuple(sorted(one["id"] for one in marks)),
        tuple(sorted((one, other) for one, other, _ in ties)),
    )
    places = _places(database, graph)
    most = max((one["weight"] for one in marks), default=0) or 1
    named = _written(marks)
    nodes = pd.DataFrame(
        [
            {
                "x": places[one["id"]][0],
                "y": places[one["id"]][1],
                "group": one["group"],
                "size": one["weight"] / most,
                "label": one["label"] if one["id"] in named else "",
                "description": one["description"],
            }
            for one in marks
        ]
    )
    lines = pd.DataFrame(
        [(*places[one], *places[other], strong) for one, other, strong in ties],
        columns=["x", "y", "x2", "y2", "is_strong"],
    )
    return Drawing(
        finding=Finding(
            id="shared_network" if groups == (PARTICIPANT, NAMED) else "roster_network",
            headline=headline,
            base=f"{base} {NO_ROOM}",
            data=nodes,
            table=table,
            alternative=f"{headline}. The table under it says who is joined to whom.",
            withheld=withheld,
        ),
        nodes=nodes,
        ties=lines,
        groups=groups,
    )


def _written(marks: list[Row]) -> set[str]:
    """Whose name is written: everybody's while there is room, else that of the most joined."""
    if len(marks) <= MOST_NAMES:
        return {one["id"] for one in marks}
    first = sorted(marks, key=lambda one: (one["group"] != NAMED, -one["weight"], one["id"]))
    return {one["id"] for one in first[:NAMES_OF_MANY]}


def _places(database: Database, graph: Graph) -> dict[str, Position]:
    known_places = _placed.setdefault(database, {})
    if graph not in known_places:
        known_places[graph] = spread_out(*graph)
    return known_places[graph]


def _none(finding: Finding) -> Drawing:
    return Drawing(finding=finding, nodes=pd.DataFrame(), ties=pd.DataFrame(), groups=())
