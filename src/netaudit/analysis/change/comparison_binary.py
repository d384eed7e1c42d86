"""Yes-or-no outcomes here and in a comparison cohort: the difference of the two changes."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.binary import UPTAKE, points
from netaudit.analysis.change.comparison import (
    ASSUMPTIONS,
    NO_COMPARISON,
    NO_OUTSIDE,
    comparison_choices,
)
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.schema import PATTERNS
from netaudit.statistics.mover import difference_of
from netaudit.statistics.two_groups import Difference
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import of

Row = dict[str, Any]

FINDING = "change_comparison_binary"
ABOUT = "Yes-or-no outcomes against a comparison cohort"
HOW = (
    "The interval joins those of the two changes (Bonett and Price, by the method of Zou and"
    " Donner), which errs on the wide side in small groups."
)


def binary_against_comparison(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    comparison: str | None = None,
) -> Finding:
    """Patterns and mentoring uptake: their change here less that in a comparison cohort.

    `comparison` is one of comparison_choices, the first if not given. `data` is for charts.forest,
    in percentage points.
    """
    choices = [choice.value for choice in comparison_choices(database, viewer, selection)]
    other = comparison or next(iter(choices), None)
    if other is None or other not in choices:
        return nothing_to_show(FINDING, f"{ABOUT}: none", NO_COMPARISON)
    if viewer.audience == "release":
        return nothing_to_show(FINDING, f"{ABOUT}: not shown", NO_OUTSIDE)
    here, there = (
        _rows(database, viewer, one, first, last)
        for one in (replace(selection, wave=None), Selection(cohort=other))
    )
    pairs = [_compared(here[name], there[name]) for name in here if name in there]
    if not pairs:
        return nothing_to_show(
            FINDING,
            f"{ABOUT}: too few",
            f"Base: outcomes known of {ENOUGH_FOR_INTERVAL} people at both waves in both cohorts.",
        )
    return _finding(pairs, other)


def _rows(
    database: Database, viewer: Viewer, selection: Selection, first: str, last: str
) -> dict[str, Row]:
    """By name in words: patterns first, then uptake; those with enough people."""
    waves = {"first": first, "last": last}
    patterns = records(ask(database, viewer, "change_patterns", selection, **waves))
    uptake = records(ask(database, viewer, "mentoring_pairs", selection))
    named = {
        **{f"On watch: {label('pattern', row['pattern'])}": row for row in _in_order(patterns)},
        **{
            f"Mentoring: {UPTAKE[row['what']]}": row
            for row in uptake
            if row["what"] in UPTAKE and (row["first_wave"], row["last_wave"]) == (first, last)
        },
    }
    return {name: {**row, "name": name} for name, row in named.items() if _is_enough(row)}


def _in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: PATTERNS.index(row["pattern"]))


def _is_enough(row: Row) -> bool:
    return int(row["n"]) >= ENOUGH_FOR_INTERVAL


def _compared(row: Row, other: Row) -> Row:
    return {
        "name": row["name"],
        "row": row,
        "other": other,
        "difference": difference_of(_change(row), _change(other)),
    }


def _change(row: Row) -> Difference:
    return Difference(value=row["difference"], low=row["ci_low"], high=row["ci_high"])


def _finding(pairs: list[Row], other: str) -> Finding:
    first = pairs[0]
    fewest = min(int(pair["row"]["n"]) for pair in pairs)
    fewest_there = min(int(pair["other"]["n"]) for pair in pairs)
    return Finding(
        id=FINDING,
        headline=f"{first['name']}: {points(first['row']['difference'])} points here,"
        f" {points(first['other']['difference'])} in the comparison cohort; the difference is"
        f" {_short(first)}",
        base=f"Base: at least {fewest} people here and {fewest_there} in cohort {other} whose"
        " answer is known at both waves.",
        data=pd.DataFrame([_point(pair) for pair in pairs]),
        table=pd.DataFrame([_line(pair) for pair in pairs]),
        alternative="Differences of changes in percentage points with intervals: "
        + "; ".join(f"{pair['name']} {_short(pair)}" for pair in pairs)
        + ".",
        caution=f"{ASSUMPTIONS} {HOW}",
    )


def _between(found: Difference) -> str:
    return f"from {points(found.low)} to {points(found.high)}"


def _short(pair: Row) -> str:
    found = pair["difference"]
    return f"{points(found.value)} points ({_between(found)})"


def _point(pair: Row) -> Row:
    found = pair["difference"]
    return {
        "category": pair["name"],
        "value": found.value * 100,
        "ci_low": found.low * 100,
        "ci_high": found.high * 100,
        "label": f"{_short(pair)}, n = {pair['row']['n']} and {pair['other']['n']}",
    }


def _line(pair: Row) -> Row:
    row, other, found = pair["row"], pair["other"], pair["difference"]
    return {
        "Outcome": pair["name"],
        "Here, then": of(row["k_first"], row["n"]),
        "Here, now": of(row["k_last"], row["n"]),
        "There, then": of(other["k_first"], other["n"]),
        "There, now": of(other["k_last"], other["n"]),
        "Difference in points": round(found.value * 100),
        "95% interval": _between(found),
    }
