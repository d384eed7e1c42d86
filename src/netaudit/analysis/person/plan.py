"""What one participant plans: networking activities and actions, as far as they are recorded."""

from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.finding import Finding
from netaudit.analysis.person.plan_actions import NOT_ANSWERED
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import VOCABULARIES, label, readable
from netaudit.wording import NOTHING, counted, day, known

ACTIVITIES = tuple(VOCABULARIES["activity"])


def activities(database: Database, viewer: Viewer, _: Selection, *, participant: str) -> Finding:
    """One row an activity, one column a wave; empty where none was recorded.

    A participant reads all seven, others those that were considered.
    """
    rows = ask(database, viewer, "person_activities", participant=participant)
    speech = voice(viewer)
    waves = list(dict.fromkeys(rows["wave"]))
    last = rows[rows["wave"] == waves[-1]] if waves else rows
    doing = int(last["status"].isin(["doing", "done"]).sum())
    return Finding(
        id=f"activities_{participant}",
        headline=_activities_headline(doing, len(last), speech),
        base=_activities_base(rows, waves, speech),
        data=rows,
        table=_activities_table(rows, waves, speech),
        alternative="A table of networking activities, one column a wave.",
    )


def _activities_table(rows: pd.DataFrame, waves: list[str], speech: Voice) -> pd.DataFrame:
    if not waves:
        return pd.DataFrame()
    said = {
        (row["activity"], row["wave"]): label("activity_status", row["status"])
        for row in records(rows)
        if known(row["status"])
    }
    considered = set(rows["activity"])
    names = [code for code in ACTIVITIES if speech.is_own or code in considered]
    columns = {"Activity": [label("activity", code) for code in names]}
    for wave in waves:
        columns[readable(wave)] = [said.get((code, wave), NOTHING) for code in names]
    return pd.DataFrame(columns)


def _activities_headline(doing: int, considered: int, speech: Voice) -> str:
    if not considered:
        return speech.says(
            "None of the seven activities is recorded for you yet",
            "No networking activities are recorded",
        )
    if not doing:
        planned = counted(considered, "activity", "activities")
        return speech.says(
            f"You have considered {planned}; none is under way yet",
            f"{planned} considered, none under way",
        )
    part = f"{counted(doing, 'activity', 'activities')} under way or done"
    of_those = f"{part}, of {considered} considered"
    return speech.says(f"You have {of_those}", of_those)


def _activities_base(rows: pd.DataFrame, waves: list[str], speech: Voice) -> str:
    if not waves:
        return speech.says(
            "An answer to each (not for me, planned, doing, done) would show here what moves.", ""
        )
    base = f"As answered at {readable(waves[-1]).lower()}."
    moved = _moved(rows)
    return f"{base} Moved since {readable(waves[0]).lower()}: {moved}." if len(waves) > 1 else base


def _moved(rows: pd.DataFrame) -> str:
    """How many activities have another status now than when first answered."""
    answered = rows.dropna(subset="status").groupby("activity")["status"]
    return f"{int((answered.first() != answered.last()).sum())} of {len(answered)}"


def actions(
    database: Database, viewer: Viewer, _: Selection, *, participant: str, today: date
) -> Finding:
    """One row an action, as last recorded; what it says is there for the participant only."""
    rows = ask(database, viewer, "person_actions", participant=participant, today=today)
    recorded = records(rows)
    table = pd.DataFrame([_line(row) for row in recorded])
    if recorded and not any(known(row["text"]) for row in recorded):
        table = table.drop(columns="What")
    return Finding(
        id=f"actions_{participant}",
        headline=_headline(recorded),
        base=f"As last recorded. Overdue is judged as of {day(today)}." if recorded else "",
        data=rows,
        table=table,
        alternative="A table of the actions with their status and when they are due.",
    )


def _headline(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return "No actions are recorded"
    done = sum(row["status"] == "done" for row in rows)
    overdue = sum(bool(row["is_overdue"]) for row in rows)
    said = f"{done} of {counted(len(rows), 'action')} done"
    return f"{said}, {overdue} overdue" if overdue else said


def _line(row: dict[str, Any]) -> dict[str, str]:
    status = label("action_status", row["status"]) if known(row["status"]) else NOT_ANSWERED
    return {
        "Action": f"{row['action_number']}{' (first step)' if row['is_first_step'] else ''}",
        "What": row["text"] if known(row["text"]) else NOTHING,
        "For": _aims(row),
        "Due": _day(row["due_on"]),
        "Status": f"{status}, overdue" if row["is_overdue"] else status,
        "Closed": _day(row["closed_on"]),
    }


def _aims(row: dict[str, Any]) -> str:
    """The purpose it develops, the activity it belongs to, the pattern it works against."""
    named = [
        label(name, row[name]) for name in ("purpose", "activity", "pattern") if known(row[name])
    ]
    return ", ".join(named) or NOTHING


def _day(on: Any) -> str:
    return day(on) if known(on) else NOTHING
