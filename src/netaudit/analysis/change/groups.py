"""A measure's level and change by group of participants; never a ranking."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.group_rows import NO_RANKING, NONE, WHOLE_ONLY, ordered, released
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.change.words import (
    change_in_words,
    interval_words,
    level_words,
    measure_words,
)
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.groups import OF_THE_PERSON, OF_WORK, offered_groups
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.student_t import t_reach
from netaudit.statistics.two_groups import Sample, welch
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted, known

Row = dict[str, Any]


def attribute_choices(
    database: Database, viewer: Viewer, selection: Selection
) -> tuple[Choice, ...]:
    """What the participants can be grouped by; facts of work come before facts of the person."""
    found = {group.attribute for group in offered_groups(database, viewer, selection)}
    return tuple(
        Choice(value=name, words=readable(name))
        for name in (*OF_WORK, *OF_THE_PERSON)
        if name in found
    )


def changes(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    attribute: str,
    measure: str,
    aspect: str | None = None,
) -> Finding:
    """One measure's level and change in each group; `aspect` is the measure's own attribute.

    `data` has category, value, ci_low, ci_high and label for one_below_the_other, in the measure's
    unit; an interval takes ten pairs in the group. The difference from all others, with Welch's
    interval, takes ten on both sides.
    """
    name = measure_words(measure, aspect)
    about, finding_id = f"{name} by {readable(attribute).lower()}", f"change_groups_{measure}"
    if selection.attribute is not None:
        return nothing_to_show(finding_id, f"{about}: shown for everybody only", WHOLE_ONLY)
    everyone = replace(selection, wave=None)
    found = ask(
        database,
        viewer,
        "change_groups",
        everyone,
        attribute=attribute,
        measure=measure,
        aspect=aspect,
        first=first,
        last=last,
    )
    whole = found[found["category"].isna()]
    kept, withheld = released(database, viewer, everyone, found, attribute)
    if kept.empty or int(whole["n"].iloc[0]) < minimum_group(database, viewer):
        return nothing_to_show(finding_id, f"{about}: no groups to show", NONE, withheld)
    rows = [_with_interval(row) for row in ordered([*records(whole), *records(kept)], attribute)]
    return Finding(
        id=finding_id,
        headline=f"{about}, {readable(first).lower()} to {readable(last).lower()}: "
        + "; ".join(f"{row['words']} {_change(measure, row)}" for row in rows),
        base=f"Base: {counted(rows[0]['n'], 'participant')} with a value at both waves.",
        data=pd.DataFrame([_point(measure, row) for row in rows]),
        table=pd.DataFrame([_line(measure, row, attribute, first, last) for row in rows]),
        alternative="Changes, one group below the other: "
        + "; ".join(f"{row['words']} {_short(measure, row)}" for row in rows)
        + ".",
        caution=NO_RANKING,
        withheld=withheld,
    )


def _with_interval(row: Row) -> Row:
    enough = row["n"] >= ENOUGH_FOR_INTERVAL
    reach = float(t_reach(row["sd_difference"], row["n"])) if enough else None
    middle = row["mean_difference"]
    return {
        **row,
        "ci_low": None if reach is None else middle - reach,
        "ci_high": None if reach is None else middle + reach,
    }


def _change(measure: str, row: Row) -> str:
    return change_in_words(measure, row["mean_difference"])


def _short(measure: str, row: Row) -> str:
    between = (
        f" ({interval_words(measure, row['ci_low'], row['ci_high'])})"
        if known(row["ci_low"])
        else ""
    )
    return f"{_change(measure, row)}{between}, n = {row['n']}"


def _point(measure: str, row: Row) -> Row:
    return {
        "category": row["words"],
        "value": row["mean_difference"],
        "ci_low": row["ci_low"],
        "ci_high": row["ci_high"],
        "label": _short(measure, row),
    }


def _line(measure: str, row: Row, attribute: str, first: str, last: str) -> Row:
    return {
        readable(attribute): row["words"],
        "Pairs": row["n"],
        f"Mean at {readable(first).lower()}": level_words(measure, row["mean_from"]),
        f"Mean at {readable(last).lower()}": level_words(measure, row["mean_to"]),
        "Change": f"by {_change(measure, row)}",
        "95% interval": interval_words(measure, row["ci_low"], row["ci_high"]),
        "Against all others": _against_others(measure, row),
    }


def _against_others(measure: str, row: Row) -> str:
    if min(row["n"], row["n_others"]) < ENOUGH_FOR_INTERVAL:
        return NOTHING
    apart = welch(
        Sample(n=row["n"], mean=row["mean_difference"], sd=row["sd_difference"]),
        Sample(n=row["n_others"], mean=row["others_difference"], sd=row["others_sd"]),
    )
    between = interval_words(measure, apart.low, apart.high)
    return f"by {change_in_words(measure, apart.value)} ({between})"
