"""Networks of any size, drawn so that those tied stand near each other."""

from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from netaudit.network.circle import Pair, Position

Places = npt.NDArray[np.float64]

IN_A_ROW = 20
"""So many members without a tie stand beside each other."""

SMALL = 60
"""Up to so many members each distance in a drawing can stand for the steps between two."""

GAP = 0.6
"""Between two parts, where two marks of one part are 1 apart or less."""


def spread_out(members: Sequence[str], ties: Sequence[Pair]) -> dict[str, Position]:
    """A place for each member of a network of any size, the same at every call.

    Those tied stand near each other and nobody on top of somebody else; both coordinates are from
    0 to 1. Who has no tie stands in rows underneath, below 0.
    """
    graph = nx.Graph()
    graph.add_nodes_from(members)
    graph.add_edges_from(ties)
    alone = sorted(nx.isolates(graph))
    graph.remove_nodes_from(alone)
    rows = {
        name: (
            (place % IN_A_ROW + 0.5) / min(IN_A_ROW, len(alone)),
            -0.12 - 0.08 * (place // IN_A_ROW),
        )
        for place, name in enumerate(alone)
    }
    return (_fitted(graph) if len(graph) else {}) | rows


def _fitted(graph: nx.Graph) -> dict[str, Position]:
    """Parts that are not tied to each other lie side by side, each as large as it has members."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    names = [sorted(part) for part in parts]
    drawn = [_laid_out(graph, one) for one in names]
    corners = _packed([one.max(axis=0) for one in drawn])
    at = np.concatenate([corner + one for corner, one in zip(corners, drawn, strict=True)])
    wide = at.max(axis=0)
    scaled = np.where(wide > 0, at / np.where(wide > 0, wide, 1), 0.5)
    everybody = [name for one in names for name in one]
    return {name: (float(x), float(y)) for name, (x, y) in zip(everybody, scaled, strict=True)}


def _packed(sizes: Sequence[Places]) -> list[Places]:
    """The lower left corners of boxes, in shelves about as wide as they are high together."""
    areas = sum(float((size[0] + GAP) * (size[1] + GAP)) for size in sizes)
    width = max(float(sizes[0][0]), float(np.sqrt(areas)))
    corners, x, y, shelf = [], 0.0, 0.0, 0.0
    for wide, high in sizes:
        if x > 0 and x + wide > width:
            x, y, shelf = 0.0, y + shelf + GAP, 0.0
        corners.append(np.array([x, y]))
        x, shelf = x + float(wide) + GAP, max(shelf, float(high))
    return corners


def _laid_out(graph: nx.Graph, names: Sequence[str]) -> Places:
    """A place for each, in their order, the longest way lying across; the lowest is 0."""
    ordered = nx.Graph()
    ordered.add_nodes_from(names)
    ordered.add_edges_from(sorted(tuple(sorted(pair)) for pair in graph.subgraph(names).edges))
    if len(names) <= SMALL:
        places = nx.kamada_kawai_layout(ordered)
    else:
        room = 1.6 / np.sqrt(len(names))
        places = nx.spring_layout(ordered, k=room, iterations=150, seed=1, method="force")
    at = np.array([places[name] for name in names])
    at = _lying(at - at.mean(axis=0))
    at = _pushed_apart(at / max(float(np.ptp(at, axis=0).max()), 1e-9))
    placed: Places = (at - at.min(axis=0)) * np.sqrt(len(names))
    return placed


def _lying(at: Places) -> Places:
    """Turned, and not mirrored by chance of the arithmetic, so that it is as long as can be."""
    _, _, axes = np.linalg.svd(at, full_matrices=False)
    turned: Places = at @ axes.T
    most = turned[np.abs(turned).argmax(axis=0), [0, 1]]
    upright: Places = turned * np.where(most < 0, -1, 1)
    return upright


def _pushed_apart(at: Places) -> Places:
    """The places moved until no two are closer than a mark is wide."""
    least = 0.55 / np.sqrt(max(len(at), 2))
    for _ in range(60):
        between = at[:, None, :] - at[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(at))
        push = np.clip(least - distance, 0, None) / distance
        at = at + 0.5 * (between * push[:, :, None]).sum(axis=1)
    return at
