"""The sample programme with hostile words wherever an export can say something freely.

Every word says whose it is: R1x07 in what participant P-2025-07 wrote, and so on.
"""

import csv
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "data" / "sample"

WORDS = (
    "![x](http://evil.test/t.png)",
    "<img src=x onerror=alert(1)>",
    "$\\frac{1}{2}$",
    "[k](javascript:alert(1))",
    ":red[boo]",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "**b** `c` # h",
    "';DROP TABLE audit;--",
    "{{7*7}} #panic()",
)
LABELS = (
    "*b* _i_",
    "<img src=x>",
    "$x^2$",
    "[k](javascript:a())",
    ":red[boo]",
    "=1+1",
    "@S",
    "`c`",
)
COHORTS = {"2025": "=1+1 ![c](http://evil.test/c.png) <b>2025</b>", "2026": "2026 :red[x] $a$"}
WAVES = {
    "baseline": "![w](http://evil.test/w.png) baseline",
    "midpoint": "=mid :red[x]",
    "endpoint": "end <b>$x$</b>",
}
ATTRIBUTES = {
    "x_main_topic": "x_![t](http://evil.test/q.png) image",
    "x_profession": "x_image",
}
CODES = (
    *("organisation", "function", "sector", "level", "place", "gender", "age_band"),
    *("ethnic_group", "theme", *ATTRIBUTES),
)
WRITTEN = {"name": "N", "email": "M", "text": "R", "end_reason": "E", "label": "L"}
"""The letter with which each of these begins to say whose it is."""


def hostile_programme(folder: Path) -> Path:
    """The canonical export, in a new folder inside `folder`."""
    export = folder / "hostile_programme"
    export.mkdir()
    for path in SAMPLE.glob("*.csv"):
        _write(export / path.name, list(_hostile(_read(path))))
    settings = (SAMPLE / "programme.toml").read_text(encoding="utf-8")
    settings = settings.replace('name = "Wider', 'name = "=1+1 ![p](http://evil.test) Wider')
    for plain, words in {**COHORTS, **WAVES}.items():
        settings = settings.replace(f'"{plain}"', f"'{words}'")
    (export / "programme.toml").write_text(settings, encoding="utf-8")
    return export


def mark(letter: str, participant: str) -> str:
    """What a word of this kind says of whose it is: P-2025-07 is 5x07."""
    return letter + re.sub(r"P-202(.)-", r"\1x", participant)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _hostile(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    numbers, codes = count(), dict[tuple[str, str], str]()
    for row in rows:
        cells = {}
        for name, cell in row.items():
            cells[ATTRIBUTES.get(name, name)] = _cell(row, name, cell, numbers, codes)
        yield cells


def _cell(
    row: dict[str, str],
    name: str,
    cell: str,
    numbers: Iterator[int],
    codes: dict[tuple[str, str], str],
) -> str:
    if name == "cohort":
        return COHORTS[cell]
    if name == "wave":
        return WAVES[cell]
    if not cell or cell in ("unknown", "not_applicable"):
        return cell
    if name in WRITTEN:
        words = LABELS if name == "label" else WORDS
        whose = mark(WRITTEN[name], row["participant_id"])
        return f"{words[next(numbers) % len(words)]} {whose}"
    if name in CODES:
        return codes.setdefault((name, cell), f"{WORDS[len(codes) % len(WORDS)]} {cell}")
    return cell
