"""Peers that go through the audits one by one: plain Python, networkx and python-igraph."""

from collections.abc import Callable
from math import log
from pathlib import Path

import igraph
import networkx as nx

from tests.benchmarks.content import Values, content, is_internal, ratio
from tests.benchmarks.rows import Audit, read_population

EGO = -1
Structure = Callable[[Audit, int], Values]
"""components, isolates, constraint, hierarchy and bridged (0 to pairs) of an audit's network."""

OF_KNOWN_PAIRS = (
    *("density", "components", "isolates", "effective_size", "efficiency", "constraint"),
    *("hierarchy", "betweenness", "connectivity", "cross_boundary_open_pairs"),
)


def run_plain(folder: Path) -> list[Values]:
    return _run(folder, _plain)


def run_networkx(folder: Path) -> list[Values]:
    return _run(folder, _networkx)


def run_igraph(folder: Path) -> list[Values]:
    return _run(folder, _igraph)


def _run(folder: Path, structure: Structure) -> list[Values]:
    """Every measure of every audit, in the order of the audits."""
    population = read_population(folder)
    return [
        {**_network(audit, structure), **content(audit, population)} for audit in population.audits
    ]


def _network(audit: Audit, structure: Structure) -> Values:
    n, ties = len(audit.contacts), len(audit.ties)
    pairs = n * (n - 1) // 2
    values = dict.fromkeys(OF_KNOWN_PAIRS) | {
        "size": n if audit.is_done else None,
        "ties": ties if audit.is_done else None,
    }
    if not audit.pairs_known:
        return values
    found = structure(audit, n) if n else {"components": 0, "isolates": 0, "bridged": 0}
    between = ratio(found.pop("bridged") or 0, pairs)
    return (
        values
        | found
        | {
            "density": ratio(ties, pairs),
            "effective_size": n - 2 * ties / n if n else None,
            "efficiency": 1 - 2 * ties / (n * n) if n else None,
            "betweenness": between,
            "connectivity": between,
            "cross_boundary_open_pairs": _cross_boundary(audit),
        }
    )


def _cross_boundary(audit: Audit) -> int | None:
    sides = [is_internal(contact) for contact in audit.contacts]
    if all(side is None for side in sides):
        return None
    crossing = sides.count(True) * sides.count(False)
    return crossing - sum({sides[a], sides[b]} == {True, False} for a, b in audit.ties)


def _hierarchy(constraints: list[float]) -> float | None:
    n, total = len(constraints), sum(constraints)
    if n < 2:
        return None
    relative = [c * n / total for c in constraints]
    return max(sum(r * log(r) for r in relative) / (n * log(n)), 0)


def _plain(audit: Audit, n: int) -> Values:
    known: list[set[int]] = [set() for _ in range(n)]
    for a, b in audit.ties:
        known[a].add(b)
        known[b].add(a)
    constraints = [((1 + sum(1 / (1 + len(known[q])) for q in mine)) / n) ** 2 for mine in known]
    return {
        "components": _components(known),
        "isolates": sum(not mine for mine in known),
        "constraint": sum(constraints),
        "hierarchy": _hierarchy(constraints),
        "bridged": sum(
            1 / (1 + len(known[a] & known[b]))
            for a in range(n)
            for b in range(a + 1, n)
            if b not in known[a]
        ),
    }


def _components(known: list[set[int]]) -> int:
    left, found = set(range(len(known))), 0
    while left:
        found += 1
        reached = [left.pop()]
        while reached:
            more = known[reached.pop()] & left
            left -= more
            reached.extend(more)
    return found


def _networkx(audit: Audit, n: int) -> Values:
    graph = nx.Graph()
    graph.add_edges_from((EGO, place) for place in range(n))
    graph.add_edges_from(audit.ties)
    contacts = graph.subgraph(range(n))
    constraints = [nx.local_constraint(graph, EGO, place) for place in range(n)]
    return {
        "components": nx.number_connected_components(contacts),
        "isolates": nx.number_of_isolates(contacts),
        "constraint": sum(constraints),
        "hierarchy": _hierarchy(constraints),
        "bridged": nx.betweenness_centrality(graph, normalized=False)[EGO],
    }


def _igraph(audit: Audit, n: int) -> Values:
    """igraph has no hierarchy: its parts are put together from the degrees."""
    graph = igraph.Graph(n + 1, [*((n, place) for place in range(n)), *audit.ties])
    degrees, given = graph.degree(), [0.0] * n
    for a, b in audit.ties:
        given[a] += 1 / degrees[b]
        given[b] += 1 / degrees[a]
    return {
        "components": len(igraph.Graph(n, audit.ties).connected_components()),
        "isolates": degrees[:n].count(1),
        "constraint": graph.constraint([n])[0],
        "hierarchy": _hierarchy([((1 + share) / n) ** 2 for share in given]),
        "bridged": graph.betweenness(n),
    }
