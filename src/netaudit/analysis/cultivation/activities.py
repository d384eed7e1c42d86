"""The seven networking activities: who has taken them up, and what became of earlier plans."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.words import INTERVAL, listed, most, withheld_because
from netaudit.analysis.finding import Finding
from netaudit.analysis.release.disclosure import release_rows, too_small
from netaudit.analysis.selection import Selection
from netaudit.analysis.settings import audience
from netaudit.analysis.shares import Row, estimate, interval, point
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label, readable
from netaudit.wording import counted, enumerated, of, share_of

SHORT = {
    "internal_external_opportunities": "Opportunities",
    "active_role_at_events": "Active at events",
    "social_media": "Social media",
    "own_community": "Own community",
    "extracurricular": "Outside work",
    "multiple_mentors": "Several mentors",
    "offer_to_mentor": "Offer to mentor",
}
"""Names of the activities beside a chart, where the whole words leave no room for it."""

STATUSES = dict(reversed(VOCABULARIES["activity_status"].items()))
"""From done to not for me, so that a bar begins with what has been taken up."""

ABOUT = "networking activities"
NO_SCORE = (
    "Not every activity suits everybody, and one that fits can be enough: they are not added up."
)
POINT_COLUMNS = ["category", "wave", "share", "ci_low", "ci_high", "label"]


def taken_up(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """How far each activity has come at one wave; `data` is for charts.measures.stacked."""
    chosen = at_one_wave(database, viewer, selection)
    rows, withheld = _released(database, viewer, chosen)
    return Finding(
        id="activities",
        headline=_most_taken_up(rows, at_wave(chosen.wave)),
        base=_base(rows),
        data=pd.DataFrame([part for row in rows for part in _parts(row)]),
        table=pd.DataFrame([_line(row) for row in rows]),
        alternative="One full bar an activity, cut by how far it has come: "
        + listed({label("activity", row["activity"]): _states(row) for row in rows}),
        caution=NO_SCORE if rows else "",
        withheld=withheld,
    )


def along_waves(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """Who is doing or has done each activity, wave by wave; for share_points_by_wave."""
    rows, withheld = _released(database, viewer, replace(selection, wave=None))
    order = list(SHORT)
    rows = sorted(rows, key=lambda row: (order.index(row["activity"]), row["wave_no"]))
    return Finding(
        id="activities_by_wave",
        headline=_across(rows),
        base="Base: at each wave those who answered about the activity, which the second number"
        " counts. Doing and done count together.",
        data=pd.DataFrame([_point(row) for row in rows], columns=POINT_COLUMNS),
        table=pd.DataFrame([{"Wave": readable(row["wave"]), **_line(row)} for row in rows]),
        alternative="Points with intervals on a scale from 0 to 100%, under each activity one a"
        " wave: "
        + listed({f"{label('activity', r['activity'])}, {r['wave']}": _short(r) for r in rows}),
        caution=f"Not all of those who answered one wave answered the other. {INTERVAL}"
        if rows
        else "",
        withheld=withheld,
    )


def plans(database: Database, viewer: Viewer, selection: Selection) -> Finding:
    """What became of activities planned at an earlier wave, same people; for share_points."""
    chosen = at_one_wave(database, viewer, selection)
    found = ask(database, viewer, "cultivation_plans", replace(chosen, wave=None), now=chosen.wave)
    readers = audience(database, viewer)
    shown, withheld = release_rows(found, base="answered", audience=readers)
    rows = records(shown)
    anybody = records(found)[0]
    return Finding(
        id="activity_plans",
        headline=_kept_plans(anybody, readers.minimum, chosen.wave),
        base="Base: the same people at both waves: they planned the activity at an earlier one and"
        f" answered about it{at_wave(chosen.wave)}.{_left_out(anybody)}",
        data=pd.DataFrame([_plan_point(row) for row in rows]),
        table=pd.DataFrame([_plan_line(row) for row in rows]),
        alternative="Points with intervals on a scale from 0 to 100%: "
        + listed({_plan_name(row): estimate(row, "taken_up", "answered") for row in rows}),
        caution="A plan that is given up can be a good decision. Figures on few people move a lot"
        " with one person."
        if rows
        else "",
        withheld=_no_plans(anybody, readers.minimum) if not rows else withheld,
    )


def _released(
    database: Database, viewer: Viewer, selection: Selection
) -> tuple[list[dict[str, Any]], str]:
    found = ask(database, viewer, "cultivation_activities", selection)
    readers = audience(database, viewer)
    most = 0 if found.empty else int(found["answered"].max())
    because = withheld_because(most, readers.minimum, ABOUT)
    shown, withheld = release_rows(found, base="answered", audience=readers)
    return records(shown), because or withheld


def _most_taken_up(rows: Sequence[Row], when: str) -> str:
    top = most(rows, "share")
    if not top:
        return f"How far networking activities have come{when}"
    names = enumerated([f"“{label('activity', row['activity'])}”" for row in top])
    verb, each = ("is", "") if len(top) == 1 else ("are", " each")
    share = estimate(top[0], "taken_up", "answered", each.strip())
    return f"{names} {verb} most often under way or done{when}: {share}"


def _base(rows: Sequence[Row]) -> str:
    if not rows:
        return "Base: those who answered about an activity."
    least, most = (pick(row["answered"] for row in rows) for pick in (min, max))
    span = str(most) if least == most else f"{least} to {most}"
    return f"Base: {span} participants who answered about the activity."


def _parts(row: Row) -> list[dict[str, Any]]:
    return [
        {
            "category": SHORT[row["activity"]],
            "part": words,
            "share": row[f"{status}_share"],
            "label": str(row[status]),
            "detail": of(row[status], row["answered"], "participants"),
        }
        for status, words in STATUSES.items()
    ]


def _line(row: Row) -> dict[str, Any]:
    return {
        "Activity": label("activity", row["activity"]),
        **{words: row[status] for status, words in STATUSES.items()},
        "Answered": row["answered"],
        "Doing or done": f"{row['taken_up']} of {row['answered']}",
        "Share": share_of(row["taken_up"], row["answered"]),
        "95% interval": interval(row["ci_low"], row["ci_high"], row["answered"]),
    }


def _states(row: Row) -> str:
    return ", ".join(f"{words.lower()} {row[status]}" for status, words in STATUSES.items())


def _across(rows: Sequence[Row]) -> str:
    if not rows:
        return "Doing or done, wave beside wave"
    last_no = max(row["wave_no"] for row in rows)
    top = max((row for row in rows if row["wave_no"] == last_no), key=lambda row: row["share"])
    its = [row for row in rows if row["activity"] == top["activity"]]
    said = "; ".join(f"{readable(row['wave']).lower()} {_short(row)}" for row in its)
    return f"Doing or done, “{label('activity', top['activity'])}”: {said}"


def _short(row: Row) -> str:
    return of(row["taken_up"], row["answered"])


def _point(row: Row) -> dict[str, Any]:
    wave = readable(row["wave"])
    drawn = point(row, "taken_up", "answered")
    label_there = f"{wave}: {drawn['label']}"
    return {"category": SHORT[row["activity"]], "wave": wave, **drawn, "label": label_there}


def _kept_plans(anybody: Row, minimum: int, wave: str | None) -> str:
    if anybody["answered"] < minimum:
        return "What became of earlier plans"
    said = f"people are doing or have done something{at_wave(wave)} that they had planned before"
    return estimate(anybody, "taken_up", "answered", said)


def _left_out(anybody: Row) -> str:
    silent = anybody["silent"]
    if not silent:
        return ""
    people = counted(silent, "person who had plans has", "people who had plans have")
    return f" {people} not answered about them and {'is' if silent == 1 else 'are'} left out."


def _no_plans(anybody: Row, minimum: int) -> str:
    if not anybody["planned_before"]:
        return "Nobody planned an activity at an earlier wave, so there is nothing to follow up."
    return too_small(minimum, "participants who planned before and answered now")


def _plan_name(row: Row) -> str:
    return SHORT.get(row["activity"], "Any of them")


def _plan_point(row: Row) -> dict[str, Any]:
    return {"category": _plan_name(row), **point(row, "taken_up", "answered")}


def _plan_line(row: Row) -> dict[str, Any]:
    counts = {
        "Doing": row["doing"],
        "Done": row["done"],
        "Still planned": row["planned"],
        "Not for me": row["not_for_me"],
    }
    one = row["activity"] in SHORT
    return {
        "Activity": label("activity", row["activity"]) if one else "Any of them",
        "Planned before": row["planned_before"],
        "Answered now": row["answered"],
        **{words: str(int(count)) if one else "" for words, count in counts.items()},
        "Doing or done": row["taken_up"],
        "Share": share_of(row["taken_up"], row["answered"]),
        "95% interval": interval(row["ci_low"], row["ci_high"], row["answered"]),
    }
