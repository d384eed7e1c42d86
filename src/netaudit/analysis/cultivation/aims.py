"""What actions are for: purposes, activities and patterns, and purposes beside what lists cover."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.activities import SHORT
from netaudit.analysis.cultivation.words import listed, most
from netaudit.analysis.finding import Finding, nothing_to_show
from netaudit.analysis.release.disclosure import too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import minimum_group
from netaudit.analysis.shares import Row
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label
from netaudit.wording import counted, enumerated, known, of, share_of

AIMS = {"activity": "Activity", "pattern": "Pattern", "purpose": "Purpose"}
AIM_CHOICES = tuple(Choice(value=aim, words=words) for aim, words in AIMS.items())
WITH_ACTION = "Base: participants with an action."
NAMES_NONE = "Names none"
NOBODY = (
    "Not asked together: nobody here answered both about actions and about what a contact is for."
)
PARTS = {
    "covered_wanted": "Has somebody, in the plan",
    "covered_only": "Has somebody, not in the plan",
    "missing_wanted": "Has nobody, in the plan",
    "missing_only": "Has nobody, not in the plan",
}
"""Whether the list has somebody for a purpose, and whether the plan has an action for it."""


def aims(database: Database, viewer: Viewer, selection: Selection, *, aim: str) -> Finding:
    """People with an action for each purpose, activity or pattern (one of AIMS); for share_bars."""
    chosen = at_one_wave(database, viewer, selection)
    found = ask(database, viewer, "cultivation_aims", chosen)
    rows = _in_order(records(found[found["what"] == aim]), aim)
    minimum = minimum_group(database, viewer)
    whole = int(rows[0]["with_action"]) if rows else 0
    if whole < minimum:
        because = too_small(minimum, "participants with an action")
        return nothing_to_show(f"actions_by_{aim}", f"Actions by {aim}", WITH_ACTION, because)
    return Finding(
        id=f"actions_by_{aim}",
        headline=_most(rows, aim),
        base=f"Base: {counted(whole, 'participant')} with an action. Somebody with several actions"
        " can count in several rows.",
        data=pd.DataFrame([_bar(row, aim) for row in rows]),
        table=pd.DataFrame([_line(row, aim) for row in rows]),
        alternative="Bars of participants by what their actions are for: "
        + listed({_name(aim, row["category"]): of(row["participants"], whole) for row in rows}),
    )


def _bar(row: Row, aim: str) -> dict[str, Any]:
    return {
        "category": _name(aim, row["category"], short=True),
        "share": row["share"],
        "label": f"{row['participants']} of {row['with_action']}",
    }


def _line(row: Row, aim: str) -> dict[str, Any]:
    return {
        AIMS[aim]: _name(aim, row["category"]),
        "Participants": row["participants"],
        "With an action": row["with_action"],
        "Share": share_of(row["participants"], row["with_action"]),
        "Actions": row["actions"],
    }


def _in_order(rows: list[dict[str, Any]], aim: str) -> list[dict[str, Any]]:
    places = list(VOCABULARIES[aim])
    last = len(places)
    return sorted(
        rows, key=lambda row: places.index(row["category"]) if known(row["category"]) else last
    )


def _name(aim: str, category: Any, *, short: bool = False) -> str:
    if not known(category):
        return NAMES_NONE
    return SHORT.get(category, "") if short and aim == "activity" else label(aim, category)


def _most(rows: list[dict[str, Any]], aim: str) -> str:
    named = [row for row in rows if known(row["category"])]
    if not named:
        return f"No action names {'an' if aim == 'activity' else 'a'} {aim}"
    top = most(named, "participants")
    names = enumerated([f"“{_name(aim, row['category'])}”" for row in top])
    share = of(top[0]["participants"], top[0]["with_action"], "participants with an action")
    each = "" if len(top) == 1 else " each"
    return f"{AIMS[aim]} most often in the plans: {names}, {share}{each}"


def wanted_purposes(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Purposes in the plans beside those the lists cover; for charts.measures.stacked."""
    chosen = at_one_wave(database, viewer, selection)
    rows = records(ask(database, viewer, "cultivation_purposes", chosen))
    whole = int(rows[0]["participants"]) if rows else 0
    minimum = minimum_group(database, viewer)
    if whole < minimum:
        because = too_small(minimum, "participants who answered about both") if whole else NOBODY
        title = "Purposes to develop, beside those the lists cover"
        return nothing_to_show(
            "purposes_to_develop", title, "Base: participants who answered about both.", because
        )
    return Finding(
        id="purposes_to_develop",
        headline=_wanted(rows, chosen.wave),
        base=f"Base: {counted(whole, 'participant')} who said what a contact is for and answered"
        " about actions. In the plan: an action for the purpose.",
        data=pd.DataFrame([part for row in rows for part in _parts(row)]),
        table=pd.DataFrame([_purpose_line(row) for row in rows]),
        alternative="One full bar a purpose, cut by whether the list has somebody for it and the"
        " plan an action: "
        + listed({label("purpose", row["purpose"]): _said(row) for row in rows}),
        caution="More of what somebody has can be as sensible a plan as what is missing.",
    )


def _wanted(rows: list[dict[str, Any]], wave: str | None) -> str:
    top = most(rows, "wanted")
    if not top:
        return f"Nobody has an action for a purpose{at_wave(wave)}"
    names = enumerated([label("purpose", row["purpose"]).lower() for row in top])
    verb, each = ("purpose is", "") if len(top) == 1 else ("purposes are", " each")
    return (
        f"The {names} {verb} most often in the plans{at_wave(wave)}:"
        f" {of(top[0]['wanted'], top[0]['participants'], 'participants')}{each}"
    )


def _parts(row: Row) -> list[dict[str, Any]]:
    return [
        {
            "category": label("purpose", row["purpose"]),
            "part": words,
            "share": row[f"{part}_share"],
            "label": str(row[part]),
            "detail": of(row[part], row["participants"], "participants"),
        }
        for part, words in PARTS.items()
    ]


def _purpose_line(row: Row) -> dict[str, Any]:
    return {
        "Purpose": label("purpose", row["purpose"]),
        "In the plan": row["wanted"],
        "Somebody for it": row["covered"],
        **{words: row[part] for part, words in PARTS.items()},
        "Participants": row["participants"],
    }


def _said(row: Row) -> str:
    return ", ".join(f"{words.lower()} {row[part]}" for part, words in PARTS.items())
