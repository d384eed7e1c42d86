"""Published and independently computed numbers of ego networks."""

from functools import cache
from itertools import combinations
from typing import Any

import igraph
import networkx as nx
import pytest

from netaudit.definitions.examples import Rows
from tests.computed import Key, Values, joined, values

BURT_TIED = {2: 1.125, 3: 0.925926, 4: 0.765625, 5: 0.648, 10: 0.361}
"""Constraint of n contacts who all know one another: (2n - 1)^2 / n^3 (Burt 1992)."""


def network(person: str, size: int, ties: str, internal: int = 0) -> Rows:
    """A list of `size` contacts named 1, 2, … of whom the first `internal` are internal."""
    place = {"participant_id": person, "wave": "baseline"}
    sides = ["same_org"] * internal + ["other_org_same_sector"] * (size - internal)
    pairs = [tie.split("-") for tie in ties.split()]
    return {
        "participants": [{"participant_id": person, "cohort": "2026"}],
        "audits": [
            {
                **place,
                "contacts_status": "complete" if size else "none_to_name",
                "ties_status": "positive_only_complete",
            }
        ],
        "contacts": [
            {**place, "contact_id": str(number), "affiliation": side}
            for number, side in enumerate(sides, start=1)
        ],
        "ties": [{**place, "contact_a": a, "contact_b": b} for a, b in pairs],
    }


def all_tied(size: int) -> str:
    return " ".join(f"{a}-{b}" for a, b in combinations(range(1, size + 1), 2))


STRUCTURES: dict[str, tuple[int, str, dict[str, float | None]]] = {
    # Closed forms, confirmed in igraph, networkx, egor 1.25.10 and ideanet 1.1.0.
    **{
        f"{n} untied": (
            n,
            "",
            {
                "density": 0,
                "components": n,
                "isolates": n,
                "effective_size": n,
                "efficiency": 1,
                "constraint": 1 / n,
                "hierarchy": 0,
                "betweenness": 1,
            },
        )
        for n in (2, 3, 5, 10)
    },
    **{
        f"{n} all tied": (
            n,
            all_tied(n),
            {
                "density": 1,
                "components": 1,
                "isolates": 0,
                "effective_size": 1,
                "efficiency": 1 / n,
                "constraint": constraint,
                "hierarchy": 0,
                "betweenness": 0,
            },
        )
        for n, constraint in BURT_TIED.items()
    },
    "nobody": (
        0,
        "",
        {
            "size": 0,
            "density": None,
            "components": 0,
            "effective_size": None,
            "constraint": None,
            "hierarchy": None,
            "betweenness": None,
        },
    ),
    "one": (
        1,
        "",
        {
            "density": None,
            "components": 1,
            "effective_size": 1,
            "efficiency": 1,
            "constraint": 1,
            "hierarchy": None,
            "betweenness": None,
        },
    ),
    # Edge cases run in egor 1.25.10, ideanet 1.1.0, igraph and networkx.
    "star of five": (
        5,
        "1-2 1-3 1-4 1-5",
        {
            "density": 0.4,
            "constraint": 0.5904,
            "effective_size": 3.4,
            "betweenness": 0.3,
        },
    ),
    "a path and a triangle": (
        6,
        "1-2 2-3 4-5 5-6 4-6",
        {
            "density": 1 / 3,
            "components": 2,
            "constraint": 0.441358,
            "effective_size": 4.333333,
            "betweenness": 9.5 / 15,
        },
    ),
    # egor counts these rows as three ties (density 1, constraint 0.7284); the true values follow.
    "reversed and self ties": (
        3,
        "1-2 2-1 3-3",
        {"ties": 1, "density": 1 / 3, "constraint": 0.611111, "effective_size": 2.333333},
    ),
    # Synthetic networks of ten, values by egor and ideanet.
    "ten with 16 ties": (
        10,
        "1-2 1-4 1-6 1-8 2-7 2-9 2-10 3-8 3-9 4-6 4-8 4-10 5-6 5-7 7-10 8-9",
        {
            "density": 0.355556,
            "constraint": 0.310328,
            "effective_size": 6.8,
            "components": 1,
            "betweenness": 17.666667 / 45,
        },
    ),
    "ten with 21 ties": (
        10,
        "1-5 1-6 1-7 1-8 1-10 2-4 2-5 2-6 2-9 3-4 3-5 3-7 3-8 4-5 4-7 4-10 5-6 5-7 5-9 6-10 7-8",
        {
            "density": 0.466667,
            "constraint": 0.330399,
            "effective_size": 5.8,
            "betweenness": 10.75 / 45,
        },
    ),
}

