"""Numbers as sentences say them: counts beside percentages, the right form of the noun."""

from typing import Any

import pandas as pd

NOTHING = "–"
"""What stands where there is no figure."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "24 participants"; `many` is `one` with an s unless given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def of(number: int, whole: int, noun: str = "") -> str:
    """A count of a whole: "5 of 8 people", and from 20 on "12 of 24 people (50%)"."""
    words = f"{number:,} of {whole:,} {noun}".rstrip()
    return f"{words} ({percent(number / whole)})" if whole >= 20 else words


def percent(share: Any) -> str:
    """A share as a whole percentage: 0.625 is "62%"."""
    return NOTHING if _missing(share) else f"{share:.0%}"


def plain(number: Any, digits: int = 1) -> str:
    """A number without needless zeros: 7.0 is "7", 6.25 is "6.2"."""
    return NOTHING if _missing(number) else f"{number:.{digits}f}".rstrip("0").rstrip(".")


def known(value: Any) -> bool:
    """Whether a cell of a result holds a value."""
    return not _missing(value)


def _missing(number: Any) -> bool:
    return bool(pd.isna(number))
