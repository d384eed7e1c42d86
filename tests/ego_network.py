"""One audit as plain Python sees it: read from canonical rows, without any SQL."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import Any

import networkx as nx

from netaudit.definitions.examples import Rows
from netaudit.programme import Programme

TIED = {"acquainted", "work_closely"}
INTERNAL = {
    "team": {"same_team"},
    "organisation": {"same_team", "same_org"},
    "sector": {"same_team", "same_org", "other_org_same_sector"},
}
RELATIVE = {"gender": "gender_rel", "age": "age_rel", "ethnicity": "ethnicity_rel"}
MIXED = ("affiliation", "function", "sector", "seniority", "distance")
COMPARED = ("function", "sector", "seniority", "distance", *RELATIVE)

Contact = dict[str, Any]
Pair = frozenset[str]


@dataclass(kw_only=True, eq=False)
class Facts:
    """What only the whole programme can tell: its attributes and the categories they hold."""

    boundary: str
    asked: set[str] = field(default_factory=set)
    held: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def categories(self, attribute: str) -> int:
        fixed = {"affiliation": 2, "seniority": 3, "distance": 4}
        return fixed.get(attribute, len(self.held[attribute]))


@dataclass(kw_only=True, eq=False)
class EgoNetwork:
    """An audit with its core contacts, the answers on their ties and the audit before it."""

    participant: dict[str, Any]
    wave: str
    done: bool
    contacts: list[Contact]
    ties_status: str
    tie_answers: dict[Pair, set[str]]
    facts: Facts
    previous: "EgoNetwork | None" = None

    @property
    def size(self) -> int:
        return len(self.contacts)

    @property
    def names(self) -> list[str]:
        return [contact["contact_id"] for contact in self.contacts]

    @cached_property
    def pairs(self) -> list[Pair]:
        return [frozenset(pair) for pair in combinations(self.names, 2)]

    def answer(self, pair: Pair) -> bool | None:
        """Whether the two know each other; None where nobody said."""
        if self.ties_status == "not_asked":
            return None
        answers = self.tie_answers.get(pair, set())
        if answers & TIED:
            return True
        if "do_not_know" in answers:
            return False
        if "unknown" in answers:
            return None
        return False if self.ties_status == "positive_only_complete" else None

    @cached_property
    def pairs_known(self) -> bool:
        return self.done and all(self.answer(pair) is not None for pair in self.pairs)

    @cached_property
    def ties(self) -> list[Pair]:
        return [pair for pair in self.pairs if self.answer(pair)]

    @cached_property
    def graph(self) -> nx.Graph:
        """The contacts and the ties between them, without the participant."""
        graph = nx.Graph()
        graph.add_nodes_from(self.names)
        graph.add_edges_from(tuple(pair) for pair in self.ties)
        return graph

    @cached_property
    def ego_graph(self) -> nx.Graph:
        """The same with the participant, as node None is not allowed: the empty tuple."""
        graph = self.graph.copy()
        graph.add_node(())
        graph.add_edges_from(((), name) for name in self.names)
        return graph

    def is_internal(self, contact: Contact) -> bool | None:
        affiliation = known(contact.get("affiliation"))
        return None if affiliation is None else affiliation in INTERNAL[self.facts.boundary]

    def known_values(self, column: str) -> list[Any]:
        return [c[column] for c in self.contacts if known(c.get(column)) is not None]

    def categories(self, attribute: str) -> list[str]:
        """The category of each contact of whom it is known and applies."""
        column = RELATIVE.get(attribute, attribute)
        free = attribute not in RELATIVE
        outside = {"not_applicable"} if free else {"prefer_not"}
        return [value for value in self.known_values(column) if value not in outside]


def known(value: Any) -> Any:
    """The value, or None where it says that it is not known."""
    return None if value == "unknown" else value


def ego_networks(rows: Rows, programme: Programme) -> list[EgoNetwork]:
    """Every audit of an export, in the order of waves for each participant."""
    facts = Facts(boundary=programme.internal_boundary)
    networks = [
        _read(participant, audit, rows, facts)
        for participant in rows["participants"]
        for wave in programme.waves
        for audit in rows["audits"]
        if audit["participant_id"] == participant["participant_id"] and audit["wave"] == wave
    ]
    for before, now in combinations(networks, 2):
        same = before.participant is now.participant
        if same and before.done and now.done:
            now.previous = before
    for network in networks:
        _note(facts, network.contacts)
    return networks


def _read(
    participant: dict[str, Any], audit: dict[str, Any], rows: Rows, facts: Facts
) -> EgoNetwork:
    def here(table: str) -> list[dict[str, Any]]:
        place = ("participant_id", "wave")
        return [row for row in rows.get(table, []) if all(row[k] == audit[k] for k in place)]

    listed, ties = here("contacts"), here("ties")
    status = audit.get("contacts_status") or ("complete" if listed else "not_done")
    answers = defaultdict(set)
    for tie in ties:
        pair = frozenset((tie["contact_a"], tie["contact_b"]))
        answers[pair].add(tie.get("tie") or "acquainted")
    core = [c for c in listed if (c.get("list_kind") or "core") == "core"]
    done = status != "not_done"
    return EgoNetwork(
        participant=participant,
        wave=audit["wave"],
        done=done,
        contacts=core if done else [],
        ties_status=audit.get("ties_status") or ("all_pairs_asked" if ties else "not_asked"),
        tie_answers=answers,
        facts=facts,
    )


def _note(facts: Facts, contacts: list[Contact]) -> None:
    for contact in contacts:
        answers = {a: contact.get(RELATIVE.get(a, a)) for a in (*MIXED, *RELATIVE)}
        answers.update({name: v for name, v in contact.items() if name.startswith("x_")})
        for attribute, value in answers.items():
            if value is not None:
                facts.asked.add(attribute)
            if value not in (None, "unknown", "not_applicable"):
                facts.held[attribute].add(value)
