"""A programme's own earlier cohorts as a band, with the cohort that is looked at over it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.words import level_words, measure_words
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import release_shape
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, day, known

Row = dict[str, Any]

OWN_PAST = (
    "A programme's earlier cohorts are no norm: they say what was usual here, not what is good."
)


def reference(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    measure: str,
    attribute: str | None = None,
) -> Finding:
    """One measure in the programme's own earlier cohorts, wave by wave, and in the one chosen.

    `data` is for charts.measures.mean_band: category, middle, lower_quartile, upper_quartile
    (missing below 20 people), label, and own, the mean of the cohort chosen (missing where it has
    too few people).
    """
    everyone = replace(selection, wave=None)
    found = ask(
        database, viewer, "change_reference", everyone, measure=measure, attribute=attribute
    )
    readers = audience(database, viewer)
    enough = found[found["n"] >= readers.minimum].reset_index(drop=True)
    enough["own_mean"] = enough["own_mean"].where(enough["own_n"] >= readers.minimum)
    shaped, withheld = release_shape(enough, base="n", audience=readers)
    name = measure_words(measure, attribute)
    if shaped.empty:
        return nothing_to_show(
            "change_reference",
            f"{name}: no earlier cohort to read it against",
            "Base: cohorts of the programme that began before the one chosen.",
        )
    rows = records(shaped)
    return Finding(
        id="change_reference",
        headline=f"{name}: {'; '.join(_beside(measure, row) for row in rows)}",
        base=f"Base: {counted(max(row['cohorts'] for row in rows), 'earlier cohort')}, everybody"
        " with a value at the wave. The bar holds the middle half of them, the upright mark is"
        " their mean; the dot is the mean of the cohort chosen.",
        data=pd.DataFrame([_drawn(measure, row) for row in rows]),
        table=pd.DataFrame([_band(measure, row) for row in rows]),
        alternative="Of earlier cohorts, a bar over the middle half and a mark at the mean, and a"
        " dot at this cohort's: " + "; ".join(_beside(measure, row) for row in rows) + ".",
        caution=OWN_PAST,
        withheld=withheld,
    )


def _beside(measure: str, row: Row) -> str:
    return (
        f"at {readable(row['wave']).lower()} {level_words(measure, row['own_mean'])}, earlier"
        f" {level_words(measure, row['mean'])}"
    )


def _drawn(measure: str, row: Row) -> Row:
    here = f"{level_words(measure, row['own_mean'])}, n = {row['own_n']}"
    own = f"here {here}; " if known(row["own_mean"]) else ""
    return {
        "wave": row["wave"],
        "category": readable(row["wave"]),
        "middle": row["mean"],
        "lower_quartile": row["lower_quartile"],
        "upper_quartile": row["upper_quartile"],
        "own": row["own_mean"],
        "label": f"{own}earlier mean {level_words(measure, row['mean'])}, n = {row['n']}",
    }


def _band(measure: str, row: Row) -> Row:
    low, high = (level_words(measure, row[f"{side}_quartile"]) for side in ("lower", "upper"))
    has_own = known(row["own_mean"])
    return {
        "Wave": readable(row["wave"]),
        "Mean here": level_words(measure, row["own_mean"]),
        "Participants here": row["own_n"] if has_own else NOTHING,
        "Earlier mean": level_words(measure, row["mean"]),
        "Middle half": f"{low} to {high}" if known(row["lower_quartile"]) else NOTHING,
        "Participants": row["n"],
        "Cohorts": row["cohorts"],
        "Answered": _days(row["first_day"], row["last_day"]),
    }


def _days(first: Any, last: Any) -> str:
    if not known(first) or not known(last):
        return NOTHING
    days: list[date] = [first, last]
    return " to ".join(dict.fromkeys(day(one) for one in days))
