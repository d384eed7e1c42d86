"""What may be released: no figure on fewer people than the programme's smallest group.

The local user is part of the programme team and sees participants one by one; what is withheld
here are the statistics of small groups.
"""

import pandas as pd

from netaudit.wording import counted


def release(frame: pd.DataFrame, *, base: str, minimum: int) -> tuple[pd.DataFrame, str]:
    """The rows whose base reaches the minimum, and a sentence about those that were held back.

    `base` names the column that counts participants behind each row. The sentence is empty when
    nothing was held back.
    """
    kept = frame[frame[base] >= minimum].reset_index(drop=True)
    held_back = len(frame) - len(kept)
    if not held_back:
        return kept, ""
    rows, it = ("One row is", "it") if held_back == 1 else (f"{held_back} rows are", "each")
    return kept, f"{rows} not shown: fewer than {minimum} participants stand behind {it}."


def release_groups(groups: pd.DataFrame, whole: int, minimum: int) -> tuple[pd.DataFrame, str]:
    """The groups that may be shown beside the figure of everybody, and what was held back.

    A group, and everybody outside it, must hold `minimum` participants. Whoever is in no group
    shown could be worked out from the rest: while they are fewer than `minimum`, the smallest
    group shown is held back as well.
    """
    kept = groups[groups["participants"].between(minimum, whole - minimum)]
    while len(kept) and 0 < whole - int(kept["participants"].sum()) < minimum:
        kept = kept.drop(index=kept["participants"].idxmin())
    held_back = len(groups) - len(kept)
    if not held_back:
        return kept.reset_index(drop=True), ""
    words = (
        f"{counted(held_back, 'group')} not shown: fewer than {minimum} participants in the group"
        " or outside the groups shown."
    )
    return kept.reset_index(drop=True), words


def release_counts(counts: pd.Series, whole: int, minimum: int) -> pd.Series:
    """Which counts of the same `whole` people may be shown beside each other and beside it.

    Not those of fewer than `minimum`, nobody included, nor those that leave out as few. While the
    counts held back are fewer than two, or together fewer than `minimum`, the smallest shown is
    held back as well: it could be worked out from the whole. A whole that is too small shows none.
    """
    shown = counts.between(minimum, whole - minimum)
    while shown.any() and not shown.all() and _can_be_worked_out(counts[~shown], minimum):
        shown &= counts.index != counts[shown].idxmin()
    return shown


def _can_be_worked_out(held_back: pd.Series, minimum: int) -> bool:
    return len(held_back) < 2 or int(held_back.sum()) < minimum


def too_small(minimum: int, of_what: str = "participants") -> str:
    """Why a single figure is held back; `of_what` says whom it would have counted."""
    return f"Not shown for fewer than {minimum} {of_what}."
