"""The people behind the figures: who has no mentor, no sponsor, nobody outside, or no answer."""

from dataclasses import replace
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask, records
from netaudit.analysis.choices import Choice
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.finding import Finding
from netaudit.analysis.list_names import TO_OPEN, name_column
from netaudit.analysis.mentoring.reasons import Row, also_without, why
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, known, of

REASONS = {
    "no_mentor": "have no mentor",
    "no_sponsor": "have no sponsor",
    "no_outside": "have no mentor from outside their organisation",
    "no_external": "named no external contact",
    "not_answered": "have not answered about mentoring",
}
REASON_CHOICES = (
    Choice(value="no_mentor", words="Have no mentor", is_default=True),
    Choice(value="no_sponsor", words="Have no sponsor"),
    Choice(value="no_outside", words="Have no mentor outside"),
    Choice(value="no_external", words="Have no external contact"),
    Choice(value="not_answered", words="Have not answered"),
)
OF_WHOM = {"not_answered": "participants", "no_external": "who said where contacts work"}
ANSWERED = "who answered"
NOT_KNOWN = {
    "not_answered": "Nobody takes part",
    "no_external": "Nobody said where contacts work",
}
NOBODY_ANSWERED = "Nobody answered about mentoring"
"""Said where there is nobody of whom a reason could be known."""

ASK = "Having none does not mean needing one: ask."
WITHDRAWN = "Whoever withdrew and did not answer is left out."


def people(database: Database, viewer: Viewer, selection: Selection, *, reason: str) -> Finding:
    """The participants to whom one of REASONS applies; `data` has participant_id, as `table`."""
    everyone = replace(selection, wave=None)
    everybody = ask(database, viewer, "mentoring_people", everyone, now=selection.wave)
    known_of = sum(reason in known_for for known_for in everybody["known_for"])
    unsure = int(everybody["is_known"].sum()) - known_of
    rows = everybody[everybody[reason]]
    return Finding(
        id=f"people_{reason}",
        headline=_headline(len(rows), known_of, reason, selection.wave),
        base=_base(len(rows), unsure, reason),
        data=rows[["participant_id"]].reset_index(drop=True),
        table=_table(records(rows), reason),
        alternative="A table of participants, why each is on the list, what else is missing, their"
        " role and mentors.",
    )


def _headline(number: int, known_of: int, reason: str, wave: str | None) -> str:
    if not known_of:
        return f"{NOT_KNOWN.get(reason, NOBODY_ANSWERED)}{at_wave(wave)}"
    return f"{of(number, known_of, OF_WHOM.get(reason, ANSWERED))} {REASONS[reason]}{at_wave(wave)}"


def _base(listed: int, unsure: int, reason: str) -> str:
    """How to go on, whom the count leaves out, and of how many the reason is not known."""
    said = []
    if listed:
        said.append(TO_OPEN)
    if reason == "not_answered":
        said.append(WITHDRAWN)
    elif listed:
        said.append(ASK)
    if unsure > 0 and reason not in ("not_answered", "no_external"):
        said.append(f"Of {unsure} more who answered it is not known.")
    return " ".join(said)


def _table(rows: list[Row], reason: str) -> pd.DataFrame:
    columns: dict[str, list[Any]] = {
        **name_column(rows),
        "Why": [why(row, reason) for row in rows],
        "Also without": [also_without(row, reason) or NOTHING for row in rows],
        "Code": [row["participant_id"] for row in rows],
        "Organisation": [_or_nothing(row["organisation"], readable) for row in rows],
        "Role in the programme": [
            label("scheme_role", row["scheme_role"]) if known(row["scheme_role"]) else NOTHING
            for row in rows
        ],
        "Mentors": [_number(row["mentors"]) for row in rows],
        "Mentees": [_number(row["mentees"]) for row in rows],
        "Open to introductions": ["Yes" if row["open_to_introductions"] else "No" for row in rows],
    }
    return pd.DataFrame(columns)


def _or_nothing(value: Any, words: Any) -> str:
    return str(words(value)) if known(value) else NOTHING


def _number(value: Any) -> str:
    return str(int(value)) if known(value) else NOTHING
