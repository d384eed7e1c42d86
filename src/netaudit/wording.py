"""Numbers and dates as sentences say them: counts beside percentages, the noun in its form."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

NOTHING = "–"
"""What stands where there is no figure."""

ENOUGH_FOR_PERCENT = 10
"""Of fewer than these only counts are told: one person would be more than ten per cent. Nor is
an interval given for a share of them."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The texts are English, in whatever language the computer would name the months."""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "24 participants"; `many` is `one` with an s unless given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def of(number: int, whole: int, noun: str = "") -> str:
    """A count of a whole: "5 of 8 people", and of ten or more "12 of 24 people (50%)"."""
    words = f"{number:,} of {whole:,} {noun}".rstrip()
    return f"{words} ({percent(number / whole)})" if whole >= ENOUGH_FOR_PERCENT else words


def share_of(number: int, whole: int) -> str:
    """The same as a percentage alone: "50%"; a dash where a count says more."""
    return percent(number / whole) if whole >= ENOUGH_FOR_PERCENT else NOTHING


def enumerated(words: Sequence[str]) -> str:
    """Words as one phrase: "why", "why and how", "why, how and whom"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def percent(share: Any) -> str:
    """A share as a whole percentage: 0.625 is "62%"."""
    return f"{share:.0%}" if known(share) else NOTHING


def plain(number: Any, digits: int = 1) -> str:
    """A number without needless zeros: 7.0 is "7", 6.25 is "6.2"."""
    return f"{number:.{digits}f}".rstrip("0").rstrip(".") if known(number) else NOTHING


def known(value: Any) -> bool:
    """Whether a cell of a result holds a value."""
    # The command line counts things in words too, and need not wait for pandas.
    import pandas as pd

    return not pd.isna(value)


def day(on: date) -> str:
    """A day: "4 March 2026"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def month(on: date) -> str:
    """The month of a day: "March 2026"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def moment(at: datetime) -> str:
    """A point in time: "4 March 2026 at 10:12", by the clock of the computer that runs netaudit."""
    local = at.astimezone()
    return f"{day(local)} at {local:%H:%M}"


def moment_utc(at: datetime) -> str:
    """The same for a moment that is kept in UTC without saying so."""
    return moment(at.replace(tzinfo=UTC))
