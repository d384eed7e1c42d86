"""Measures, their levels and their changes as sentences and tables say them."""

from typing import Any

from netaudit.analysis.cohort.attribute_words import aspect_title, category_words
from netaudit.analysis.cohort.spread import in_units
from netaudit.definitions.registry import measures
from netaudit.schema import PURPOSES
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, known, plain

THREATS = (
    "What else may lie behind a change: new jobs and time passing, the usual coming and going of"
    " contacts, high and low starting points drifting to the middle, a form that people fill in"
    " better the second time, and those who left."
)
NO_CAUSE = "A change by itself says what is different, and nothing of why."
EARLY_WORDS = "Fewer than 20 pairs: an early signal."


def measure_words(measure: str, attribute: str | None) -> str:
    """A measure with what it is asked of: "Share of contacts by purpose: strategic"."""
    title = measures()[measure].title
    if not known(attribute) or attribute is None:
        return title
    aspect, _, category = attribute.partition("=")
    if category:
        return f"{aspect_title(aspect)}: {category_words(aspect, category).lower()}"
    words = label("purpose", aspect) if aspect in PURPOSES else aspect_title(aspect)
    return f"{title}: {words.lower()}"


def level_words(measure: str, value: Any) -> str:
    """A mean at one wave, in the measure's unit."""
    return in_units(measure, value)


def change_words(measure: str, difference: Any) -> str:
    """A difference with its sign: percentage points for shares, else the measure's own unit."""
    if not known(difference):
        return NOTHING
    if measures()[measure].unit == "share":
        return _signed(plain(abs(difference) * 100, 1), difference)
    return _signed(plain(abs(difference), 2), difference)


def unit_words(measure: str) -> str:
    """What a change is counted in."""
    units = {"share": "points", "years": "years", "days": "days"}
    return units.get(measures()[measure].unit, "")


def change_in_words(measure: str, difference: Any) -> str:
    """A difference with its unit: "+8.5 points"."""
    return f"{change_words(measure, difference)} {unit_words(measure)}".rstrip()


def interval_words(measure: str, low: Any, high: Any) -> str:
    """A 95% interval, beginning with a word so that no spreadsheet takes it for a formula."""
    if not known(low) or not known(high):
        return NOTHING
    return f"from {change_words(measure, low)} to {change_words(measure, high)}"


def p_words(value: Any) -> str:
    """A p-value: "0.018", "below 0.001"; a dash without one."""
    if not known(value):
        return NOTHING
    return "below 0.001" if value < 0.001 else f"{value:.3f}"


def _signed(amount: str, difference: float) -> str:
    if amount in ("0", ""):
        return "0"
    return f"{'+' if difference > 0 else '−'}{amount}"
