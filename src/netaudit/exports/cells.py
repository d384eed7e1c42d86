"""Figures that read as words, as the numbers that they are: 27% is 0.27, a dash a blank."""

import re
from typing import Any

import pandas as pd

from netaudit.wording import NOTHING, known

SIGNED = r"[+\N{MINUS SIGN}-]?\d+(?:\.\d+)?"
SHARE = re.compile(rf"({SIGNED})%")
NUMBER = re.compile(SIGNED)
CHANGE = re.compile(rf"by ({SIGNED})(?: \w+)?")
"""A change in words, with its unit or without."""

BETWEEN = re.compile(rf"(?:from )?({SIGNED}%?) to ({SIGNED}%?)")
LOWEST, HIGHEST = "{} from", "{} to"


class Share(float):
    """A share of one, to be shown as a percentage."""


def as_numbers(rows: pd.DataFrame, in_words: list[str]) -> pd.DataFrame:
    """The rows with every cell a number, a text or None; intervals become two columns.

    The columns `in_words` stay as they read: a group may be called 2025.
    """
    columns: dict[str, list[Any]] = {}
    for name in map(str, rows.columns):
        cells = [None if not known(cell) or cell == NOTHING else cell for cell in rows[name]]
        if name in in_words:
            columns[name] = cells
        elif any(isinstance(cell, str) and BETWEEN.fullmatch(cell) for cell in cells):
            columns[LOWEST.format(name)] = [_end(cell, 1) for cell in cells]
            columns[HIGHEST.format(name)] = [_end(cell, 2) for cell in cells]
        else:
            columns[name] = _whole([_number(cell) for cell in cells])
    return pd.DataFrame(columns, dtype=object)


def _whole(cells: list[Any]) -> list[Any]:
    """Counts as such, where the whole column holds nothing else."""
    floats = [cell for cell in cells if isinstance(cell, float)]
    if any(isinstance(cell, Share) or not cell.is_integer() for cell in floats):
        return cells
    return [int(cell) if isinstance(cell, float) else cell for cell in cells]


def _end(cell: Any, which: int) -> Any:
    found = BETWEEN.fullmatch(cell) if isinstance(cell, str) else None
    return _number(found[which]) if found else None


def _number(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell.item() if hasattr(cell, "item") else cell
    plain = cell.replace("\N{MINUS SIGN}", "-")
    if share := SHARE.fullmatch(plain):
        return Share(float(share[1]) / 100)
    if change := CHANGE.fullmatch(plain):
        return float(change[1])
    return float(plain) if NUMBER.fullmatch(plain) else cell
