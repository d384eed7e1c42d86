"""The mentoring relationships of one participant at one wave."""

from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.person_waves import PersonWave, waves
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import MONTHS, NOTHING, counted, enumerated, known

KNOWING = {"helps_why": "why", "helps_how": "how", "helps_whom": "whom"}
OPEN, CLOSED = "Open", "Not open"


def mentors(
    database: Database, viewer: Viewer, selection: Selection, *, participant: str, wave: str
) -> Finding:
    """Every relationship recorded at the wave, open ones first.

    `data` is for charts.timeline: relationship, state, started, ended (both dates; a start that is
    not known is missing, and the end of an open one is the day of the audit), described.
    """
    due = waves(database, viewer, selection, participant=participant)
    at = next(one for one in due if one.wave == wave)
    rows = ask(database, viewer, "person_mentors", participant=participant)
    here = rows[rows["wave"] == wave].sort_values(
        ["is_open", "relationship"], ascending=[False, True]
    )
    listed = records(here)
    return Finding(
        id=f"mentors_{participant}",
        headline=_headline(at),
        base=_base(at),
        data=pd.DataFrame([_bar(row) for row in listed], columns=BAR_COLUMNS),
        table=pd.DataFrame([_line(row) for row in listed]),
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


def _base(at: PersonWave) -> str:
    if not at.count("mentors"):
        return "Open relationships are counted on the day the audit was completed."
    said = {word: at.counts[name] for name, word in KNOWING.items()}
    answered = {word: bool(helps) for word, helps in said.items() if known(helps)}
    parts = (
        ("help with knowing", [word for word, helps in answered.items() if helps]),
        ("do not help with knowing", [word for word, helps in answered.items() if not helps]),
    )
    told = []
    if answered:
        verbs = [f"{verb} {enumerated(words)}" for verb, words in parts if words]
        told.append(f"Open mentors {enumerated(verbs)}.")
    if unsaid := [word for word in said if word not in answered]:
        told.append(f"Whether open mentors help with knowing {enumerated(unsaid)} is not answered.")
    return " ".join(told)


BAR_COLUMNS = ["relationship", "state", "started", "ended", "described"]


def _bar(row: dict[str, Any]) -> dict[str, Any]:
    ended = row["ended"] if known(row["ended"]) else row["completed_on"]
    return {
        "relationship": _name(row),
        "state": OPEN if row["is_open"] else CLOSED,
        "started": row["started"],
        "ended": ended,
        "described": f"{_name(row)}: {_dates(row)}",
    }


def _line(row: dict[str, Any]) -> dict[str, str]:
    return {
        "Relationship": _name(row),
        "Own role": _words("mentoring_role", row["my_role"]),
        "Arrangement": _arrangement(row),
        "Dates": _dates(row),
        "On the audit's day": OPEN if row["is_open"] else CLOSED,
        "Helps with knowing": _helps(row),
        "Contact": str(int(row["contact_number"])) if known(row["contact_number"]) else NOTHING,
    }


def _words(vocabulary: str, code: Any) -> str:
    return label(vocabulary, code) if known(code) else NOTHING


def _arrangement(row: dict[str, Any]) -> str:
    """Formal or informal, and how they meet: "Formal, virtual"."""
    words = [label(name, row[name]) for name in ("formality", "mode") if known(row[name])]
    return ", ".join([words[0], *(word.lower() for word in words[1:])]) if words else NOTHING


def _name(row: dict[str, Any]) -> str:
    kind = label("mentoring_type", row["type"]) if known(row["type"]) else "Type not known"
    return f"{int(row['relationship'])} {kind}"


def _dates(row: dict[str, Any]) -> str:
    start = _date(row["start_date"]) if known(row["start_date"]) else "start not known"
    return f"{start} – {_date(row['end_date']) if known(row['end_date']) else ''}".rstrip()


def _date(partial: str) -> str:
    """A date as far as it is known: "2025", "March 2025", "3 March 2025"."""
    year, *further = partial.split("-")
    if not further:
        return year
    month = f"{MONTHS[int(further[0]) - 1]} {year}"
    return f"{int(further[1])} {month}" if len(further) > 1 else month


def _helps(row: dict[str, Any]) -> str:
    helped = [word for name, word in KNOWING.items() if row[name] == "yes"]
    return ", ".join(helped).capitalize() or NOTHING
