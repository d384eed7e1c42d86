"""Figures as they leave the team: coarse enough that one person more or less does not show."""

import math
import re
from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import Audience

STEP = 5
ROUNDED = (
    "Percentages are rounded to the nearest 5, means to two significant figures, so parts may not"
    " add up."
)
_PERCENTAGE = re.compile(r"(\d+)%")
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
    """A sentence with its percentages in steps of 5 and its decimals to two figures."""
    steps = _PERCENTAGE.sub(lambda found: f"{_nearest(int(found[1]))}%", words)
    return _DECIMAL.sub(lambda found: f"{two_figures(float(found[0])):g}", steps)


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
