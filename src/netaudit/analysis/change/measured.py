"""Changes of measures between two waves: primary outcomes, and everything else as exploratory."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import records
from netaudit.analysis.change.choices import MAIN, MAIN_MEASURES, is_of_theme
from netaudit.analysis.change.conditions import conditions
from netaudit.analysis.change.outcomes import NOBODY_CHOSE, Chosen, timing
from netaudit.analysis.change.p_values import with_p_values
from netaudit.analysis.change.rows import change_rows
from netaudit.analysis.change.verdict import (
    ENOUGH_FOR_INTERVAL,
    ENOUGH_FOR_MORE,
    TOO_FEW_TO_ESTIMATE,
)
from netaudit.analysis.change.words import (
    EARLY_WORDS,
    NO_CAUSE,
    THREATS,
    change_in_words,
    change_words,
    interval_words,
    level_words,
    measure_words,
    p_words,
    unit_words,
)
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, known

Row = dict[str, Any]

EXPLORATORY = (
    "Exploratory: many measures are looked at here, and some move by chance alone. No p-values."
)
IN_AMOUNTS = (
    "Drawn in amounts that matter: 1 is the smallest change of interest of each measure, so that"
    " measures in different units share one scale."
)


def primary(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    chosen: Chosen,
    with_p: bool = False,
) -> Finding:
    """The primary outcomes' changes; `with_p` adds sign-flip p-values, adjusted by Holm.

    `data` has category, value, ci_low, ci_high and label for charts.intervals.one_below_the_other,
    in amounts that matter, beside measure, attribute, difference, low and high in units.
    """
    about = "Primary outcomes"
    said = timing(database, viewer, selection, first=first, chosen=chosen)
    if not chosen.outcomes:
        return nothing_to_show("change_primary", f"{about}: none", said)
    order = {(one.measure, one.attribute): n for n, one in enumerate(chosen.outcomes)}
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    kept = sorted(
        (row for row in records(rows) if _key(row) in order), key=lambda row: order[_key(row)]
    )
    if with_p:
        kept = with_p_values(database, viewer, selection, kept, first=first, last=last)
    return _finding(database, viewer, selection, "change_primary", about, kept, (first, last), said)


def exploratory(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    theme: str = MAIN,
    chosen: Chosen = NOBODY_CHOSE,
) -> Finding:
    """The changes of a theme that are no primary outcome; `theme` is of choices.THEMES."""
    rows = change_rows(database, viewer, selection, first=first, last=last, chosen=chosen)
    kept = [
        row
        for row in records(rows)
        if is_of_theme(row["measure"], row["attribute"], theme)
        and chosen.smallest(*_key(row)) is None
    ]
    if theme == MAIN:
        kept.sort(key=lambda row: MAIN_MEASURES.index(_key(row)))
    return _finding(
        database,
        viewer,
        selection,
        f"change_{theme}",
        "Other measures",
        kept,
        (first, last),
        EXPLORATORY,
    )


def _key(row: Row) -> tuple[str, str | None]:
    return row["measure"], row["attribute"] if known(row["attribute"]) else None


def _finding(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    finding_id: str,
    about: str,
    rows: list[Row],
    waves: tuple[str, str],
    said: str,
) -> Finding:
    minimum = minimum_group(database, viewer)
    shown = [row for row in rows if row["is_shown"]]
    if not shown:
        return nothing_to_show(
            finding_id,
            f"{about}: no change to show",
            said,
            too_small(minimum, "participants who answered at both waves"),
        )
    seen = conditions(database, viewer, selection, first=waves[0], last=waves[1])
    drawn = [row for row in shown if known(row["ci_low"]) and known(row["smallest_change"])]
    return Finding(
        id=finding_id,
        headline=_headline(shown, waves, about),
        base=f"{_pairs(shown)} Participants count once each, however long their lists. {said}",
        data=pd.DataFrame([_point(row) for row in drawn], columns=POINT_COLUMNS),
        table=pd.DataFrame([_line(row, waves) for row in shown]),
        alternative=f"Changes with 95% intervals and a line at no change. {IN_AMOUNTS} "
        + "; ".join(f"{_name(row)}: {_short(row)}, {row['verdict']}" for row in shown)
        + ".",
        caution=" ".join(filter(None, (_early(shown), seen, NO_CAUSE, THREATS))),
        withheld=_withheld(len(rows) - len(shown), minimum),
    )


POINT_COLUMNS = [
    "category",
    "value",
    "ci_low",
    "ci_high",
    "label",
    "verdict",
    "measure",
    "attribute",
    "difference",
    "low",
    "high",
    "n_paired",
]


def _name(row: Row) -> str:
    return measure_words(*_key(row))


def _headline(rows: list[Row], waves: tuple[str, str], about: str) -> str:
    first, last = (readable(wave).lower() for wave in waves)
    if len(rows) > 3:
        moved = [row for row in rows if row["verdict"].startswith("changed")]
        names = "; ".join(f"{_name(row)} {_difference(row)}" for row in moved[:3])
        more = f" and {len(moved) - 3} more" if len(moved) > 3 else ""
        which = f": {names}{more}" if moved else ""
        return f"{about}, {first} to {last}: {len(moved)} of {len(rows)} changed{which}"
    return "; ".join(
        f"{_name(row)} {level_words(row['measure'], row['mean_from'])} at {first},"
        f" {level_words(row['measure'], row['mean_to'])} at {last}: {row['verdict']}"
        for row in rows
    )


def _pairs(rows: list[Row]) -> str:
    counts = sorted({int(row["n_paired"]) for row in rows})
    said = f"{counts[0]}" if len(counts) == 1 else f"{counts[0]} to {counts[-1]}"
    return f"Base: the same people at both waves, {said} of them for each measure."


def _early(rows: list[Row]) -> str:
    counts = [int(row["n_paired"]) for row in rows]
    if min(counts) < ENOUGH_FOR_INTERVAL:
        return "With fewer than 10 pairs only means are told: too few to estimate a change."
    return EARLY_WORDS if min(counts) < ENOUGH_FOR_MORE else ""


def _withheld(number: int, minimum: int) -> str:
    if not number:
        return ""
    rows = "One measure is" if number == 1 else f"{number} measures are"
    return f"{rows} not shown: known of fewer than {minimum} participants at both waves."


def _difference(row: Row) -> str:
    return change_in_words(row["measure"], row["mean_difference"])


def _short(row: Row) -> str:
    said = _difference(row)
    if not known(row["ci_low"]):
        return said
    return f"{said} ({interval_words(row['measure'], row['ci_low'], row['ci_high'])})"


def _point(row: Row) -> dict[str, Any]:
    amount = float(row["smallest_change"])
    return {
        "category": _name(row),
        "value": float(row["mean_difference"]) / amount,
        "ci_low": float(row["ci_low"]) / amount,
        "ci_high": float(row["ci_high"]) / amount,
        "label": f"{_short(row)}, n = {int(row['n_paired'])}",
        "verdict": row["verdict"],
        "measure": row["measure"],
        "attribute": _key(row)[1],
        "difference": float(row["mean_difference"]),
        "low": float(row["ci_low"]),
        "high": float(row["ci_high"]),
        "n_paired": int(row["n_paired"]),
    }


def _line(row: Row, waves: tuple[str, str]) -> dict[str, Any]:
    measure, first, last = row["measure"], *(readable(wave) for wave in waves)
    told = {
        "Measure": _name(row),
        "Pairs": int(row["n_paired"]),
        f"Mean at {first.lower()}": level_words(measure, row["mean_from"]),
        f"Mean at {last.lower()}": level_words(measure, row["mean_to"]),
        "Change": _unsigned_cell(measure, row["mean_difference"]),
        "95% interval": interval_words(measure, row["ci_low"], row["ci_high"]),
        "Unit": unit_words(measure) or NOTHING,
        "Up": _count(row["n_up"]),
        "Same": _count(row["n_same"]),
        "Down": _count(row["n_down"]),
        "Smallest change that matters": smallest_words(measure, row["smallest_change"]),
        "In words": _verdict_words(row),
        "Hedges' g": f"{row['hedges_g_av']:.2f}" if known(row["hedges_g_av"]) else NOTHING,
    }
    if "p" in row:
        told["p"] = p_words(row["p"])
        told["p, adjusted (Holm)"] = p_words(row["p_holm"])
    return told


def _unsigned_cell(measure: str, difference: Any) -> str:
    """A change as a cell: words before its sign, or a spreadsheet would take it for a formula."""
    if not known(difference):
        return NOTHING
    return f"by {change_words(measure, difference)}"


def smallest_words(measure: str, smallest: Any) -> str:
    """The smallest change of interest in the measure's unit; a dash where none is agreed."""
    if not known(smallest):
        return NOTHING
    return change_in_words(measure, smallest).removeprefix("+")


def _verdict_words(row: Row) -> str:
    said: str = row["verdict"]
    if said != TOO_FEW_TO_ESTIMATE and row["n_paired"] < ENOUGH_FOR_MORE:
        said = f"{said} (early signal)"
    return said[:1].upper() + said[1:]


def _count(number: Any) -> str:
    return str(int(number)) if known(number) else NOTHING
