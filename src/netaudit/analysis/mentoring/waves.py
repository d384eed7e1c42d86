"""Mentoring wave by wave: of everybody enrolled, and among the same people at two waves."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring.levels import BY_PROGRAMME, MAIN
from netaudit.analysis.mentoring.uptake import finding, lines, short
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import ENOUGH_FOR_PERCENT, NOTHING, counted

Pair = dict[str, Any]
"""One line of uptake at two waves, the same people at both."""

SAME = {**MAIN, "knowing_all": "All of knowing", "own_mentor": "Own find"}
ENOUGH_FOR_MORE = 20
"""From so many pairs on a difference is more than an early signal."""

NO_REASON = (
    "The difference says what changed among these people and nothing of why: jobs, time and much"
    " else had their part, and nobody is there to compare them with."
)
FEWER_ANSWERS = "Fewer answers at a later wave lower the count by themselves."
EARLY = "Among fewer than 20 people it is an early signal."
COUNTS_ONLY = "Counts only: fewer than 10 people are too few to estimate a change."
SAME_MEANS = (
    "Own find: a mentor whom the programme did not arrange. All of knowing: helped with knowing"
    " why, how and whom."
)


def along_waves(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """The same at every wave at which mentoring was asked about; for share_points_by_wave."""
    everyone = replace(selection, wave=None)
    shown, withheld = lines(database, viewer, everyone, lambda line: line["what"] in MAIN)
    order = list(MAIN)
    ordered = sorted(shown, key=lambda line: (order.index(line["what"]), line["wave_no"]))
    said = "; ".join(
        f"{readable(line['wave']).lower()} {short(line)}"
        for line in ordered
        if line["what"] == "any_mentor"
    )
    return finding(
        "uptake_by_wave",
        f"With a mentor, of those enrolled: {said}" if said else "Uptake wave by wave",
        ordered,
        lambda line: MAIN[line["what"]],
        first="What",
        base="Base: everybody enrolled, the same number at every wave; whoever did not answer a"
        " wave counts as without. How many answered stands in the table.",
        by_wave=True,
        caution=f"{FEWER_ANSWERS} {BY_PROGRAMME}" if shown else "",
        withheld=withheld,
    )


def pair_choices(database: Database, viewer: Viewer, selection: Selection) -> tuple[Choice, ...]:
    """Every two waves at which the same people answered; the value is their numbers, as "1-3".

    The default goes from the first wave to the selection's own, else to the last.
    """
    pairs = [row for row in _pairs(database, viewer, selection) if row["what"] == "any_mentor"]
    if not pairs:
        return ()
    first = pairs[0]["first_wave_no"]
    from_first = [row for row in pairs if row["first_wave_no"] == first]
    default = next(
        (row for row in from_first if row["last_wave"] == selection.wave), from_first[-1]
    )
    return tuple(
        Choice(
            value=_name(row),
            words=f"{readable(row['first_wave'])} and {readable(row['last_wave']).lower()}",
            is_default=row is default,
        )
        for row in pairs
    )


def same_people(database: Database, viewer: Viewer, selection: Selection, *, waves: str) -> Finding:
    """Uptake among those who answered at both waves of one of pair_choices, line by line.

    `data` is for charts.intervals.one_below_the_other; empty while fewer than ten answered.
    """
    pairs = [row for row in _pairs(database, viewer, selection) if _name(row) == waves]
    minimum = minimum_group(database, viewer)
    shown = {row["what"]: row for row in pairs if row["what"] in SAME and row["n"] >= minimum}
    ordered = [shown[what] for what in SAME if what in shown]
    if "any_mentor" not in shown:
        return nothing_to_show(
            "uptake_same_people",
            "The same people at two waves",
            "Base: participants who answered about mentoring at both waves.",
            too_small(minimum, "participants who answered at both waves"),
        )
    drawn = [row for row in ordered if row["n"] >= ENOUGH_FOR_PERCENT]
    return Finding(
        id="uptake_same_people",
        headline=_headline(shown["any_mentor"]),
        base=_base(shown["any_mentor"]),
        data=pd.DataFrame([_point(row) for row in drawn]),
        table=pd.DataFrame([_line(row) for row in ordered]),
        alternative="Differences with intervals, in percentage points, and a line at no change: "
        + "; ".join(f"{SAME[row['what']]} {_difference(row)}" for row in drawn)
        + ".",
        caution=_caution(shown["any_mentor"]),
        withheld="" if len(ordered) == len(SAME) else _few(minimum),
    )


def _pairs(database: Database, viewer: Viewer, selection: Selection) -> list[Pair]:
    return records(ask(database, viewer, "mentoring_pairs", replace(selection, wave=None)))


def _name(pair: Pair) -> str:
    return f"{pair['first_wave_no']}-{pair['last_wave_no']}"


def _few(minimum: int) -> str:
    return f"Rows known for fewer than {minimum} of them at both waves are not shown."


def _headline(pair: Pair) -> str:
    first, last = (readable(pair[name]).lower() for name in ("first_wave", "last_wave"))
    said = (
        f"Of the same {pair['n']} people, {pair['k_first']} had a mentor at {first} and"
        f" {pair['k_last']} at {last}"
    )
    return said if pair["n"] < ENOUGH_FOR_PERCENT else f"{said}: {_difference(pair)}"


def _base(pair: Pair) -> str:
    return (
        f"Base: {counted(pair['answered_both'], 'participant')} who answered about mentoring at"
        f" both waves. {pair['gained']} gained a mentor in between, {pair['lost']} no longer had"
        " one; whoever answered only once is left out."
    )


def _caution(pair: Pair) -> str:
    if pair["n"] < ENOUGH_FOR_PERCENT:
        return f"{COUNTS_ONLY} {SAME_MEANS}"
    early = "" if pair["n"] >= ENOUGH_FOR_MORE else f" {EARLY}"
    return f"{NO_REASON}{early} {SAME_MEANS}"


def _difference(pair: Pair) -> str:
    """In words: "+28 points (95% interval −2 to +52)"."""
    low, high = _points(pair["ci_low"]), _points(pair["ci_high"])
    return f"{_points(pair['difference'])} points (95% interval {low} to {high})"


def _short(pair: Pair) -> str:
    """The same beside a chart: "+28 (−2 to +52)"."""
    low, high = _points(pair["ci_low"]), _points(pair["ci_high"])
    return f"{_points(pair['difference'])} ({low} to {high})"


def _points(share: float) -> str:
    rounded = round(share * 100)
    return f"{rounded:+d}".replace("-", "−") if rounded else "0"


def _point(pair: Pair) -> dict[str, Any]:
    return {
        "category": SAME[pair["what"]],
        "value": pair["difference"] * 100,
        "ci_low": pair["ci_low"] * 100,
        "ci_high": pair["ci_high"] * 100,
        "label": f"{pair['k_first']} then {pair['k_last']} of {pair['n']}: {_short(pair)}",
    }


def _line(pair: Pair) -> dict[str, Any]:
    enough = pair["n"] >= ENOUGH_FOR_PERCENT
    return {
        "What": SAME[pair["what"]],
        readable(pair["first_wave"]): pair["k_first"],
        readable(pair["last_wave"]): pair["k_last"],
        "Gained": pair["gained"],
        "Lost": pair["lost"],
        "Of": pair["n"],
        # Numbers, and words before a sign: a spreadsheet would take "+19 to +71" for a formula.
        "Points": round(pair["difference"] * 100) if enough else NOTHING,
        "95% interval": f"from {_points(pair['ci_low'])} to {_points(pair['ci_high'])}"
        if enough
        else NOTHING,
    }
