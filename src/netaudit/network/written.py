"""Networks written for other tools."""

import re
from collections.abc import Iterable, Mapping

import networkx as nx

Facts = Mapping[str, str | int | float]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
