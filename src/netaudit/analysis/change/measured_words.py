"""One measure's change as a headline, a chart and a table say it."""

from typing import Any

from netaudit.analysis.change.verdict import (
    ENOUGH_FOR_INTERVAL,
    ENOUGH_FOR_MORE,
    TOO_FEW_TO_ESTIMATE,
)
from netaudit.analysis.change.words import (
    EARLY_WORDS,
    change_in_words,
    change_words,
    interval_words,
    level_words,
    measure_words,
    p_words,
    unit_words,
)
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, known

Row = dict[str, Any]
"""A row of change_rows, with p and p_holm where p-values were asked for."""


def key(row: Row) -> tuple[str, str | None]:
    """The measure and its attribute."""
    return row["measure"], row["attribute"] if known(row["attribute"]) else None


POINT_COLUMNS = [
    "category",
    "value",
    "ci_low",
    "ci_high",
    "label",
    "verdict",
    "measure",
    "attribute",
    "difference",
    "low",
    "high",
    "n_paired",
]


def name(row: Row) -> str:
    """The measure in words."""
    return measure_words(*key(row))


def headline(rows: list[Row], waves: tuple[str, str], about: str) -> str:
    """Up to three changes with their verdicts; of more, how many changed."""
    first, last = (readable(wave).lower() for wave in waves)
    if len(rows) > 3 and not any(known(row["ci_low"]) for row in rows):
        return f"{about}, {first} to {last}: too few pairs to estimate a change"
    if len(rows) > 3:
        moved = [row for row in rows if row["verdict"].startswith("changed")]
        names = "; ".join(f"{name(row)} {_difference(row)}" for row in moved[:3])
        more = f" and {len(moved) - 3} more" if len(moved) > 3 else ""
        which = f": {names}{more}" if moved else ""
        return f"{about}, {first} to {last}: {len(moved)} of {len(rows)} measures changed{which}"
    return "; ".join(
        f"{name(row)} {level_words(row['measure'], row['mean_from'])} at {first},"
        f" {level_words(row['measure'], row['mean_to'])} at {last}: {row['verdict']}"
        for row in rows
    )


def pairs_words(rows: list[Row]) -> str:
    """On how many people the changes rest."""
    counts = sorted({int(row["n_paired"]) for row in rows})
    said = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
    return f"Base: the same people at both waves, {said} of them for each measure."


def early_words(rows: list[Row]) -> str:
    """What few pairs can tell; blank where all rows have enough."""
    counts = [int(row["n_paired"]) for row in rows]
    if min(counts) < ENOUGH_FOR_INTERVAL:
        return "With fewer than 10 pairs only means are told: too few to estimate a change."
    return EARLY_WORDS if min(counts) < ENOUGH_FOR_MORE else ""


def withheld_words(number: int, minimum: int) -> str:
    """Why so many measures are not shown; blank for none."""
    if not number:
        return ""
    rows = "One measure is" if number == 1 else f"{number} measures are"
    return f"{rows} not shown: known of fewer than {minimum} participants at both waves."


def _difference(row: Row) -> str:
    return change_in_words(row["measure"], row["mean_difference"])


def short(row: Row) -> str:
    """The change with its interval, in units."""
    said = _difference(row)
    if not known(row["ci_low"]):
        return said
    return f"{said} ({interval_words(row['measure'], row['ci_low'], row['ci_high'])})"


def as_drawn(row: Row) -> dict[str, Any]:
    """A row of POINT_COLUMNS: in amounts that matter, and beside that in units."""
    amount = float(row["smallest_change"])
    return {
        "category": name(row),
        "value": float(row["mean_difference"]) / amount,
        "ci_low": float(row["ci_low"]) / amount,
        "ci_high": float(row["ci_high"]) / amount,
        "label": f"{short(row)}, n = {int(row['n_paired'])}",
        "verdict": row["verdict"],
        "measure": row["measure"],
        "attribute": key(row)[1],
        "difference": float(row["mean_difference"]),
        "low": float(row["ci_low"]),
        "high": float(row["ci_high"]),
        "n_paired": int(row["n_paired"]),
    }


def as_listed(row: Row, waves: tuple[str, str]) -> dict[str, Any]:
    """A row for reading; p-values only where they were asked for."""
    measure, first, last = row["measure"], *(readable(wave) for wave in waves)
    told = {
        "Measure": name(row),
        "Pairs": int(row["n_paired"]),
        f"Mean at {first.lower()}": level_words(measure, row["mean_from"]),
        f"Mean at {last.lower()}": level_words(measure, row["mean_to"]),
        "Change": _unsigned_cell(measure, row["mean_difference"]),
        "95% interval": interval_words(measure, row["ci_low"], row["ci_high"]),
        "Unit": unit_words(measure) or NOTHING,
        "Up": _count(row["n_up"]),
        "Same": _count(row["n_same"]),
        "Down": _count(row["n_down"]),
        "Smallest change that matters": smallest_words(measure, row["smallest_change"]),
        "In words": _verdict_words(row),
        "Hedges' g": _effect(row["hedges_g_av"]),
    }
    if "p" in row:
        told["p"] = p_words(row["p"])
        told["p, adjusted (Holm)"] = p_words(row["p_holm"])
    return told


def _effect(size: Any) -> str:
    return f"{size:.2f}".replace("-", "\N{MINUS SIGN}") if known(size) else NOTHING


def _unsigned_cell(measure: str, difference: Any) -> str:
    """A change as a cell: words before its sign, or a spreadsheet would take it for a formula."""
    if not known(difference):
        return NOTHING
    return f"by {change_words(measure, difference)}"


def smallest_words(measure: str, smallest: Any) -> str:
    """The smallest change of interest in the measure's unit; a dash where none is agreed."""
    if not known(smallest):
        return NOTHING
    return change_in_words(measure, smallest).removeprefix("+")


def _verdict_words(row: Row) -> str:
    said: str = row["verdict"]
    if said != TOO_FEW_TO_ESTIMATE and row["n_paired"] < ENOUGH_FOR_MORE:
        said = f"{said} (early signal)"
    return said[:1].upper() + said[1:]


def _count(number: Any) -> str:
    return str(int(number)) if known(number) else NOTHING
