"""Times jobs in turns, so that whatever else the machine does falls on all of them alike."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.jobs import Timed

ONCE_FROM = 1_000_000
"""From so many participants on every job runs once."""

LONG = 60.0
"""Seconds of wall after which a job is not repeated."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """The medians of one job at one size: seconds of wall and of CPU, most memory in MiB."""

    job: str
    title: str
    group: str
    size: int
    wall: float
    cpu: float
    memory: float
    runs: int


def measured(
    jobs: Mapping[str, Timed], folder: Path, size: int, repeats: int, say: Callable[[str], None]
) -> list[Measured]:
    """Every job that is given this size, as the median of interleaved runs."""
    runs: dict[str, list[dict[str, float]]] = {n: [] for n, j in jobs.items() if size <= j.most}
    for turn in range(1 if size >= ONCE_FROM else repeats):
        for name, earlier in runs.items():
            if turn and earlier[0]["wall"] > LONG:
                continue
            earlier.append(_run(name, folder))
            say(f"{size:,} participants, {name}: {earlier[-1]['cpu']:.3f} s of CPU")
    return [_medians(name, jobs[name], size, each) for name, each in runs.items()]


def _run(name: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.one", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} stopped: {done.stderr.strip().splitlines()[-1]}")
    spent: dict[str, float] = json.loads(done.stdout)
    return spent


def _medians(name: str, job: Timed, size: int, runs: list[dict[str, float]]) -> Measured:
    return Measured(
        job=name,
        title=job.title,
        group=job.group,
        size=size,
        runs=len(runs),
        **{what: median(run[what] for run in runs) for what in ("wall", "cpu", "memory")},
    )
