"""Clusters of a network, told only where they hold: the same whichever way they are looked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np

from netaudit.network.circle import Pair
from netaudit.statistics.partitions import adjusted_mutual_information

SEEDS = 50
"""So many times clusters are looked for, each time in another order."""

CLEAR, STABLE = 0.3, 0.8
"""The least modularity, and the least agreement between any two times on average."""


@dataclass(frozen=True, kw_only=True)
class Clusters:
    """The clearest parting found, the largest cluster first; its modularity, and how far it holds.

    `agreement` is the mean adjusted mutual information of every two times.
    """

    groups: tuple[tuple[str, ...], ...]
    modularity: float
    agreement: float

    @property
    def hold(self) -> bool:
        """Whether they are clear and stable enough to be told."""
        return len(self.groups) > 1 and self.modularity >= CLEAR and self.agreement >= STABLE


def clusters(ties: Mapping[Pair, float]) -> Clusters:
    """Clusters of those who have a tie, by Louvain's method (Blondel et al. 2008), weighted.

    The same ties always give the same clusters; without ties there are none.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted({name for pair in ties for name in pair}))
    graph.add_weighted_edges_from((*pair, ties[pair]) for pair in sorted(ties))
    if not graph:
        return Clusters(groups=(), modularity=0.0, agreement=0.0)
    found = [nx.community.louvain_communities(graph, seed=seed) for seed in range(SEEDS)]
    clearest = max(found, key=lambda groups: nx.community.modularity(graph, groups))
    return Clusters(
        groups=tuple(
            sorted((tuple(sorted(one)) for one in clearest), key=lambda one: (-len(one), one))
        ),
        modularity=float(nx.community.modularity(graph, clearest)),
        agreement=_agreement([_labels(graph, groups) for groups in found]),
    )


def _labels(graph: nx.Graph, groups: Sequence[set[str]]) -> tuple[int, ...]:
    """The same for the same groups, in whatever order they come."""
    ordered = sorted(groups, key=min)
    number = {name: place for place, group in enumerate(ordered) for name in group}
    return tuple(number[name] for name in graph)


def _agreement(times: Sequence[tuple[int, ...]]) -> float:
    """Most times come to one of a few partings, so that few have to be compared."""
    known: dict[frozenset[tuple[int, ...]], float] = {}
    for one, other in combinations(times, 2):
        both = frozenset((one, other))
        if both not in known:
            known[both] = 1.0 if one == other else adjusted_mutual_information(one, other)
    values = [known[frozenset(two)] for two in combinations(times, 2)]
    return float(np.mean(values))
