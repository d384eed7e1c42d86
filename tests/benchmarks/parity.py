"""Whether every peer gives the values that netaudit gives."""

import math
from collections.abc import Iterable
from pathlib import Path

import pyarrow.parquet as pq

from tests.benchmarks.jobs import JOBS
from tests.benchmarks.netaudit_run import VALUES_SQL, run_netaudit

CLOSE = 1e-6
Key = tuple[str, str, str]
Values = dict[Key, float]
"""By participant, wave and measure with its attribute; what is undefined is not in it."""


def differences(name: str, population: Path, ours: Values) -> list[str]:
    """Where a peer's values are others, in words; a share of 0 may as well be missing."""
    theirs = _by_key(population, JOBS[name].load()(population))
    keys = sorted(ours.keys() | theirs.keys())
    return [
        f"{name}: {' '.join(key)} is {theirs.get(key)}, netaudit gives {ours.get(key)}"
        for key in keys
        if not _is_same(key, ours.get(key), theirs.get(key))
    ]


def netaudit_values(population: Path) -> Values:
    """What netaudit gives."""
    rows = run_netaudit(population).execute(VALUES_SQL).fetchall()
    return {(who, wave, name): value for who, wave, name, value in rows if value is not None}


def _is_same(key: Key, ours: float | None, theirs: float | None) -> bool:
    if ours is None or theirs is None:
        return key[2].startswith("composition:") and not ours and not theirs
    return math.isclose(ours, theirs, rel_tol=CLOSE, abs_tol=CLOSE)


def _by_key(population: Path, found: object) -> Values:
    """Loops give a dictionary an audit, the others a column a measure."""
    audits = pq.read_table(population / "audits.parquet", columns=["participant_id", "wave"])
    whose = [(row["participant_id"], row["wave"]) for row in audits.to_pylist()]
    named = found.items() if isinstance(found, dict) else _columns(found)
    return {
        (who, wave, name): float(value)
        for name, column in named
        for (who, wave), value in zip(whose, column, strict=True)
        if value is not None and not math.isnan(value)
    }


def _columns(rows: object) -> Iterable[tuple[str, list[float | None]]]:
    listed: list[dict[str, float | None]] = list(rows)  # type: ignore[call-overload]
    names = dict.fromkeys(name for row in listed for name in row)
    return ((name, [row.get(name) for row in listed]) for name in names)
