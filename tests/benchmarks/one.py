"""One job in a process of its own: `python -m tests.benchmarks.one JOB POPULATION` prints JSON."""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.jobs import JOBS


def main(name: str, population: str) -> None:
    """Prints the seconds of wall and of CPU, and the most memory in MiB; imports do not count."""
    timed = JOBS[name]
    job = timed.load()
    with tempfile.TemporaryDirectory() as empty:
        arguments = timed.arguments(Path(population), Path(empty))
        wall, cpu = time.perf_counter(), time.process_time()
        kept = job(*arguments)
        spent = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        del kept
    sys.stdout.write(json.dumps({**spent, "memory": _most_memory()}))


def _most_memory() -> float:
    """Linux's own count where there is one: the other takes over what the parent process held."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
