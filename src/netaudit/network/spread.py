"""Networks of any size, drawn so that those tied stand near each other."""

from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from netaudit.network.circle import Pair, Position

Places = npt.NDArray[np.float64]


def spread_out(members: Sequence[str], ties: Sequence[Pair]) -> dict[str, Position]:
    """A place for each member of a network of any size, the same at every call.

    Those tied stand near each other and nobody on top of somebody else; both coordinates are from
    0 to 1. Who has no tie stands in rows underneath, below 0.
    """
    graph = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(ties)
    apart = sorted(nx.isolates(graph))
    graph.remove_nodes_from(apart)
    places = _fitted(graph) if len(graph) else {}
    rows = {
        name: (
            (place % IN_A_ROW + 0.5) / min(IN_A_ROW, len(apart)),
            -0.12 - 0.08 * (place // IN_A_ROW),
        )
        for place, name in enumerate(apart)
    }
    return places | rows


IN_A_ROW = 20
"""So many members without a tie stand beside each other."""


def _fitted(graph: nx.Graph) -> dict[str, Position]:
    """Parts that are not tied to each other lie side by side, each as large as it has members."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    drawn = [_laid_out(graph.subgraph(sorted(part))) for part in parts]
    names = [name for part in drawn for name in part]
    sizes = [float(np.sqrt(len(part))) for part in drawn]
    corners = _packed(sizes)
    at = np.array(
        [
            (x + size * across, y + size * up)
            for part, size, (x, y) in zip(drawn, sizes, corners, strict=True)
            for across, up in part.values()
        ]
    )
    low, high = at.min(axis=0), at.max(axis=0)
    scaled = (at - low) / np.where(high > low, high - low, 1)
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, scaled, strict=True)}


def _packed(sizes: Sequence[float]) -> list[Position]:
    """The lower left corners of squares, in shelves about as wide as they are high together."""
    gap = 0.35
    width = max(sizes[0], float(np.sqrt(sum((size + gap) ** 2 for size in sizes))))
    corners, x, y, shelf = [], 0.0, 0.0, 0.0
    for size in sizes:
        if x > 0 and x + size > width:
            x, y, shelf = 0.0, y + shelf + gap, 0.0
        corners.append((x, y))
        x, shelf = x + size + gap, max(shelf, size)
    return corners


def _laid_out(graph: nx.Graph) -> dict[str, Position]:
    """A part in the square from 0 to 1."""
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted(tuple(sorted(pair)) for pair in graph.edges))
    start = nx.kamada_kawai_layout(ordered) if len(ordered) <= SMALL else None
    room = 1.6 / np.sqrt(len(ordered))
    places = start or nx.spring_layout(ordered, k=room, iterations=150, seed=1, method="force")
    at = np.array([places[name] for name in ordered])
    at = _pushed_apart((at - at.min(axis=0)) / max(float(np.ptp(at, axis=0).max()), 1e-9))
    return {name: (float(x), float(y)) for name, (x, y) in zip(ordered, at, strict=True)}


SMALL = 60
"""Up to so many members each distance in a drawing can stand for the steps between two."""


def _pushed_apart(at: Places) -> Places:
    """The places moved until no two are closer than a mark is wide."""
    least = 0.55 / np.sqrt(max(len(at), 2))
    for _ in range(60):
        between = at[:, None, :] - at[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(at))
        push = np.clip(least - distance, 0, None) / distance
        at = at + 0.5 * (between * push[:, :, None]).sum(axis=1)
    return at
