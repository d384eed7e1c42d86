"""The mentoring relationships of one participant at one wave."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.person.mentors_words import (
    CLOSED,
    ENDED,
    KNOWING,
    OPEN,
    ROLES,
    UNMENTIONED,
    arrangement,
    contact,
    dates,
    helps,
    name,
)
from netaudit.analysis.person.waves import PersonWave, waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.wording import NOTHING, counted, day, enumerated, known


def mentors(
    database: Database, viewer: Viewer, selection: Selection, *, participant: str, wave: str
) -> Finding:
    """Every relationship recorded at the wave, open ones first.

    `data` is for charts.timeline, and has those of earlier waves too: relationship, state, started,
    ended (both dates, missing where nothing can be drawn), is_start_known, audit_day, described.
    """
    due = waves(database, viewer, selection, participant=participant)
    at = next(one for one in due if one.wave == wave)
    rows = ask(database, viewer, "person_mentors", participant=participant)
    times = ask(database, viewer, "person_mentor_times", participant=participant)
    here = rows[rows["wave"] == wave].sort_values(
        ["is_open", "relationship"], ascending=[False, True]
    )
    return Finding(
        id=f"mentors_{participant}",
        headline=_headline(at),
        base=_base(at, voice(viewer)),
        data=_bars(records(times[times["wave"] == wave]), records(rows)),
        table=pd.DataFrame([_line(row, voice(viewer)) for row in records(here)]),
        alternative="Bars from the start to the end of each mentoring relationship.",
    )


def _headline(at: PersonWave) -> str:
    when = at.title.lower()
    if not at.counts["mentoring_known"]:
        return f"Mentoring was not asked at {when}"
    received, given = at.count("mentors"), at.count("mentees")
    if not received and not given:
        return f"No open mentoring relationship at {when}"
    parts = [counted(received, "mentor") if received else "No mentor"]
    if given:
        parts.append(counted(given, "mentee"))
    return f"{' and '.join(parts)} at {when}"


def _base(at: PersonWave, speaks: Voice) -> str:
    if not at.count("mentors"):
        return "Open relationships are counted on the day the audit was completed."
    said = {word: at.counts[column] for column, word in KNOWING.items()}
    answered = {word: bool(helped) for word, helped in said.items() if known(helped)}
    parts = (
        ("help with knowing", [word for word, helped in answered.items() if helped]),
        ("do not help with knowing", [word for word, helped in answered.items() if not helped]),
    )
    they = speaks.says("Your open mentors", "Open mentors")
    told = []
    if answered:
        verbs = [f"{verb} {enumerated(words)}" for verb, words in parts if words]
        told.append(f"{they} {enumerated(verbs)}.")
    if unsaid := [word for word in said if word not in answered]:
        who = they[:1].lower() + they[1:]
        told.append(f"Whether {who} help with knowing {enumerated(unsaid)} is not answered.")
    return " ".join(told)


BAR_COLUMNS = [
    *("relationship", "state", "started", "ended"),
    *("is_start_known", "audit_day", "described"),
]
STATE_ORDER = (OPEN, ENDED, UNMENTIONED)


def _bars(times: list[dict[str, Any]], rows: list[dict[str, Any]]) -> pd.DataFrame:
    kinds = {row["relationship"]: row for row in rows}
    bars = [_bar(time, kinds[time["relationship"]]) for time in times]
    bars.sort(key=lambda bar: STATE_ORDER.index(bar["state"]))
    return pd.DataFrame(bars, columns=BAR_COLUMNS)


def _bar(time: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    state = _state(time)
    return {
        "relationship": name(row),
        "state": state,
        "started": time["started"],
        "ended": time["ended"],
        "is_start_known": bool(time["is_start_known"]),
        "audit_day": time["observed_to"],
        "described": f"{name(row)}: {_told_dates(time, state)}",
    }


def _state(time: dict[str, Any]) -> str:
    if time["is_open_here"]:
        return OPEN
    return ENDED if time["has_ended"] or time["is_told_here"] else UNMENTIONED


def _told_dates(time: dict[str, Any], state: str) -> str:
    if state != UNMENTIONED or not known(time["ended"]):
        return dates(time)
    return f"{dates(time)}, told of until {day(time['ended'])}"


def _line(row: dict[str, Any], speaks: Voice) -> dict[str, str]:
    return {
        "Relationship": name(row),
        speaks.says("Your part", "Own role"): _part(row, speaks),
        "Arrangement": arrangement(row),
        "Dates": dates(row),
        "On the audit's day": OPEN if row["is_open"] else CLOSED,
        "Helps with knowing": helps(row),
        "Contact": contact(row) or NOTHING,
    }


def _part(row: dict[str, Any], speaks: Voice) -> str:
    return speaks.says(*ROLES[row["my_role"]]) if known(row["my_role"]) else NOTHING
