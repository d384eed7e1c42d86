"""Small networks, to be drawn and to be written for other tools: the only user of NetworkX."""

import re
from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

Position = tuple[float, float]
Pair = tuple[str, str]
Facts = Mapping[str, str | int | float]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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


def graphml(
    about: Facts, members: Mapping[str, Facts], ties: Iterable[tuple[str, str, Facts]]
) -> str:
    """An undirected network as GraphML: facts about the whole, about its members and its ties."""
    graph = nx.Graph(**_written(about))
    graph.add_nodes_from((member, _written(facts)) for member, facts in members.items())
    graph.add_edges_from((one, other, _written(facts)) for one, other, facts in ties)
    return "\n".join((_XML, *nx.generate_graphml(graph, named_key_ids=True), ""))


_XML = '<?xml version="1.0" encoding="utf-8"?>'


def _written(facts: Facts) -> dict[str, str | int | float]:
    """Without the characters that no XML can hold."""
    return {
        name: _NOT_IN_XML.sub("", value) if isinstance(value, str) else value
        for name, value in facts.items()
    }
