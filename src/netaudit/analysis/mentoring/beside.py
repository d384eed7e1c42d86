"""The networks of people with a mentor beside those of people without one, described only."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.wording import of, plain

COUNTED = {"contacts": "Contacts", "external": "External", "strategic": "Strategic"}
WITH, WITHOUT = "with a mentor", "without one"
TITLE = "Networks with and without a mentor"
NOT_WHY = (
    "People with and without a mentor differ in much else, such as their role and how long they"
    " have been in it, and a few people move a mean. Two groups stand side by side here; neither"
    " explains the other."
)

Sides = tuple[dict[str, Any], dict[str, Any]]
"""One count of contacts, for those with a mentor and for those without one."""


def with_and_without(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Mean numbers of contacts of both groups; for charts.measures.number_ladder.

    Shown only where both groups reach the smallest group.
    """
    rows = records(ask(database, viewer, "mentoring_beside", selection))
    minimum = minimum_group(database, viewer)
    found = {(row["counted"], row["has_mentor"]): row for row in rows}
    pairs: dict[str, Sides] = {
        name: (found[name, True], found[name, False])
        for name in COUNTED
        if all(
            found.get((name, side), {"participants": 0})["participants"] >= minimum
            for side in (True, False)
        )
    }
    if not pairs:
        return nothing_to_show(
            "with_and_without",
            TITLE,
            "Base: participants with a completed audit who answered about mentoring.",
            f"{too_small(minimum)} The rule holds for those with a mentor and for those without.",
        )
    return Finding(
        id="with_and_without",
        headline=_headline(pairs),
        base=_base(pairs),
        data=_data(pairs),
        table=pd.DataFrame([_line(name, sides) for name, sides in pairs.items()]),
        alternative="Marks at the mean of each group. "
        + "; ".join(f"{COUNTED[name]}: {_said(sides)}" for name, sides in pairs.items())
        + ".",
        caution=NOT_WHY,
        withheld="" if len(pairs) == len(COUNTED) else "Counts known for too few are left out.",
    )


def _headline(pairs: dict[str, Sides]) -> str:
    said = [
        f"{plain(sides[0]['mean'])} {name} contacts {WITH} and {plain(sides[1]['mean'])} {WITHOUT}"
        for name in ("external", "strategic")
        if (sides := pairs.get(name)) is not None
    ]
    return f"On average {'; '.join(said)}" if said else TITLE


def _base(pairs: dict[str, Sides]) -> str:
    with_one, without = (max(sides[n]["participants"] for sides in pairs.values()) for n in (0, 1))
    return (
        f"Base: {with_one} participants with a mentor and {without} without, with a completed"
        " audit. Means of participants' own numbers of core contacts."
    )


def _said(sides: Sides) -> str:
    return ", ".join(
        f"{words} {plain(row['mean'])} (n = {row['participants']})"
        for row, words in zip(sides, (WITH, WITHOUT), strict=True)
    )


def _data(pairs: dict[str, Sides]) -> pd.DataFrame:
    rows = [
        {
            "category": f"{COUNTED[name]}, {words}",
            "middle": row["mean"],
            "lower_quartile": pd.NA,
            "upper_quartile": pd.NA,
            "label": f"{plain(row['mean'])}, n = {row['participants']}",
        }
        for name, sides in pairs.items()
        for row, words in zip(sides, (WITH, WITHOUT), strict=True)
    ]
    return pd.DataFrame(rows).astype({"lower_quartile": "Float64", "upper_quartile": "Float64"})


def _line(name: str, sides: Sides) -> dict[str, str]:
    cells = {"Core contacts": COUNTED[name]}
    for row, words in zip(sides, ("With", "Without"), strict=True):
        cells[f"{words} a mentor: mean"] = plain(row["mean"])
        cells[f"{words}: at least one"] = of(row["with_any"], row["participants"])
    return cells
