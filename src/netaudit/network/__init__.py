"""Networks, to be drawn, parted, paired off and written: alone in using NetworkX."""

from netaudit.network.circle import Pair, Position, positions
from netaudit.network.clusters import Clusters, clusters
from netaudit.network.pairing import pair_off
from netaudit.network.spread import spread_out
from netaudit.network.written import Facts, graphml

__all__ = [
    "Clusters",
    "Facts",
    "Pair",
    "Position",
    "clusters",
    "graphml",
    "pair_off",
    "positions",
    "spread_out",
]
