"""The table of a benchmark, for the screen and for the notes on performance."""

import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.measuring import Measured

BEGIN, END = "<!-- benchmark: begin -->", "<!-- benchmark: end -->"
AGAINST = {"measures": "numpy", "import": "reading"}
"""What the other jobs of a group are divided by."""

HEADINGS = "| job | participants | CPU s | wall s | MiB | runs | CPU against {} |"
RULE = "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"


def written(found: Sequence[Measured]) -> str:
    """The machine and a table for each group of jobs, in Markdown."""
    parts = [_machine()]
    for group, against in AGAINST.items():
        rows = [one for one in found if one.group == group]
        if rows:
            base = {one.size: one.cpu for one in rows if one.job == against}
            lines = [HEADINGS.format(against), RULE, *(_row(one, base) for one in rows)]
            parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    packages = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "numpy", "pyarrow"))
    return (
        f"{date.today():%-d %B %Y} · {os.cpu_count()} cores, {memory:.0f} GiB,"
        f" {platform.machine()}, Python {platform.python_version()}, {packages}"
        f" · load {os.getloadavg()[1]:.1f}"
    )


def _row(one: Measured, base: dict[int, float]) -> str:
    ratio = f"{one.cpu / base[one.size]:.2f}" if base.get(one.size) else ""
    return (
        f"| {one.title} | {one.size:,} | {one.cpu:.3f} | {one.wall:.3f} | {one.memory:,.0f}"
        f" | {one.runs} | {ratio} |"
    )


def stored(table: str, path: Path) -> None:
    """Puts the table between the two marks of the notes, or into a file of its own."""
    text = path.read_text("utf-8") if path.exists() else f"{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")