SESSIONS: dict[str, tuple[int, int, str, dict[str, float]]] = {
    # Interviews in Network Canvas' export format: contacts, internal ones, "knows" ties; values by
    # igraph and networkx on the cleaned ties. In "north team" one tie stands in both directions.
    "session 1": (
        6,
        3,
        "1-2 2-3 4-5 1-3",
        {
            "ties": 4,
            "density": 0.266667,
            "ei_index": 0,
            "effective_size": 4.666667,
            "components": 3,
            "constraint": 0.384259,
            "betweenness": 11 / 15,
        },
    ),
    "session 1, later": (
        3,
        1,
        "2-3",
        {
            "density": 1 / 3,
            "ei_index": 1 / 3,
            "constraint": 0.611111,
            "effective_size": 2.333333,
            "betweenness": 2 / 3,
        },
    ),
    "north team": (
        10,
        7,
        "1-2 2-3 3-1 4-5 9-10 2-1",
        {
            "ties": 5,
            "density": 0.111111,
            "ei_index": -0.4,
            "effective_size": 9,
            "components": 6,
            "constraint": 0.203333,
            "betweenness": 40 / 45,
        },
    ),
}


@cache
def structures() -> Values:
    plain = [network(name, size, ties) for name, (size, ties, _) in STRUCTURES.items()]
    sessions = [network(name, n, ties, inside) for name, (n, inside, ties, _) in SESSIONS.items()]
    return values(joined([*plain, *sessions]))


@pytest.mark.parametrize("name", STRUCTURES)
def test_structure_has_its_published_values(name: str) -> None:
    *_, expected = STRUCTURES[name]
    assert found(name, expected) == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize("name", SESSIONS)
def test_interview_session_has_its_values(name: str) -> None:
    *_, expected = SESSIONS[name]
    assert found(name, expected) == pytest.approx(expected, abs=5e-7)


def found(name: str, expected: dict[str, Any]) -> dict[str, float | None]:
    return {measure: structures()[Key(measure, name, "baseline")] for measure in expected}


def ego_edges(size: int, ties: str) -> set[tuple[int, int]]:
    """The participant is 0; loops and repetitions left out."""
    pairs = [sorted(map(int, tie.split("-"))) for tie in ties.split()]
    return {(0, n) for n in range(1, size + 1)} | {(a, b) for a, b in pairs if a != b}


NON_EMPTY = [name for name, (size, *_) in STRUCTURES.items() if size]


@pytest.mark.parametrize("name", NON_EMPTY)
def test_constraint_is_igraphs(name: str) -> None:
    size, ties, _ = STRUCTURES[name]
    graph = igraph.Graph(edges=sorted(ego_edges(size, ties)))
    constraint = structures()[Key("constraint", name, "baseline")]
    assert constraint == pytest.approx(graph.constraint(vertices=[0])[0], abs=1e-12)


@pytest.mark.parametrize("name", NON_EMPTY)
def test_structure_is_networkxs(name: str) -> None:
    size, ties, _ = STRUCTURES[name]
    graph = nx.Graph(sorted(ego_edges(size, ties)))
    # nodes= keeps networkx 3.6.1 off its other path, which divides along the wrong axis
    expected = {
        "constraint": nx.constraint(graph, nodes=[0])[0],
        "effective_size": nx.effective_size(graph, nodes=[0])[0],
    }
    assert found(name, expected) == pytest.approx(expected, abs=1e-12)
    if size >= 2:
        between = nx.betweenness_centrality(graph, normalized=True)[0]
        assert structures()[Key("betweenness", name, "baseline")] == pytest.approx(between)
