"""Slow and obvious twins of the measures of structure, by networkx and from definitions."""

import math
from statistics import mean

import networkx as nx

from tests.ego_network import EgoNetwork
from tests.oracle import Number, Oracles
from tests.oracles import sides

ORACLES = Oracles()


@ORACLES.add
def ties(network: EgoNetwork) -> Number:
    asked = network.ties_status != "not_asked" or network.size < 2
    return len(network.ties) if network.done and asked else None


@ORACLES.of_known_pairs
def density(network: EgoNetwork) -> Number:
    return nx.density(network.graph) if network.size >= 2 else None


@ORACLES.of_known_pairs
def components(network: EgoNetwork) -> Number:
    return nx.number_connected_components(network.graph)


@ORACLES.of_known_pairs
def isolates(network: EgoNetwork) -> Number:
    return nx.number_of_isolates(network.graph)


@ORACLES.of_known_pairs
def effective_size(network: EgoNetwork) -> Number:
    # nodes= takes networkx's plain path; the one without it divides along the wrong axis (3.6.1)
    return nx.effective_size(network.ego_graph, nodes=[()])[()] if network.size else None


@ORACLES.of_known_pairs
def efficiency(network: EgoNetwork) -> Number:
    return effective_size(network) / network.size if network.size else None


def burt_parts(network: EgoNetwork) -> list[float]:
    """c of each contact from its definition: a matrix of proportions, squared sums."""
    graph = network.ego_graph
    given = {(i, j): 1 / graph.degree[i] for i in graph for j in graph[i]}
    return [
        (given[(), j] + sum(given[(), q] * given.get((q, j), 0) for q in network.names)) ** 2
        for j in network.names
    ]


@ORACLES.of_known_pairs
def constraint(network: EgoNetwork) -> Number:
    return sum(burt_parts(network)) if network.size else None


@ORACLES.of_known_pairs
def hierarchy(network: EgoNetwork) -> Number:
    n = network.size
    if n < 2:
        return None
    parts = burt_parts(network)
    relative = [part / mean(parts) for part in parts]
    return sum(r * math.log(r) for r in relative) / (n * math.log(n))


@ORACLES.of_known_pairs
def betweenness(network: EgoNetwork) -> Number:
    if network.size < 2:
        return None
    return nx.betweenness_centrality(network.ego_graph, normalized=False)[()] / len(network.pairs)


@ORACLES.add
def connectivity(network: EgoNetwork) -> Number:
    return betweenness(network)


@ORACLES.of_known_pairs
def cross_boundary_open_pairs(network: EgoNetwork) -> Number:
    if not sides(network):
        return None
    side = {c["contact_id"]: network.is_internal(c) for c in network.contacts}
    return sum(
        1
        for pair in network.pairs
        if pair not in network.ties and {side[n] for n in pair} == {True, False}
    )
