"""The programme's change set against a comparison cohort's: difference in differences."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.choices import MAIN_MEASURES
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL, verdict
from netaudit.analysis.change.words import change_in_words, interval_words, measure_words
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.two_groups import Difference, Sample, welch
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, known

Row = dict[str, Any]

NO_COMPARISON = (
    "There is no comparison cohort here. What changed can be said, not what the programme did."
)
ASSUMPTIONS = (
    "It is assumed, and cannot be tested with one wave before, that without the programme both"
    " would have changed alike; that both were asked the same, at the same time; and that nothing"
    " else happened to one of them alone. Nobody was assigned by lot, and with a few cohorts the"
    " difference between any two of them is not in the interval."
)
NO_OUTSIDE = "A comparison of cohorts stays in the team."
MONTH_DAYS = 30.4


def comparison_choices(
    database: Database, viewer: Viewer, selection: Selection
) -> tuple[Choice, ...]:
    """The comparison cohorts that the viewer may see, other than the one selected."""
    cohorts = records(ask(database, viewer, "cohorts"))
    return tuple(
        Choice(value=row["cohort"], words=row["name"])
        for row in cohorts
        if row["arm"] == "comparison" and row["cohort"] != selection.cohort
    )


def against_comparison(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    comparison: str | None = None,
    chosen: Chosen = NOBODY_CHOSE,
) -> Finding:
    """The change of the selection less that of a comparison cohort, with Welch's interval.

    `comparison` is one of comparison_choices, the first if not given. `data` has category, value,
    ci_low, ci_high and label in amounts that matter, as measured.primary has them.
    """
    choices = [choice.value for choice in comparison_choices(database, viewer, selection)]
    other = comparison or next(iter(choices), None)
    about = "Against a comparison cohort"
    if other not in choices or other is None:
        return nothing_to_show("change_comparison", f"{about}: none", NO_COMPARISON)
    if viewer.audience == "release":
        return nothing_to_show("change_comparison", f"{about}: not shown", NO_OUTSIDE)
    beside = Selection(cohort=other)
    here, there = (
        {_key(row): row for row in records(_told(database, viewer, one, first, last, chosen))}
        for one in (selection, beside)
    )
    own = [(one.measure, one.attribute) for one in chosen.outcomes]
    pairs = [
        _compared(here[key], there[key])
        for key in dict.fromkeys([*own, *MAIN_MEASURES])
        if key in here and key in there
    ]
    if not pairs:
        return nothing_to_show(
            "change_comparison",
            f"{about}: too few",
            f"Base: measures with {ENOUGH_FOR_INTERVAL} pairs or more in both cohorts.",
        )
    return _finding(pairs, other, _timing(database, viewer, (selection, beside), first, last))


def _key(row: Row) -> tuple[str, str | None]:
    return row["measure"], row["attribute"] if known(row["attribute"]) else None


def _told(
    database: Database, viewer: Viewer, selection: Selection, first: str, last: str, chosen: Chosen
) -> pd.DataFrame:
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    return rows[rows["is_shown"] & (rows["n_paired"] >= ENOUGH_FOR_INTERVAL)]


def _sample(row: Row) -> Sample:
    return Sample(
        n=int(row["n_paired"]), mean=float(row["mean_difference"]), sd=float(row["sd_difference"])
    )


def _compared(row: Row, other: Row) -> Row:
    difference = welch(_sample(row), _sample(other))
    return {
        **row,
        "name": measure_words(*_key(row)),
        "other_n": int(other["n_paired"]),
        "other_change": other["mean_difference"],
        "difference": difference,
        "said": verdict(difference.low, difference.high, float(row["smallest_change"])),
    }


def _finding(pairs: list[Row], other: str, timing: str) -> Finding:
    drawn = [pair for pair in pairs if known(pair["smallest_change"])]
    first = pairs[0]
    return Finding(
        id="change_comparison",
        headline=f"{first['name']}: {_change(first)} here,"
        f" {change_in_words(first['measure'], first['other_change'])} in the comparison cohort; the"
        f" difference is {_difference(first)}",
        base=f"Base: at least {min(int(pair['n_paired']) for pair in pairs)} pairs here and"
        f" {min(pair['other_n'] for pair in pairs)} in cohort {other}. {timing}",
        data=pd.DataFrame([_point(pair) for pair in drawn]),
        table=pd.DataFrame([_line(pair) for pair in pairs]),
        alternative="Differences of changes with intervals and a line where both changed alike: "
        + "; ".join(f"{pair['name']} {_difference(pair)}" for pair in pairs)
        + ".",
        caution=ASSUMPTIONS,
    )


def _change(pair: Row) -> str:
    return change_in_words(pair["measure"], pair["mean_difference"])


def _difference(pair: Row) -> str:
    found: Difference = pair["difference"]
    return (
        f"{change_in_words(pair['measure'], found.value)}"
        f" ({interval_words(pair['measure'], found.low, found.high)})"
    )


def _point(pair: Row) -> Row:
    amount, found = float(pair["smallest_change"]), pair["difference"]
    return {
        "category": pair["name"],
        "value": found.value / amount,
        "ci_low": found.low / amount,
        "ci_high": found.high / amount,
        "label": f"{_difference(pair)}, n = {int(pair['n_paired'])} and {pair['other_n']}",
    }


def _line(pair: Row) -> Row:
    measure, found = pair["measure"], pair["difference"]
    return {
        "Measure": pair["name"],
        "Pairs here": int(pair["n_paired"]),
        "Change here": f"by {_change(pair)}",
        "Pairs in comparison": pair["other_n"],
        "Change in comparison": f"by {change_in_words(measure, pair['other_change'])}",
        "Difference": f"by {change_in_words(measure, found.value)}",
        "95% interval (Welch)": interval_words(measure, found.low, found.high),
        "In words": _words(pair["said"]),
    }


def _words(said: str) -> str:
    """The verdict about a difference of two changes."""
    words = said.replace("changed", "changed differently", 1).replace(
        "no change", "no difference", 1
    )
    return words[:1].upper() + words[1:]


def _timing(
    database: Database,
    viewer: Viewer,
    selections: tuple[Selection, Selection],
    first: str,
    last: str,
) -> str:
    """How long both cohorts had between the two waves, as far as their audits are dated."""
    lengths = [_months(database, viewer, selection, first, last) for selection in selections]
    waves = f"{readable(first).lower()} and {readable(last).lower()}"
    if any(length is None for length in lengths):
        return f"Not every audit is dated, so the time between {waves} is not known."
    here, there = (counted(length, "month") for length in lengths if length is not None)
    return f"Between {waves} lay about {here} here and {there} there."


def _months(
    database: Database, viewer: Viewer, selection: Selection, first: str, last: str
) -> int | None:
    rows = records(
        ask(database, viewer, "change_flow", replace(selection, wave=None), first=first, last=last)
    )
    days: list[date] = [
        row["last_day"] for row in rows if row["step"] == "wave" and known(row["last_day"])
    ]
    return round((days[1] - days[0]).days / MONTH_DAYS) if len(days) == 2 else None
