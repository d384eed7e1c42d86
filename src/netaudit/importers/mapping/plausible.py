"""Whether the answers to a question can be those of a field that its words speak of."""

import re
from collections.abc import Mapping

from netaudit.importers.answers import NUMBER
from netaudit.importers.dates import moment
from netaudit.importers.mapping.fields import Field
from netaudit.schema import Column

CODE = re.compile(r"^\S{1,40}$")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
MOST_WAVES = 6
"""How often a code can come up in one file: once for each wave."""

ENOUGH = 10
FEW = 0.2
"""Of so many names in a list at least that share are different ones."""

PERMISSIONS = ("share_", "consent_")
"""How columns begin by which people permit something: those are never told by likeness."""

Counts = Mapping[str, int]
"""Answers with how often each was given."""


def is_plausible(target: Field, counts: Counts) -> bool:
    """Whether the answers do not speak against the field."""
    if not counts:
        return True
    if target.id == "participants.email":
        return any("@" in one for one in counts)
    if target.id == "participants.participant_id":
        return _are_codes(counts)
    if target.id == "contacts.label":
        return _are_names(counts)
    if target.id == "contacts.known_since":
        return all(YEAR.search(one) for one in counts)
    if target.column.kind in ("integer", "number"):
        return _are_amounts(target.column, counts)
    return True


def _are_codes(counts: Counts) -> bool:
    """Whether each is one word, no date, and of one person at each wave."""
    if not all(CODE.match(one) for one in counts) or max(counts.values()) > MOST_WAVES:
        return False
    dates = [one for one in counts if not one.isdigit() and moment(one, "day first")]
    return len(dates) < len(counts)


def _are_names(counts: Counts) -> bool:
    total = sum(counts.values())
    return total < ENOUGH or len(counts) >= FEW * total


def _are_amounts(column: Column, counts: Counts) -> bool:
    """Whether any is a number that the column may hold, or some is no date.

    Of a scale it is asked what its numbers mean, however high they are.
    """
    numbers = [float(one.replace(",", ".")) for one in counts if NUMBER.match(one)]
    if numbers:
        return column.lowest == 1 or column.highest is None or min(numbers) <= column.highest
    return not all(moment(one, "day first") or moment(one, "month first") for one in counts)
