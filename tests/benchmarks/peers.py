"""Which jobs can be timed here."""

from collections.abc import Collection
from importlib.util import find_spec

from tests.benchmarks.jobs import JOBS, Timed

NEEDS = {"polars": "polars", "igraph": "igraph"}
"""Packages that only the benchmark needs."""

NO_PEERS = ("netaudit", "floor")


def installed(names: Collection[str] | None, *, of_measures: bool = False) -> dict[str, Timed]:
    """The jobs of these names, or all, whose packages are there; `of_measures`: the peers alone."""
    return {
        name: job
        for name, job in JOBS.items()
        if (names is None or name in names)
        and (name not in NEEDS or find_spec(NEEDS[name]) is not None)
        and not (of_measures and (job.group != "measures" or name in NO_PEERS))
    }
