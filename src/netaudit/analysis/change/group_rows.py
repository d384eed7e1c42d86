"""Which groups of participants may be shown beside everybody, and in which order."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from netaudit.analysis.release.groups import counts_released, released_groups
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label
from netaudit.wording import known

Row = dict[str, Any]

EVERYBODY = "Everybody"
NO_RANKING = (
    "Groups stand in no order of merit: people want different things, groups differ in many ways"
    " at once, and in small ones a few people can make the difference."
)
WHOLE_ONLY = "A group is not parted again: the parts would come down to single people."
NONE = "There are no groups of participants that are known and large enough."


def released(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    rows: pd.DataFrame,
    attribute: str,
    *,
    counts: Sequence[str] = (),
    least: int = 0,
) -> tuple[pd.DataFrame, str]:
    """The rows by category that may be shown beside everybody's, which is the one without any.

    `n` counts the people of a row, the columns `counts` some of these; groups of fewer than `least`
    are held back as well.
    """
    whole = rows[rows["category"].isna()]
    groups = rows[rows["category"].notna()]
    kept, withheld = released_groups(
        database,
        viewer,
        selection,
        groups[groups["n"] >= least],
        attribute=attribute,
        whole=int(whole["n"].iloc[0]) if len(whole) else 0,
        base="n",
    )
    if least and len(kept) < len(groups):
        withheld = (
            f"Groups of fewer than {least} people, or beside whom too few are left, are not shown."
        )
    if counts and len(kept):
        kept, few = counts_released(
            database,
            viewer,
            kept,
            whole.iloc[0],
            attribute=attribute,
            base="n",
            counts=counts,
        )
        withheld = f"{withheld} {few}".strip()
    return kept, withheld


def ordered(rows: list[Row], attribute: str) -> list[Row]:
    """Everybody first, then the groups by the vocabulary's order or the alphabet, with words."""
    codes = list(VOCABULARIES.get(attribute, {}))
    named = [
        {
            **row,
            "words": label(attribute, row["category"]) if known(row["category"]) else EVERYBODY,
        }
        for row in rows
    ]

    def place(row: Row) -> tuple[int, int, str]:
        if not known(row["category"]):
            return (0, 0, "")
        code = str(row["category"])
        if code in codes:
            return (1, codes.index(code), "")
        return (2, 0 if code.startswith("under") else 1, code)

    return sorted(named, key=place)
