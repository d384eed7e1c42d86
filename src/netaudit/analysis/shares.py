"""A share of people as it is told: its count, its percentage and its 95% interval."""

from collections.abc import Mapping
from typing import Any

from netaudit.wording import ENOUGH_FOR_PERCENT, NOTHING, percent

Row = Mapping[str, Any]
"""A row with share, ci_low, ci_high and two counts."""


def interval(low: Any, high: Any, whole: int) -> str:
    """A 95% interval: "51% to 85%"; a dash where too few stand behind the share."""
    if whole < ENOUGH_FOR_PERCENT:
        return NOTHING
    return f"{percent(low)} to {percent(high)}"


def estimate(row: Row, count: str, whole: str, said: str = "") -> str:
    """Count, share and interval of a row: "17 of 24 (71%; 95% interval 51% to 85%)".

    What is `said` of the count comes before its share.
    """
    words = f"{row[count]} of {row[whole]} {said}".rstrip()
    if row[whole] < ENOUGH_FOR_PERCENT:
        return words
    spans = interval(row["ci_low"], row["ci_high"], row[whole])
    return f"{words} ({percent(row['share'])}; 95% interval {spans})"


def point(row: Row, count: str, whole: str) -> dict[str, Any]:
    """Share, interval and label of a row as charts.share_points draws them."""
    enough = row[whole] >= ENOUGH_FOR_PERCENT
    words = f"{row[count]} of {row[whole]}"
    return {
        "share": row["share"],
        "ci_low": row["ci_low"] if enough else None,
        "ci_high": row["ci_high"] if enough else None,
        "label": f"{words} ({interval(row['ci_low'], row['ci_high'], row[whole])})"
        if enough
        else words,
    }
