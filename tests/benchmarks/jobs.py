"""What is timed, by name: each job takes the folder of a population and an empty one to work in."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

Job = Callable[..., Any]


@dataclass(frozen=True, kw_only=True)
class Timed:
    """A job in its module, the name it has in the table, and the most participants it is given."""

    title: str
    module: str
    function: str
    most: int
    group: str = "measures"
    of_export: bool = False

    def load(self) -> Job:
        job: Job = getattr(import_module(f"tests.benchmarks.{self.module}"), self.function)
        return job

    def arguments(self, population: Path, empty: Path) -> tuple[Path, ...]:
        """What the job is called with."""
        return (population / "export", empty) if self.of_export else (population,)


ALWAYS, MILLION = 10_000_000, 1_000_000

JOBS: dict[str, Timed] = {
    "netaudit": Timed(
        title="netaudit", module="netaudit_run", function="run_netaudit", most=ALWAYS
    ),
    "numpy": Timed(
        title="NumPy batches", module="numpy_batches", function="run_numpy", most=ALWAYS
    ),
    "polars": Timed(title="polars", module="polars_frames", function="run_polars", most=100_000),
    "plain": Timed(title="plain Python", module="loops", function="run_plain", most=100_000),
    "igraph": Timed(title="igraph", module="loops", function="run_igraph", most=100_000),
    "networkx": Timed(title="networkx", module="loops", function="run_networkx", most=10_000),
    "floor": Timed(title="one GROUP BY", module="netaudit_run", function="run_floor", most=ALWAYS),
    "check": Timed(
        title="check",
        module="netaudit_run",
        function="run_check",
        most=100_000,
        group="import",
        of_export=True,
    ),
    "import": Timed(
        title="import + check + build",
        module="netaudit_run",
        function="run_import",
        most=100_000,
        group="import",
        of_export=True,
    ),
    "reading": Timed(
        title="DuckDB: CSV to Parquet",
        module="netaudit_run",
        function="run_reading",
        most=ALWAYS,
        group="import",
        of_export=True,
    ),
}
"""The other than netaudit's own are its peers, and the floor that nobody can be under."""
