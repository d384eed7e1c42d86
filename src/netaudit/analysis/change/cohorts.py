"""Several cohorts side by side and together."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.verdict import EARLY, ENOUGH_FOR_INTERVAL, ENOUGH_FOR_MORE
from netaudit.analysis.change.words import (
    change_in_words,
    interval_words,
    level_words,
    measure_words,
)
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import Audience, may_stand_beside
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.viewer import Viewer
from netaudit.definitions.registry import measures
from netaudit.statistics.student_t import t_reach
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, known

Row = dict[str, Any]

TOGETHER = "All cohorts of the programme"
NO_ORDER = (
    "Cohorts differ in who is in them, so none is better than another; the newest stands first."
    " Together, everybody counts once, whatever the cohort."
)


def side_by_side(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    measure: str,
    attribute: str | None = None,
) -> Finding:
    """One measure's change in every cohort and in all of the programme together.

    `data` is for charts.intervals.one_below_the_other, in points for shares, else in units.
    """
    found = records(
        ask(
            database,
            viewer,
            "change_cohorts",
            replace(selection, cohort=None, wave=None),
            measure=measure,
            attribute=attribute,
            first=first,
            last=last,
        )
    )
    readers = audience(database, viewer)
    shown = _shown(found, readers)
    name = measure_words(measure, attribute)
    hidden = _tellable(found) - len(shown)
    withheld = (
        f"{counted(hidden, 'row')} not shown: fewer than {readers.minimum} participants in it, or"
        " such a number could be worked out from it."
        if hidden
        else ""
    )
    if not shown:
        return nothing_to_show(
            "change_cohorts",
            f"{name}: no cohort to show",
            "Base: participants with a value at both waves.",
            withheld,
        )
    drawn = [row for row in shown if known(row["ci_low"])]
    return Finding(
        id="change_cohorts",
        headline=f"{name} from {readable(first).lower()} to {readable(last).lower()}: "
        + "; ".join(f"{_name(row)} {_change(measure, row)}" for row in shown),
        base="Base: in each cohort the participants with a value at both waves.",
        data=pd.DataFrame([_point(measure, row) for row in drawn]),
        table=pd.DataFrame([_line(measure, row, first, last) for row in shown]),
        alternative="Changes with 95% intervals, one cohort below the other: "
        + "; ".join(f"{_name(row)} {_short(measure, row)}" for row in shown)
        + ".",
        caution=NO_ORDER,
        withheld=withheld,
    )


def _shown(rows: list[Row], readers: Audience) -> list[Row]:
    """Cohorts that are large enough; all together where the rest cannot be worked out from it."""
    fits = [
        row
        for row in rows
        if all(may_stand_beside(row["n_paired"], row[n], readers) for n in ("n_from", "n_to"))
    ]
    own = [row for row in fits if known(row["cohort"])]
    together = [row for row in fits if not known(row["cohort"])]
    programme = [row for row in own if row["arm"] == "programme"]
    if len(programme) < 2 or (readers.is_outside and not _is_whole(programme, together, readers)):
        together = []
    return [_with_interval(row) for row in (*own, *together)]


def _tellable(rows: list[Row]) -> int:
    """How many rows there are to show: all together say something beside two cohorts only."""
    held = [row for row in rows if row["n_paired"] > 0]
    own = [row for row in held if known(row["cohort"])]
    return len(held if sum(row["arm"] == "programme" for row in own) > 1 else own)


def _is_whole(programme: list[Row], together: list[Row], readers: Audience) -> bool:
    shown = sum(row["n_paired"] for row in programme)
    return all(may_stand_beside(shown, row["n_paired"], readers) for row in together)


def _with_interval(row: Row) -> Row:
    if row["n_paired"] < ENOUGH_FOR_INTERVAL:
        return {**row, "ci_low": None, "ci_high": None}
    reach = float(t_reach(row["sd_difference"], row["n_paired"]))
    middle = row["mean_difference"]
    return {**row, "ci_low": middle - reach, "ci_high": middle + reach}


def _name(row: Row) -> str:
    if not known(row["cohort"]):
        return TOGETHER
    return f"{row['name']} (comparison)" if row["arm"] == "comparison" else str(row["name"])


def _change(measure: str, row: Row) -> str:
    return change_in_words(measure, row["mean_difference"])


def _short(measure: str, row: Row) -> str:
    said = _change(measure, row)
    if not known(row["ci_low"]):
        return f"{said}, n = {row['n_paired']}"
    return (
        f"{said} ({interval_words(measure, row['ci_low'], row['ci_high'])}), n = {row['n_paired']}"
    )


def _point(measure: str, row: Row) -> Row:
    scale = 100 if measures()[measure].unit == "share" else 1
    return {
        "category": _name(row),
        "value": row["mean_difference"] * scale,
        "ci_low": row["ci_low"] * scale,
        "ci_high": row["ci_high"] * scale,
        "label": _short(measure, row),
    }


def _line(measure: str, row: Row, first: str, last: str) -> Row:
    is_early = ENOUGH_FOR_INTERVAL <= row["n_paired"] < ENOUGH_FOR_MORE
    return {
        "Cohort": _name(row),
        f"{readable(first)} in": _day(row["first_day"]),
        "Pairs": row["n_paired"],
        f"Mean at {readable(first).lower()}": level_words(measure, row["mean_from"]),
        f"Mean at {readable(last).lower()}": level_words(measure, row["mean_to"]),
        "Change": f"by {_change(measure, row)}",
        "95% interval": interval_words(measure, row["ci_low"], row["ci_high"]),
        "Note": EARLY if is_early else NOTHING,
    }


def _day(value: Any) -> str:
    return f"{value:%Y}" if known(value) else NOTHING
