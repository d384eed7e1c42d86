"""Figures as they leave the team: coarse enough that one person more or less does not show."""

import math
import re
from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import Audience

STEP = 5
FEWEST_TOLD = 10
"""Smaller numbers are not told outside the team: not even those of contacts."""

ROUNDED = (
    "Percentages are rounded to the nearest 5, means and numbers of contacts to two significant"
    " figures, so parts may not add up."
)
_PERCENTAGE = re.compile(r"(\d+)%")
_OF_CONTACTS = re.compile(r"(?<![\w.,])(\d[\d,]*) of (\d[\d,]*) contacts?\b")
_CONTACTS = re.compile(r"(?<![\w.,])(\d[\d,]*) contacts?\b")
_DECIMAL = re.compile(r"(?<![\w.])\d+\.\d+(?![\w.]*\d)")


def nearest_step(share: float) -> float:
    """A share in steps of 0.05, halves upwards: 0.125 is 0.15."""
    return _nearest(round(share * 100, 6)) / 100


def _nearest(percentage: float) -> int:
    return math.floor(percentage / STEP + 0.5) * STEP


def two_figures(mean: float) -> float:
    """A number to two significant figures: 12.34 is 12, 0.4567 is 0.46."""
    return float(f"{mean:.2g}")


def rounded_words(words: str) -> str:
    """A sentence with its percentages in steps of 5 and its decimals to two figures.

    So are numbers of contacts: whom they belong to is not told, yet one more or less would show.
    """
    words = _CONTACTS.sub(_about, _OF_CONTACTS.sub(_part, words))
    steps = _PERCENTAGE.sub(lambda found: f"{_nearest(int(found[1]))}%", words)
    return _DECIMAL.sub(lambda found: f"{two_figures(float(found[0])):g}", steps)


def roughly(people: int) -> str:
    """A number of people to the nearest 5: "about 25"."""
    return f"fewer than {FEWEST_TOLD}" if people < FEWEST_TOLD else f"about {_nearest(people)}"


def _part(found: re.Match[str]) -> str:
    part, whole = (int(one.replace(",", "")) for one in found.groups())
    percentage = _nearest(round(100 * part / whole, 6)) if whole else 0
    return f"about {percentage}% of the contacts" if percentage else "a few of the contacts"


def _about(found: re.Match[str]) -> str:
    number = int(found[1].replace(",", ""))
    if number < FEWEST_TOLD:
        return f"fewer than {FEWEST_TOLD} contacts"
    return f"about {int(two_figures(number)):,} contacts"


def rounded_finding(finding: Finding, audience: Audience) -> Finding:
    """The finding in figures coarse enough for the audience: words, table and what is drawn."""
    if not audience.is_outside or finding.is_empty:
        return finding
    return replace(
        finding,
        headline=rounded_words(finding.headline),
        base=rounded_words(finding.base),
        alternative=rounded_words(finding.alternative),
        caution=rounded_words(finding.caution),
        withheld=" ".join(filter(None, (finding.withheld, ROUNDED))),
        data=_rounded_cells(finding.data),
        table=_rounded_cells(finding.table),
    )


def _rounded_cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Labels as sentences; numbers as shares where the labels beside them are percentages."""
    in_percent = "label" in rows and rows["label"].astype(str).str.contains("%").any()
    as_number = nearest_step if in_percent or "share" in rows else two_figures

    def coarse(cell: Any) -> Any:
        if isinstance(cell, str):
            return rounded_words(cell)
        return as_number(cell) if isinstance(cell, float) and math.isfinite(cell) else cell

    return rows.map(coarse, na_action="ignore").astype(rows.dtypes)
