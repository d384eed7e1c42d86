"""How far two ways of parting the same things agree."""

from collections.abc import Sequence
from functools import cache
from math import comb, log

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


def adjusted_mutual_information(one: Sequence[int], other: Sequence[int]) -> float:
    """1 where both part alike, about 0 where they agree no more than by chance.

    (I - E) ÷ (mean of both entropies - E), with the information I that they share and what is
    expected of it by chance, E, under the hypergeometric model (Vinh, Epps & Bailey 2010).
    1 where there is nothing to part: both put all together, or both each alone.
    """
    table = _crossed(one, other)
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    if len(rows) == len(columns) and len(rows) in (1, len(one)):
        return 1.0
    shared = _entropy(rows) + _entropy(columns) - _entropy(table.ravel())
    expected = _expected(rows, columns)
    most = (_entropy(rows) + _entropy(columns)) / 2
    return float((shared - expected) / (most - expected)) if most != expected else 0.0


def _crossed(one: Sequence[int], other: Sequence[int]) -> Numbers:
    _, first = np.unique(one, return_inverse=True)
    _, second = np.unique(other, return_inverse=True)
    table = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(table, (first, second), 1)
    return table


def _entropy(counts: Numbers) -> float:
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum())


def _expected(rows: Numbers, columns: Numbers) -> float:
    """Of each two groups, the mean of what the things in both would tell."""
    whole = int(rows.sum())
    return sum(_of_two(whole, int(row), int(column)) for row in rows for column in columns)


@cache
def _of_two(whole: int, row: int, column: int) -> float:
    deals = comb(whole, column)
    return sum(
        comb(row, both)
        * comb(whole - row, column - both)
        / deals
        * (both / whole * log(whole * both / (row * column)))
        for both in range(max(1, row + column - whole), min(row, column) + 1)
    )
