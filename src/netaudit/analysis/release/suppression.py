"""Which counts of the same people may stand beside each other without telling of a few of them."""

import pandas as pd


def told_alone(counts: pd.Series, whole: int, minimum: int, *, sensitive: bool) -> pd.Series:
    """Which counts come down to a few of `whole` people by themselves.

    Those of 1 to `minimum` - 1 people, and those that leave out as few. Of something `sensitive`
    also what applies to nobody or to everybody: it would tell each person's answer.
    """
    if sensitive:
        return ~counts.between(minimum, whole - minimum)
    return counts.between(1, minimum - 1) | (whole - counts).between(1, minimum - 1)


def shown_counts(
    counts: pd.Series, whole: int, minimum: int, *, sensitive: bool, parts: bool = True
) -> pd.Series:
    """Which counts may be shown beside the whole, so that no hidden one can be worked out from it.

    While fewer than two are hidden, or those hidden are together fewer than `minimum`, the smallest
    shown is hidden as well. `parts` says that nobody is counted twice: those who are in no count
    are then one more that the reader can work out.
    """
    shown = ~told_alone(counts, whole, minimum, sensitive=sensitive)
    rest = max(0, whole - int(counts.sum())) if parts else 0
    lone = rest if rest < minimum else 0
    while shown.any() and _can_be_worked_out(counts[~shown], lone, minimum):
        left = counts[shown & (counts > 0)]
        shown &= counts.index != (left if len(left) else counts[shown]).idxmin()
    return shown


def _can_be_worked_out(hidden: pd.Series, lone: int, minimum: int) -> bool:
    cells = len(hidden) + (lone > 0)
    return cells > 0 and (cells < 2 or int(hidden.sum()) + lone < minimum)


def merged_counts(
    counts: pd.Series, whole: int, minimum: int, *, sensitive: bool, other: pd.Series
) -> pd.Series:
    """Which counts can be told as one in place of being hidden; none where that would not help.

    The smallest are added until there are two which together reach `minimum`; `other` marks a count
    that is a mixture already, and is the first of them. The counts add up to the whole.
    """
    alone = told_alone(counts, whole, minimum, sensitive=sensitive)
    merged = alone | other if alone.any() else alone
    while merged.any() and not merged.all() and _too_little(counts[merged], minimum):
        merged |= counts.index == counts[~merged].idxmin()
    if not merged.any() or merged.all() or int(counts.sum()) != whole:
        return pd.Series(data=False, index=counts.index)
    return merged


def _too_little(merged: pd.Series, minimum: int) -> bool:
    return len(merged) < 2 or int(merged.sum()) < minimum
