"""The list behind the figures: who has no mentor, no sponsor, or has not answered."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Finding
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, known, of

REASONS = {
    "no_mentor": "have no mentor",
    "no_sponsor": "have no sponsor",
    "not_answered": "have not answered about mentoring",
}
REASON_CHOICES = (
    Choice(value="no_mentor", words="Have no mentor", is_default=True),
    Choice(value="no_sponsor", words="Have no sponsor"),
    Choice(value="not_answered", words="Have not answered"),
)


def people(database: Database, viewer: Viewer, selection: Selection, *, reason: str) -> Finding:
    """The participants to whom one of REASONS applies; `data` has participant_id, as `table`."""
    everyone = replace(selection, wave=None)
    everybody = ask(database, viewer, "mentoring_people", everyone, now=selection.wave)
    asked = int(everybody["is_known"].sum())
    rows = everybody[everybody[reason]]
    whole = len(everybody) if reason == "not_answered" else asked
    noun = "participants" if reason == "not_answered" else "who answered"
    return Finding(
        id=f"people_{reason}",
        headline=f"{of(len(rows), whole, noun)} {REASONS[reason]}{at_wave(selection.wave)}",
        base="Choose a row to open the person. Having none does not mean needing one: ask.",
        data=rows[["participant_id"]].reset_index(drop=True),
        table=_table(rows.to_dict("records")),
        alternative="A table of participants with their role, mentors, sponsor and mentees.",
    )


def _table(rows: list[dict[Any, Any]]) -> pd.DataFrame:
    columns = {
        "Name": [row["name"] for row in rows],
        "Code": [row["participant_id"] for row in rows],
        "Organisation": [_or_nothing(row["organisation"], readable) for row in rows],
        "Role in the programme": [
            label("scheme_role", row["scheme_role"]) if known(row["scheme_role"]) else NOTHING
            for row in rows
        ],
        "Mentors": [_number(row["mentors"]) for row in rows],
        "Sponsor": [_sponsor(row) for row in rows],
        "Mentees": [_number(row["mentees"]) for row in rows],
    }
    if not any(known(name) for name in columns["Name"]):
        del columns["Name"]
    return pd.DataFrame(columns)


def _or_nothing(value: Any, words: Any) -> str:
    return str(words(value)) if known(value) else NOTHING


def _number(value: Any) -> str:
    return str(int(value)) if known(value) else NOTHING


def _sponsor(row: dict[Any, Any]) -> str:
    if not row["is_known"]:
        return NOTHING
    if not known(row["has_sponsor"]):
        return "Not known"
    return "Yes" if row["has_sponsor"] else "No"
