"""Those who answered once beside those who answered twice: for evaluators alone."""

import math
from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.choices import MAIN_MEASURES, measure_value
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.change.words import (
    change_in_words,
    interval_words,
    level_words,
    measure_words,
)
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.student_t import t_reach
from netaudit.statistics.two_groups import Sample, standardised_difference, welch
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, known

Row = dict[str, Any]

FOR_EVALUATORS = (
    "This is for evaluators: where few people left, a mean of theirs comes close to naming them."
)
NO_GATE = (
    "No test decides whether the two differ: how far they lie apart counts, and of few people a"
    " large gap can be chance and a small one can matter."
)
FEW_LEFT = "Fewer than five people left: their mean can hang on one of them."
ASSUMED = (
    "Nobody knows how those who left have changed. If none of them had, the change would be as in"
    " the third column; the last says by how much they would have to have changed for the mean of"
    " all to be zero."
)
FEW = 5


def _measures(chosen: Chosen) -> list[str]:
    """The primary outcomes first, then the main measures, each as measure_of reads it."""
    own = [(one.measure, one.attribute) for one in chosen.outcomes]
    return list(dict.fromkeys(measure_value(*key) for key in (*own, *MAIN_MEASURES)))


def _rows(
    database: Database, viewer: Viewer, selection: Selection, first: str, last: str, chosen: Chosen
) -> list[Row]:
    found = ask(
        database,
        viewer,
        "change_leavers",
        replace(selection, wave=None),
        measures=_measures(chosen),
        first=first,
        last=last,
    )
    return records(found)


def leavers(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    chosen: Chosen = NOBODY_CHOSE,
) -> Finding:
    """The earlier wave of those who stayed and those who left, measure by measure.

    `data` has the standardised difference as value, and label, for one_below_the_other.
    """
    about = f"Those who left after {readable(first).lower()}"
    rows = _rows(database, viewer, selection, first, last, chosen) if _may(viewer) else []
    told = [row for row in rows if row["n_left"]]
    if not told:
        why = "Nobody who answered the earlier wave left." if _may(viewer) else FOR_EVALUATORS
        return nothing_to_show("change_leavers", f"{about}: nothing to show", why)
    most = max(told, key=lambda row: (row["n_left"], row["n_stayed"]))
    standardised = [(row, standardised_difference(*_samples(row))) for row in told]
    drawn = [(row, smd) for row, smd in standardised if not math.isnan(smd)]
    return Finding(
        id="change_leavers",
        headline=_headline(drawn, about, most),
        base=f"Base: {counted(most['n_all'], 'participant')} who answered"
        f" {readable(first).lower()}; {most['n_stayed']} answered {readable(last).lower()} as well,"
        f" {most['n_left']} did not. Values of the earlier wave.",
        data=pd.DataFrame([_point(row, smd) for row, smd in drawn]),
        table=pd.DataFrame([_line(row, smd) for row, smd in standardised]),
        alternative="Marks for each measure, in standard deviations, and a line where both groups"
        " are alike: " + "; ".join(f"{_name(row)} {smd:.2f}" for row, smd in drawn) + ".",
        caution=f"{FEW_LEFT if most['n_left'] < FEW else ''} {NO_GATE}".strip(),
    )


def _name(row: Row) -> str:
    return measure_words(row["measure"], row["attribute"])


def _may(viewer: Viewer) -> bool:
    return viewer.role == "evaluator" and viewer.audience == "team"


def _samples(row: Row) -> tuple[Sample, Sample]:
    """Those who stayed and those who left."""
    return (
        Sample(n=row["n_stayed"], mean=row["mean_stayed"], sd=row["sd_stayed"]),
        Sample(n=row["n_left"], mean=row["mean_left"], sd=row["sd_left"]),
    )


def _headline(drawn: list[tuple[Row, float]], about: str, most: Row) -> str:
    if not drawn:
        return f"{about}: {most['n_left']}, too few to set beside the others"
    row, smd = drawn[0]
    apart = f"{abs(smd):.1f} standard deviations {'lower' if smd > 0 else 'higher'}"
    return (
        f"{about}: {_name(row)} {level_words(row['measure'], row['mean_left'])}, against"
        f" {level_words(row['measure'], row['mean_stayed'])} of those who stayed, {apart}"
    )


def _point(row: Row, smd: float) -> Row:
    stayed, left = (
        level_words(row["measure"], row[f"mean_{which}"]) for which in ("stayed", "left")
    )
    return {
        "category": _name(row),
        "value": smd,
        "ci_low": None,
        "ci_high": None,
        "label": f"stayed {stayed}, left {left}: {smd:+.2f}".replace("-", "−"),
    }


def _line(row: Row, smd: float) -> Row:
    apart = welch(*_samples(row))
    return {
        "Measure": _name(row),
        "Stayed": row["n_stayed"],
        "Mean of those who stayed": level_words(row["measure"], row["mean_stayed"]),
        "Left": row["n_left"],
        "Mean of those who left": level_words(row["measure"], row["mean_left"]),
        "Stayed less left": f"by {change_in_words(row['measure'], apart.value)}"
        if known(apart.value)
        else NOTHING,
        "95% interval (Welch)": interval_words(row["measure"], apart.low, apart.high),
        "Standardised": round(smd, 2) if not math.isnan(smd) else None,
    }


def if_leavers(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    chosen: Chosen = NOBODY_CHOSE,
) -> Finding:
    """What the changes would be with those who left: had they not changed, and the tipping point.

    `data` has measure, mean_difference, mean_if_same, low, high and tipping_point.
    """
    about = "The changes with those who left"
    rows = _rows(database, viewer, selection, first, last, chosen) if _may(viewer) else []
    told = [
        {**row, "reach": float(t_reach(row["sd_if_same"], row["n_all"]))}
        for row in rows
        if row["n_paired"] >= ENOUGH_FOR_INTERVAL and row["n_all"] > row["n_paired"]
    ]
    if not told:
        why = "It takes ten pairs, and somebody who left." if _may(viewer) else FOR_EVALUATORS
        return nothing_to_show("change_if_leavers", f"{about}: nothing to show", why)
    row = told[0]
    return Finding(
        id="change_if_leavers",
        headline=f"{_name(row)}:"
        f" {change_in_words(row['measure'], row['mean_difference'])} among those with both waves;"
        f" {change_in_words(row['measure'], row['mean_if_same'])} if nobody who left had changed",
        base=f"Base: {counted(row['n_all'], 'participant')} with a value at"
        f" {readable(first).lower()}, {row['n_paired']} of them with both.",
        data=pd.DataFrame(
            [
                {
                    **{
                        name: one[name]
                        for name in ("measure", "mean_difference", "mean_if_same", "tipping_point")
                    },
                    "low": one["mean_if_same"] - one["reach"],
                    "high": one["mean_if_same"] + one["reach"],
                }
                for one in told
            ]
        ),
        table=pd.DataFrame([_sensitivity(one) for one in told]),
        alternative="A table of the changes with and without those who left.",
        caution=ASSUMED,
    )


def _sensitivity(row: Row) -> Row:
    measure = row["measure"]
    low, high = row["mean_if_same"] - row["reach"], row["mean_if_same"] + row["reach"]
    return {
        "Measure": _name(row),
        "Change of those with both": f"by {change_in_words(measure, row['mean_difference'])}",
        "If nobody who left had changed": f"by {change_in_words(measure, row['mean_if_same'])}",
        "95% interval": interval_words(measure, low, high),
        "Without a later value": row["n_all"] - row["n_paired"],
        "Zero if these changed": f"by {change_in_words(measure, row['tipping_point'])}",
    }
