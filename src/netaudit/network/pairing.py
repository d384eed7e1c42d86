"""Who is put together with whom, so that as many as possible gain as much as possible."""

from collections import Counter
from collections.abc import Mapping

import networkx as nx

from netaudit.network.circle import Pair

MOST_EACH = 8
"""So many of the best partners of somebody are looked at: enough to choose from, and quick."""


def pair_off(worth: Mapping[Pair, int], room: Mapping[str, int]) -> tuple[Pair, ...]:
    """Pairs in which nobody stands more often than they have `room`, in the order of `worth`.

    Round by round everybody gets one partner at most, such that as many as possible get one, and
    the pairs of the round are together worth the most. The same worth gives the same pairs.
    """
    left = {name: number for name, number in room.items() if number > 0}
    open_pairs = {pair: worth[pair] for pair in _best_of_each(worth)}
    chosen: list[Pair] = []
    while True:
        graph = nx.Graph()
        graph.add_weighted_edges_from(
            (one, other, open_pairs[one, other])
            for one, other in sorted(open_pairs)
            if one in left and other in left
        )
        found = nx.max_weight_matching(graph, maxcardinality=True)
        if not found:
            return tuple(sorted(chosen, key=lambda pair: (-worth[pair], pair)))
        for one, other in found:
            pair = (one, other) if (one, other) in open_pairs else (other, one)
            chosen.append(pair)
            del open_pairs[pair]
            for name in pair:
                left[name] -= 1
        left = {name: number for name, number in left.items() if number > 0}


def _best_of_each(worth: Mapping[Pair, int]) -> set[Pair]:
    """The pairs that are among the best of one of the two at least."""
    met: Counter[str] = Counter()
    kept = set()
    for pair in sorted(worth, key=lambda pair: (-worth[pair], pair)):
        if any(met[name] < MOST_EACH for name in pair):
            kept.add(pair)
            met.update(pair)
    return kept
