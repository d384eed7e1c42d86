"""Runs the benchmark: `python -m tests.benchmarks`, which `netaudit benchmark` does."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measuring import measured
from tests.benchmarks.parity import differences, netaudit_values
from tests.benchmarks.peers import installed
from tests.benchmarks.population import write_export, write_population
from tests.benchmarks.table import stored, written

SIZES = (100, 1_000, 10_000, 100_000)
MILLION = 1_000_000
PARITY_SIZE = 500
NOTES = Path(__file__).parents[2] / "docs" / "performance.md"


def main() -> None:
    """Checks that all peers give the same values, then times them and stores the table."""
    asked = _arguments()
    sizes = [size for size in asked.sizes if size <= asked.largest]
    sizes += [MILLION] if asked.million else []
    jobs = installed(asked.jobs)
    with tempfile.TemporaryDirectory(prefix="netaudit-benchmark-", dir=asked.within) as place:
        _check_parity(Path(place) / "parity", list(jobs))
        found = []
        for size in sizes:
            folder = Path(place) / str(size)
            write_population(size, folder)
            write_export(folder, folder / "export")
            found += measured(jobs, folder, size, asked.repeats, _say)
    table = written(found)
    sys.stdout.write(f"\n{table}\n")
    stored(table, asked.out)
    _say(f"Stored in {asked.out}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="netaudit benchmark", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="PARTICIPANTS")
    parser.add_argument("--largest", type=int, default=max(SIZES), help="leave out larger sizes")
    parser.add_argument("--million", action="store_true", help="a million participants as well")
    parser.add_argument("--repeats", type=int, default=5, help="runs of each job at each size")
    parser.add_argument("--jobs", nargs="+", help="only these: their names in jobs.py")
    parser.add_argument("--out", type=Path, default=NOTES, help="the notes that hold the table")
    parser.add_argument("--within", type=Path, help="where there is room for the files")
    return parser.parse_args()


def _check_parity(folder: Path, names: list[str]) -> None:
    write_population(PARITY_SIZE, folder)
    ours = netaudit_values(folder)
    peers = [name for name in names if name in installed(None, of_measures=True)]
    wrong = [line for name in peers for line in differences(name, folder, ours)]
    if wrong:
        sys.exit("\n".join(["The peers do not compute the same.", *wrong[:20]]))
    _say(f"{len(ours):,} values are the same in {', '.join(peers)}.")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
