"""Small networks on a circle."""

from collections.abc import Sequence

import networkx as nx

Position = tuple[float, float]
Pair = tuple[str, str]


def positions(members: Sequence[str], ties: Sequence[Pair]) -> dict[str, Position]:
    """A place for each member, both coordinates from -1 to 1, the same at every call.

    Members stand on a circle, those of one component beside each other, so that lines seldom cross
    and separate circles of people are seen as such.
    """
    graph = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(ties)
    components = sorted(nx.connected_components(graph), key=lambda group: (-len(group), min(group)))
    order = [member for group in components for member in _along(graph, group)]
    places = nx.circular_layout(order) if order else {}
    return {member: (float(x), float(y)) for member, (x, y) in places.items()}


def _along(graph: nx.Graph, group: set[str]) -> list[str]:
    """The members of a component, each next to one it knows where that can be."""
    return list(nx.dfs_preorder_nodes(graph.subgraph(group), source=min(group)))
