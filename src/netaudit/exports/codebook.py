"""What the tables' columns mean, and how every measure and pattern is defined."""

import pandas as pd

from netaudit.definitions.registry import Measure, Pattern, measures, patterns

COLUMNS = {
    "Table": "which of the sheet's tables the row belongs to; the sheet notes says more of each",
    "Step": "how far participants came, from enrolment to answers that can be compared",
    "Category": "what is counted or averaged in the row",
    "Participants": "people behind the figure",
    "Mean share": "mean of participants' own shares, each participant counting once",
    "Mean": "mean over participants",
    "Median": "middle value, shown for ten participants or more",
    "Lower quartile": "a quarter of the participants are below; shown for twenty or more",
    "Upper quartile": "a quarter of the participants are above; shown for twenty or more",
    "Undefined for": "participants who answered and for whom the measure has no value",
    "Contacts": "contacts in the category, of all participants together",
    "Known": "contacts with an answer",
    "Asked about": "contacts asked about, without those to whom the question does not apply",
    "If all were known": "between what the mean share would lie had nobody left it blank",
    "On watch": "participants whose list or own rating shows the pattern",
    "With enough information": "participants for whom the pattern could be judged",
    "Share of enrolled": "whoever did not answer counts as without",
    "95% interval": "Wilson's interval of a share, from and to",
    "n_from, n_to": "participants with a value at the first and at the last wave",
    "n_paired": "participants with a value at both; the change is theirs",
    "mean_from, mean_to": "means of those with both values",
    "mean_difference": "mean of the changes, with its 95% interval ci_low to ci_high",
    "hedges_g_av": "the mean change in standard deviations, corrected for few pairs",
    "n_up, n_same, n_down": "participants whose value rose, stayed and fell",
    "verdict": "the interval against the smallest change that matters",
}
"""Headings that need a word; a blank cell is a figure that does not apply or is held back."""


def codebook() -> pd.DataFrame:
    """One row a column, measure and pattern: what it means and how it is made."""
    columns = [{"kind": "column", "name": name, "meaning": why} for name, why in COLUMNS.items()]
    found = [
        *columns,
        *map(_measure, measures().values()),
        *map(_pattern, patterns().values()),
    ]
    return pd.DataFrame(found, dtype=object).astype(object).where(lambda cells: cells.notna(), None)


def _measure(one: Measure) -> dict[str, str]:
    return {
        "kind": "measure",
        "name": one.id,
        "title": one.title,
        "unit": one.unit,
        "meaning": _line(one.why_it_matters),
        "how it is made": _line(one.how_it_is_calculated),
        "blank when": _line(one.undefined_when),
        "caution": _line(one.caution),
        "references": "; ".join(one.references),
    }


def _pattern(one: Pattern) -> dict[str, str]:
    return {
        "kind": "pattern",
        "name": one.id,
        "title": one.title,
        "meaning": _line(one.plain_words),
        "how it is made": _line(one.rule),
        "blank when": _line(one.minimum_data),
        "caution": _line(one.caution),
        "references": "; ".join(one.references),
    }


def _line(text: str) -> str:
    return " ".join(text.split())
