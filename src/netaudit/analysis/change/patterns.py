"""The four patterns over time: who moved from which state to which, and what hangs on the rules."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.change.binary import points
from netaudit.analysis.change.group_rows import NO_RANKING, NONE, WHOLE_ONLY, ordered, released
from netaudit.analysis.change.verdict import ENOUGH_FOR_INTERVAL
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.patterns.words import SHORT_CUT_OFFS, STATE_WORDS
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shares import interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, counted, of

Row = dict[str, Any]

MOVES = {
    ("watch", "watch"): "kept",
    ("watch", "clear"): "lost",
    ("watch", "not_enough_information"): "watch_to_unknown",
    ("clear", "watch"): "gained",
    ("clear", "clear"): "neither",
    ("clear", "not_enough_information"): "clear_to_unknown",
    ("not_enough_information", "watch"): "unknown_to_watch",
    ("not_enough_information", "clear"): "unknown_to_clear",
    ("not_enough_information", "not_enough_information"): "unknown_to_unknown",
}
"""The columns of change_patterns.sql by the state at the earlier wave and at the later."""

NEAR_THE_LINE = (
    "Who stands one contact from the line turns by chance about every fourth time, so some moving"
    " to and fro is no change."
)
SAME_CUT_OFFS = (
    "Each cell is one cut-off, the same at both waves. If the change has another sign at other"
    " cut-offs, it hangs on the cut-off and not on the people."
)
BUILT_IN = (
    "A rule can be stricter on one group than on another by itself: people whose workplace has"
    " few unlike them list more people like themselves whatever they do."
)
IN_TEAM = "States of single people stay in the team."


def transitions(
    database: Database, viewer: Viewer, selection: Selection, *, first: str, last: str, pattern: str
) -> Finding:
    """From which state at the earlier wave to which at the later; `data` is for charts.heat."""
    everyone = replace(selection, wave=None)
    found = records(ask(database, viewer, "change_patterns", everyone, first=first, last=last))
    row = next((one for one in found if one["pattern"] == pattern), None)
    minimum, name = minimum_group(database, viewer), label("pattern", pattern)
    finding_id = f"change_transitions_{pattern}"
    if viewer.audience == "release":
        return nothing_to_show(finding_id, f"{name}: not shown", IN_TEAM)
    if row is None or row["answered_both"] < minimum:
        return nothing_to_show(
            finding_id,
            f"{name}: from state to state",
            "Base: participants who completed both waves.",
            too_small(minimum, "participants who completed both waves"),
        )
    waves = readable(first).lower(), readable(last).lower()
    return Finding(
        id=finding_id,
        headline=f"{name}: {row['gained']} turned to watch, {row['lost']} to clear,"
        f" {row['kept']} were on watch both times",
        base=f"Base: {counted(row['answered_both'], 'participant')} who completed {waves[0]} and"
        f" {waves[1]}. Rows are the earlier state, columns the later.",
        data=pd.DataFrame([_cell(row, before, after) for before, after in MOVES]),
        table=_crossed(row, first, last),
        alternative="A field of counts: "
        + "; ".join(
            f"{STATE_WORDS[before].lower()} to {STATE_WORDS[after].lower()} {row[column]}"
            for (before, after), column in MOVES.items()
        )
        + ".",
        caution=NEAR_THE_LINE,
    )


def _cell(row: Row, before: str, after: str) -> Row:
    number = int(row[MOVES[before, after]])
    return {
        "column": STATE_WORDS[after],
        "row": STATE_WORDS[before],
        "amount": number / row["answered_both"],
        "label": str(number),
        "detail": of(number, int(row["answered_both"]), "participants"),
    }


def _crossed(row: Row, first: str, last: str) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                f"At {readable(first).lower()}": words,
                **{
                    f"{STATE_WORDS[after]} at {readable(last).lower()}": row[MOVES[before, after]]
                    for after in STATE_WORDS
                },
            }
            for before, words in STATE_WORDS.items()
        ]
    )


def at_other_cut_offs(
    database: Database, viewer: Viewer, selection: Selection, *, first: str, last: str, pattern: str
) -> Finding:
    """What the change would be with each cut-off ten points away; `data` is for charts.heat.

    By the lists alone, of those with enough information at both waves.
    """
    everyone = replace(selection, wave=None)
    found = records(ask(database, viewer, "change_cut_offs", everyone, first=first, last=last))
    rows = [row for row in found if row["pattern"] == pattern]
    minimum, name = minimum_group(database, viewer), label("pattern", pattern)
    finding_id = f"change_cut_offs_{pattern}"
    if viewer.audience == "release":
        return nothing_to_show(finding_id, f"{name}: not shown", IN_TEAM)
    if not rows or min(row["n"] for row in rows) < minimum:
        return nothing_to_show(
            finding_id,
            f"{name}: the change at other cut-offs",
            "Base: participants whose list gives enough information at both waves.",
            too_small(minimum, "participants with enough information at both waves"),
        )
    ends = [row["k_last"] - row["k_first"] for row in rows]
    now = next(row for row in rows if row["is_in_force"])
    return Finding(
        id=finding_id,
        headline=f"{name}: {now['k_first']} then {now['k_last']} of {now['n']} on watch by the"
        f" list; with cut-offs ten points away the change is between {_signed(min(ends))} and"
        f" {_signed(max(ends))} people",
        base="Base: participants whose list gives enough information at both waves. A star marks"
        " the cut-offs in force.",
        data=pd.DataFrame([_cut_cell(row) for row in rows]),
        table=pd.DataFrame([_cut_line(row, first, last) for row in rows]),
        alternative="A field of counts then and now, one for each cut-off: "
        + "; ".join(
            f"{' and '.join(_cuts(row))} {row['k_first']} then {row['k_last']}" for row in rows
        )
        + ".",
        caution=SAME_CUT_OFFS,
    )


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"


def _cuts(row: Row) -> list[str]:
    names = registry.patterns()[row["pattern"]].thresholds
    cuts = (row["first_cut"], row["second_cut"])
    if len(names) == 1:
        return [f"{int(cuts[0])}%"]
    return [f"{int(cut)}% {SHORT_CUT_OFFS[name]}" for name, cut in zip(names, cuts, strict=True)]


def _cut_cell(row: Row) -> Row:
    first, *second = _cuts(row)
    star = "*" if row["is_in_force"] else ""
    return {
        "column": second[0] if second else first,
        "row": first if second else "",
        "amount": abs(row["difference"]),
        "label": f"{row['k_first']}→{row['k_last']}{star}",
        "detail": f"{row['k_first']} then {row['k_last']} of {row['n']} participants",
    }


def _cut_line(row: Row, first: str, last: str) -> Row:
    enough = row["n"] >= ENOUGH_FOR_INTERVAL
    return {
        "Cut-offs": " and ".join(_cuts(row)),
        readable(first): row["k_first"],
        readable(last): row["k_last"],
        "Of": row["n"],
        "Points": round(row["difference"] * 100) if enough else None,
        "95% interval": f"from {points(row['ci_low'])} to {points(row['ci_high'])}"
        if enough
        else NOTHING,
        "In force": "Yes" if row["is_in_force"] else "",
    }


def rule_audit(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    *,
    wave: str,
    attribute: str,
    pattern: str,
) -> Finding:
    """How often a pattern's rule says watch in each group of participants; for share_points.

    By the lists alone. A group has to be as large as what leaves the team.
    """
    name, words = label("pattern", pattern), readable(attribute).lower()
    about, finding_id = f"{name} by {words}", f"rule_audit_{pattern}"
    if selection.attribute is not None:
        return nothing_to_show(finding_id, f"{about}: shown for everybody only", WHOLE_ONLY)
    everyone = replace(selection, wave=None)
    found = ask(database, viewer, "change_rule_audit", everyone, attribute=attribute, now=wave)
    here = found[found["pattern"] == pattern]
    kept, withheld = released(
        database, viewer, everyone, here, attribute, counts=["watch"], least=LEAST
    )
    whole = here[here["category"].isna()]
    if kept.empty:
        return nothing_to_show(finding_id, f"{about}: no groups to show", NONE, withheld)
    rows = ordered([*records(whole), *records(kept)], attribute)
    return Finding(
        id=finding_id,
        headline=f"{about}, on watch by the list at {readable(wave).lower()}: "
        + "; ".join(f"{row['words']} {of(row['watch'], row['n'])}" for row in rows),
        base=f"Base: {counted(rows[0]['n'], 'participant')} whose list gives enough information.",
        data=pd.DataFrame([{"category": row["words"], **point(row, "watch", "n")} for row in rows]),
        table=pd.DataFrame(
            [
                {
                    readable(attribute): row["words"],
                    "On watch by the list": row["watch"],
                    "With enough information": row["n"],
                    "95% interval": interval(row["ci_low"], row["ci_high"], row["n"]),
                }
                for row in rows
            ]
        ),
        alternative="Points with intervals, one a group: "
        + "; ".join(f"{row['words']} {row['watch']} of {row['n']}" for row in rows)
        + ".",
        caution=f"{BUILT_IN} {NO_RANKING}",
        withheld=withheld,
    )


LEAST = 10
"""Fewest people of a group whose rate is told: one of fewer would move it by ten points."""
