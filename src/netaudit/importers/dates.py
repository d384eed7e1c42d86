"""Dates as survey tools write them; which of two numbers is the day is never guessed."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from netaudit.importers.mapping.recipe import DateOrder
from netaudit.wording import MONTHS

NUMBERS = re.compile(r"^\s*(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})(?=\D|$)")
WORDED = re.compile(
    r"^\s*(?:(\d{1,2})\.?\s+([A-Za-z]{3,9})|([A-Za-z]{3,9})\s+(\d{1,2})),?\s+(\d{4})"
)
TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?")
SERIAL = re.compile(r"^\s*(\d{5})(?:\.(\d+))?\s*$")
EXCEL_BEGINS = datetime(1899, 12, 30)
CENTURY = 2000
HOURS, MINUTES = 24, 60


def moment(text: str, order: DateOrder) -> datetime | None:
    """The moment as written, without its zone; None where it is none or its order is not known."""
    found = _day(text, order)
    if found is None:
        return None
    clock = TIME.search(text)
    return found + _since_midnight(clock) if clock and _is_time(clock) else found


def orders(texts: Iterable[str]) -> set[DateOrder]:
    """The orders under which every one of the texts is a date; empty where none fits them all."""
    possible: set[DateOrder] = {"day first", "month first"}
    seen = False
    for text in texts:
        if not text.strip():
            continue
        seen = True
        possible = {order for order in possible if moment(text, order) is not None}
    return possible if seen else set()


def _day(text: str, order: DateOrder) -> datetime | None:
    if serial := SERIAL.match(text):
        days = float(f"{serial.group(1)}.{serial.group(2) or 0}")
        return (EXCEL_BEGINS + timedelta(days=days)).replace(microsecond=0)
    if worded := WORDED.match(text):
        return _worded(worded)
    found = NUMBERS.match(text)
    if not found:
        return None
    first, sign, second, third = found.groups()
    if len(first) == 4:
        return _made(first, second, third)
    if sign == ".":
        return _made(third, second, first)
    if order == "day first":
        return _made(third, second, first)
    return _made(third, first, second) if order == "month first" else None


def _worded(found: re.Match[str]) -> datetime | None:
    name = (found.group(2) or found.group(3)).lower()
    months = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(name[:3])]
    day = found.group(1) or found.group(4)
    return _made(found.group(5), str(months[0]), day) if months else None


def _made(year: str, month: str, day: str) -> datetime | None:
    if len(year) == 3 or len(year) == 1:
        return None
    try:
        return datetime(int(year) + (CENTURY if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _is_time(clock: re.Match[str]) -> bool:
    return int(clock.group(1)) < HOURS and int(clock.group(2)) < MINUTES


def _since_midnight(clock: re.Match[str]) -> timedelta:
    hours = int(clock.group(1))
    half = (clock.group(4) or "").lower()
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return timedelta(hours=hours, minutes=int(clock.group(2)), seconds=int(clock.group(3) or 0))
