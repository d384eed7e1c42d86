"""Yes-or-no outcomes of the same people at two waves, as they may leave the team.

Gained and lost are counts of a few as a rule, and so is what an interval is worked out from. So
both waves' shares are told, of enough people in and outside them, and no more unless that is safe.
"""

from typing import Any

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.analysis.release.rounding import STEP
from netaudit.analysis.release.suppression import shown_counts, told_alone
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, percent

Row = dict[str, Any]
PARTS = ("kept", "gained", "lost", "neither")
POINT_COLUMNS = ["category", "value", "ci_low", "ci_high", "label", "n"]


def may_leave(row: Row, minimum: int, *, sensitive: bool) -> bool:
    """Whether the shares at both waves hold enough people, and leave out as many."""
    counts = pd.Series([row["k_first"], row["k_last"]])
    return not told_alone(counts, int(row["n"]), minimum, sensitive=sensitive).any()


def outside_finding(
    rows: list[Row],
    waves: tuple[str, str],
    *,
    finding_id: str,
    about: str,
    minimum: int,
    sensitive: bool,
    caution: str,
    withheld: str,
) -> Finding:
    """The shares at both waves and their difference in steps of five; `data` is for a forest."""
    told = [_told(row, minimum, sensitive=sensitive) for row in rows]
    return Finding(
        id=finding_id,
        headline=f"{about}: {'; '.join(_words(row, waves) for row in told)}",
        base="Base: the same people at both waves. Whoever has no answer at one of them is left"
        " out.",
        data=pd.DataFrame([_point(row, waves) for row in told], columns=POINT_COLUMNS),
        table=pd.DataFrame([_line(row, waves) for row in told]),
        alternative="Differences in percentage points and a line at no change: "
        + "; ".join(f"{row['words']} {_points(row['value'])}" for row in told)
        + ".",
        caution=caution,
        withheld=withheld,
    )


def _told(row: Row, minimum: int, *, sensitive: bool) -> Row:
    parts = pd.Series([row[name] for name in PARTS])
    whole = int(row["n"])
    has_interval = shown_counts(parts, whole, minimum, sensitive=sensitive).all()
    ends = ("ci_low", "ci_high")
    return {
        **row,
        "share_first": row["k_first"] / whole,
        "share_last": row["k_last"] / whole,
        "value": _step(row["difference"]),
        **{end: _step(row[end]) if has_interval else None for end in ends},
    }


def _step(share: float) -> float:
    """A difference of shares in points, in steps of STEP."""
    return float(STEP * round(share * 100 / STEP))


def _words(row: Row, waves: tuple[str, str]) -> str:
    first, last = (readable(wave).lower() for wave in waves)
    return (
        f"{row['words']} {percent(row['share_first'])} at {first} and"
        f" {percent(row['share_last'])} at {last} of the same {row['n']}"
    )


def _points(points: float) -> str:
    return f"{points:+.0f}".replace("-", "−") if points else "0"


def _between(row: Row) -> str:
    if row["ci_low"] is None:
        return NOTHING
    return f"from {_points(row['ci_low'])} to {_points(row['ci_high'])}"


def _point(row: Row, waves: tuple[str, str]) -> Row:
    first, last = (percent(row[name]) for name in ("share_first", "share_last"))
    between = "" if row["ci_low"] is None else f" ({_between(row)})"
    return {
        "category": row["words"],
        "value": row["value"],
        "ci_low": row["ci_low"],
        "ci_high": row["ci_high"],
        "label": f"{first} then {last}: {_points(row['value'])} points{between}, n = {row['n']}",
        "n": row["n"],
    }


def _line(row: Row, waves: tuple[str, str]) -> Row:
    first, last = (readable(wave) for wave in waves)
    return {
        "What": row["words"],
        "Participants": row["n"],
        first: percent(row["share_first"]),
        last: percent(row["share_last"]),
        "Points": _points(row["value"]),
        "95% interval": _between(row),
    }
