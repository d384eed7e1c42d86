"""What the list says of a pattern against what the participants say themselves."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import counted, known, of

NEITHER_IS_RIGHT = (
    "Neither side is the true one. A difference is something to talk about: what the list leaves"
    " out, or what the participant sees in it."
)
KAPPA_NEEDS = (
    "Kappa is left out: it needs 20 participants, with at least 5 in each row and each column."
)


def agreement(database: Database, viewer: Viewer, selection: Selection, *, pattern: str) -> Finding:
    """The list against the own rating at the wave, two by two; `data` has the counts."""
    found = ask(database, viewer, "pattern_agreement", selection)
    rows = found[found["pattern"] == pattern].to_dict("records")
    minimum = minimum_group(database, viewer)
    if not rows or rows[0]["n"] < minimum:
        return _withheld(pattern, minimum)
    row = rows[0]
    return Finding(
        id=f"agreement_{pattern}",
        headline=f"{label('pattern', pattern)}: list and own rating point the same way for"
        f" {of(row['agreeing'], row['n'], 'participants')}",
        base=f"Base: {counted(row['n'], 'participant')} whose list gives an answer and who rated"
        f" themselves. {_left_out(row)}",
        data=pd.DataFrame([row]),
        table=two_by_two(row),
        alternative="A table of two by two: the list against the own rating.",
        caution=f"{_kappa(row)} {NEITHER_IS_RIGHT}",
    )


def two_by_two(row: dict[Any, Any]) -> pd.DataFrame:
    """The four counts and their totals; headings in words."""
    rows = (
        ("Watch", row["both_watch"], row["list_only"]),
        ("Clear", row["own_only"], row["neither"]),
        ("Together", row["both_watch"] + row["own_only"], row["list_only"] + row["neither"]),
    )
    return pd.DataFrame(
        [
            {
                "By the list": words,
                "Own rating: quite or very much": high,
                "Own rating: not or a little": low,
                "Together": high + low,
            }
            for words, high, low in rows
        ]
    )


def _left_out(row: dict[Any, Any]) -> str:
    return (
        f"Left out: {row['not_enough']} whose list gives not enough information, and"
        f" {row['not_rated']} without an own rating."
    )


def _kappa(row: dict[Any, Any]) -> str:
    if not known(row["kappa"]):
        return KAPPA_NEEDS
    between = f"{row['kappa_low']:.2f} to {row['kappa_high']:.2f}".replace("-", "−")
    return (
        f"Kappa is {row['kappa']:.2f} (95% interval {between}): 0 is the agreement that chance"
        " alone would give, 1 is full agreement. It cannot be compared between patterns."
    )


def _withheld(pattern: str, minimum: int) -> Finding:
    return nothing_to_show(
        f"agreement_{pattern}",
        f"{label('pattern', pattern)}: the list and the own rating",
        "Base: participants whose list gives an answer and who rated themselves.",
        too_small(minimum, "participants with both"),
    )
