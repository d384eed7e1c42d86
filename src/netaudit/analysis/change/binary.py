"""Yes-or-no outcomes among the same people at two waves: patterns, and mentoring uptake."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.binary_outside import may_leave, outside_finding
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL, ENOUGH_FOR_MORE
from netaudit.analysis.change.words import EARLY_WORDS, NO_CAUSE, p_words
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.mentoring.levels import APART, MAIN
from netaudit.analysis.release.disclosure import may_stand_beside, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.schema import PATTERNS
from netaudit.statistics.mcnemar import mid_p
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted, of

Row = dict[str, Any]

UPTAKE = {**MAIN, "knowing_all": "All of knowing", "own_mentor": "Own find"}

EVERYBODY_COUNTS = (
    "Everybody with an answer at both waves counts, not only those who were on watch at first: of"
    " these some turn clear by chance alone."
)
NO_OUTCOME = "A pattern opens a conversation; fewer on watch is no success by itself."
INTERVAL_IS_WIDE = "The intervals (Bonett and Price) are cautious in small groups."


def patterns_changed(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    with_p: bool = False,
) -> Finding:
    """Each pattern on watch at both waves, gained and lost; `data` is for intervals in points."""
    everyone = replace(selection, wave=None)
    rows = records(ask(database, viewer, "change_patterns", everyone, first=first, last=last))
    ordered = sorted(rows, key=lambda row: PATTERNS.index(row["pattern"]))
    named = [{**row, "words": label("pattern", row["pattern"])} for row in ordered]
    left_out = "; ".join(f"{row['words']} {row['not_enough']}" for row in named)
    is_told = viewer.audience == "team"  # outside they would be counts of a few
    return _finding(
        database,
        viewer,
        named,
        (first, last),
        finding_id="change_patterns",
        about="On watch",
        sensitive=True,
        base=f"Left out for not enough information at one of the waves: {left_out}."
        if is_told
        else "Whoever has not enough information at one of the waves is left out.",
        caution=f"{EVERYBODY_COUNTS} {NO_OUTCOME}",
        with_p=with_p,
    )


def uptake_changed(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    with_p: bool = False,
) -> Finding:
    """The same for the lines of mentoring uptake that pages name."""
    everyone = replace(selection, wave=None)
    rows = records(ask(database, viewer, "mentoring_pairs", everyone))
    here = {
        row["what"]: {**row, "words": UPTAKE[row["what"]]}
        for row in rows
        if (row["first_wave"], row["last_wave"]) == (first, last) and row["what"] in UPTAKE
    }
    return _finding(
        database,
        viewer,
        [here[what] for what in _told_of(viewer) if what in here],
        (first, last),
        finding_id="change_uptake",
        about="Mentoring",
        sensitive=False,
        base="Own find: a mentor whom the programme did not arrange.",
        caution="What a programme arranges rises by itself: it is what was delivered.",
        with_p=with_p,
    )


def _told_of(viewer: Viewer) -> tuple[str, ...]:
    """Outside the team only lines of which none is a part of another."""
    return APART if viewer.audience == "release" else tuple(UPTAKE)


def _finding(
    database: Database,
    viewer: Viewer,
    rows: list[Row],
    waves: tuple[str, str],
    *,
    finding_id: str,
    about: str,
    sensitive: bool,
    base: str,
    caution: str,
    with_p: bool,
) -> Finding:
    readers = audience(database, viewer)
    shown = [
        row
        for row in rows
        if may_stand_beside(row["n"], row["answered_both"], readers)
        and (not readers.is_outside or may_leave(row, readers.minimum, sensitive=sensitive))
    ]
    if not shown:
        return nothing_to_show(
            finding_id,
            f"{about}: no change to show",
            "Base: participants with an answer at both waves.",
            _hidden_words(len(rows), readers.minimum)
            or too_small(readers.minimum, "participants with an answer at both waves"),
        )
    withheld = _hidden_words(len(rows) - len(shown), readers.minimum)
    cautions = " ".join(filter(None, (_early(shown), caution, INTERVAL_IS_WIDE, NO_CAUSE)))
    if readers.is_outside:
        return outside_finding(
            shown,
            waves,
            finding_id=finding_id,
            about=about,
            minimum=readers.minimum,
            sensitive=sensitive,
            caution=cautions,
            withheld=withheld,
        )
    drawn = [row for row in shown if row["n"] >= ENOUGH_FOR_INTERVAL]
    return Finding(
        id=finding_id,
        headline=_headline(about, shown, waves),
        base=f"Base: the same people at both waves, {_numbers(shown)}. {base}",
        data=pd.DataFrame([_point(row) for row in drawn], columns=POINT_COLUMNS),
        table=pd.DataFrame([_line(row, waves, with_p) for row in shown]),
        alternative="Differences in percentage points with 95% intervals, and a line at no change: "
        + "; ".join(f"{row['words']} {_short(row)}" for row in drawn)
        + ".",
        caution=cautions,
        withheld=withheld,
    )


POINT_COLUMNS = ["category", "value", "ci_low", "ci_high", "label", "n"]


def _hidden_words(hidden: int, minimum: int) -> str:
    if not hidden:
        return ""
    return (
        f"{counted(hidden, 'row')} not shown: fewer than {minimum} people in it or outside it, or"
        " such a number could be worked out from it."
    )


def _headline(about: str, rows: list[Row], waves: tuple[str, str]) -> str:
    first, last = (readable(wave).lower() for wave in waves)
    said = (
        f"{row['words']} {row['k_first']} at {first} and {row['k_last']} at {last} of the same"
        f" {row['n']}"
        for row in rows[:2]
    )
    return f"{about}: {'; '.join(said)}"


def _numbers(rows: list[Row]) -> str:
    counts = sorted({row["n"] for row in rows})
    return f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]} a row"


def _early(rows: list[Row]) -> str:
    fewest = min(row["n"] for row in rows)
    if fewest < ENOUGH_FOR_INTERVAL:
        return "Of fewer than 10 people only counts are told."
    return EARLY_WORDS if fewest < ENOUGH_FOR_MORE else ""


def points(share: float) -> str:
    """A difference of shares in whole percentage points, with its sign."""
    rounded = round(share * 100)
    return f"{rounded:+d}".replace("-", "−") if rounded else "0"


def _short(row: Row) -> str:
    return f"{points(row['difference'])} ({points(row['ci_low'])} to {points(row['ci_high'])})"


def _point(row: Row) -> dict[str, Any]:
    return {
        "category": row["words"],
        "value": row["difference"] * 100,
        "ci_low": row["ci_low"] * 100,
        "ci_high": row["ci_high"] * 100,
        "label": f"{row['k_first']} then {row['k_last']} of {row['n']}: {_short(row)}",
        "n": row["n"],
    }


def _line(row: Row, waves: tuple[str, str], with_p: bool) -> dict[str, Any]:
    first, last = (readable(wave) for wave in waves)
    enough = row["n"] >= ENOUGH_FOR_INTERVAL
    told = {
        "What": row["words"],
        first: of(row["k_first"], row["n"]),
        last: of(row["k_last"], row["n"]),
        "At both": row["kept"],
        "Gained": row["gained"],
        "Lost": row["lost"],
        "At neither": row["neither"],
        # Numbers, and words before a sign: a spreadsheet would take "+19 to +71" for a formula.
        "Points": round(row["difference"] * 100) if enough else NOTHING,
        "95% interval": f"from {points(row['ci_low'])} to {points(row['ci_high'])}"
        if enough
        else NOTHING,
    }
    if with_p:
        told["p (McNemar mid-p)"] = _p(row)
    return told


def _p(row: Row) -> str:
    enough = row["n"] >= ENOUGH_FOR_MORE
    return p_words(mid_p(row["gained"], row["lost"]) if enough else None)
