"""A working list for those who run the programme: whom to ask about their plans, and why."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_one_wave, at_wave
from netaudit.analysis.cultivation.dates import judged_on
from netaudit.analysis.finding import Finding
from netaudit.analysis.list_names import TO_OPEN, name_column
from netaudit.analysis.selection import Selection
from netaudit.analysis.shares import Row
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label
from netaudit.wording import counted, day, enumerated, of

REASONS = {
    "any": "have one of these reasons",
    "no_action": "have no action yet",
    "has_overdue": "have an overdue action",
    "watch_without": "are on watch without an action against it",
}
REASON_CHOICES = (
    Choice(value="any", words="Any reason", is_default=True),
    Choice(value="no_action", words="No action yet"),
    Choice(value="has_overdue", words="An overdue action"),
    Choice(value="watch_without", words="On watch, no action"),
)


def people(
    database: Database, viewer: Viewer, selection: Selection, *, reason: str, today: date
) -> Finding:
    """The participants to whom one of REASONS applies; `data` has participant_id, as `table`."""
    chosen = at_one_wave(database, viewer, selection)
    judged = judged_on(database, viewer, selection, today=today)
    everybody = ask(
        database,
        viewer,
        "cultivation_people",
        replace(chosen, wave=None),
        now=chosen.wave,
        as_of=judged.on,
    )
    rows = everybody[everybody["has_reason" if reason == "any" else reason]]
    return Finding(
        id=f"cultivation_people_{reason}",
        headline=f"{of(len(rows), len(everybody), 'participants')} {REASONS[reason]}"
        f"{at_wave(chosen.wave)}",
        base=f"Of those who answered about actions and are still in the programme. {TO_OPEN}"
        f" Overdue as of {judged.words}. This is a list of whom to ask, not a ranking.",
        data=rows[["participant_id"]].reset_index(drop=True),
        table=_table(records(rows)),
        alternative="A table of participants with the reason to ask and their number of actions.",
    )


def _table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = {
        **name_column(rows),
        "Why": [_why(row) for row in rows],
        "Actions": [str(row["actions"]) for row in rows],
        "Done": [str(row["done"]) for row in rows],
        "Code": [row["participant_id"] for row in rows],
    }
    if "Name" not in columns:
        columns = {"Code": columns.pop("Code"), **columns}
    return pd.DataFrame(columns)


def _why(row: Row) -> str:
    said = []
    if row["no_action"]:
        said.append("no action yet")
    if row["has_overdue"]:
        said.append(f"{counted(row['overdue'], 'action')} overdue, since {day(row['since'])}")
    if row["watch_without"]:
        names = [label("pattern", pattern).lower() for pattern in row["unmet_patterns"]]
        said.append(f"on watch for {enumerated(names)}, no action against it")
    words = "; ".join(said)
    return f"{words[:1].upper()}{words[1:]}"
