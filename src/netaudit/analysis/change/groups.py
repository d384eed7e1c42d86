"""Levels and changes by group of participants: who has access first, and never a ranking."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.change.words import (
    change_in_words,
    interval_words,
    level_words,
    measure_words,
)
from netaudit.analysis.choices import Choice
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import may_stand_beside
from netaudit.analysis.release.groups import OF_THE_PERSON, OF_WORK, offered_groups, released_groups
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.shares import interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.statistics.student_t import t_reach
from netaudit.statistics.two_groups import Sample, welch
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label, readable
from netaudit.wording import NOTHING, counted, known, of

Row = dict[str, Any]

ACCESS = {
    "strategic": "A strategic contact",
    "external": "An external contact",
    "sponsor": "A sponsor",
    "mentor": "A mentor",
}
"""What somebody has at least one of, in the order in which it is told."""

EVERYBODY = "Everybody"
NO_RANKING = (
    "Groups stand in no order of merit: people want different things, groups differ in many ways"
    " at once, and in small ones a few people can make the difference."
)
WHOLE_ONLY = "A group is not parted again: the parts would come down to single people."
NONE = "There are no groups of participants that are known and large enough."


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


def access(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    first: str,
    last: str,
    attribute: str,
    what: str = "strategic",
) -> Finding:
    """Who of each group has at least one contact or mentor of a kind of ACCESS, at both waves.

    `data` is for charts.share_points and holds the later wave.
    """
    about = f"{ACCESS[what]}, by {readable(attribute).lower()}"
    finding_id = f"change_access_{what}"
    if selection.attribute is not None:
        return nothing_to_show(finding_id, f"{about}: shown for everybody only", WHOLE_ONLY)
    everyone = replace(selection, wave=None)
    found = ask(
        database, viewer, "change_access", everyone, attribute=attribute, first=first, last=last
    )
    here = found[found["access"] == what]
    whole = here[here["category"].isna()]
    kept, withheld = released(database, viewer, everyone, here, attribute)
    if kept.empty or whole.empty:
        return nothing_to_show(finding_id, f"{about}: no groups to show", NONE, withheld)
    rows = ordered([*records(whole), *records(kept)], attribute)
    waves = (readable(first), readable(last))
    return Finding(
        id=finding_id,
        headline=f"{about}, at {waves[1].lower()}: "
        + "; ".join(f"{row['words']} {of(row['k_to'], row['n'])}" for row in rows),
        base=f"Base: {counted(rows[0]['n'], 'participant')} whose answer is known at both waves.",
        data=pd.DataFrame([{"category": row["words"], **point(row, "k_to", "n")} for row in rows]),
        table=pd.DataFrame(
            [
                {
                    readable(attribute): row["words"],
                    waves[0]: of(row["k_from"], row["n"]),
                    waves[1]: of(row["k_to"], row["n"]),
                    "95% interval": interval(row["ci_low"], row["ci_high"], row["n"]),
                }
                for row in rows
            ]
        ),
        alternative="Points with intervals, one a group: "
        + "; ".join(f"{row['words']} {row['k_to']} of {row['n']}" for row in rows)
        + ".",
        caution=NO_RANKING,
        withheld=withheld,
    )


def released(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    rows: pd.DataFrame,
    attribute: str,
    least: int = 0,
) -> tuple[pd.DataFrame, str]:
    """The rows by category that may be shown beside everybody's, which is the one without any.

    `n` counts the people of a row; groups of fewer than `least` are held back as well.
    """
    whole = rows.loc[rows["category"].isna(), "n"]
    groups = rows[rows["category"].notna()]
    mixed = _told_by_cohort(database, viewer, selection, attribute)
    kept, withheld = released_groups(
        database,
        viewer,
        selection,
        groups[~groups["category"].isin(mixed) & (groups["n"] >= least)],
        attribute=attribute,
        whole=int(whole.iloc[0]) if len(whole) else 0,
        base="n",
    )
    if least and len(kept) < len(groups):
        withheld = (
            f"Groups of fewer than {least} people, or beside whom too few are left, are not shown."
        )
    return kept, withheld


def _told_by_cohort(
    database: Database, viewer: Viewer, selection: Selection, attribute: str
) -> set[str]:
    """Categories that some cohorts tell and others do not, where several are put together.

    What is left of the whole then belongs to the few of the others, so that these can be worked
    out. Inside the team this matters for what it does not see person by person.
    """
    inside = viewer.audience == "team" and attribute not in OF_THE_PERSON
    if selection.cohort is not None or inside:
        return set()
    cohorts = [row["cohort"] for row in records(ask(database, viewer, "cohorts"))]
    told = [
        {
            group.category
            for group in offered_groups(database, viewer, Selection(cohort=cohort))
            if group.attribute == attribute
        }
        for cohort in cohorts
    ]
    return set().union(*told) - set.intersection(*told) if told else set()


def ordered(rows: list[Row], attribute: str) -> list[Row]:
    """Everybody first, then the groups by the vocabulary's order or the alphabet, with words."""
    codes = list(VOCABULARIES.get(attribute, {}))
    named = [
        {
            **row,
            "words": label(attribute, row["category"]) if known(row["category"]) else EVERYBODY,
        }
        for row in rows
    ]

    def place(row: Row) -> tuple[int, int, str]:
        if not known(row["category"]):
            return (0, 0, "")
        code = str(row["category"])
        if code in codes:
            return (1, codes.index(code), "")
        return (2, 0 if code.startswith("under") else 1, code)

    return sorted(named, key=place)


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
    readers = audience(database, viewer)
    if kept.empty or not may_stand_beside(*[int(whole["n"].iloc[0])] * 2, readers):
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
