"""One participant: who it is, and the list of all from which one is picked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.chosen_wave import at_wave
from netaudit.analysis.cohort.overview import REASONS as ATTENTION
from netaudit.analysis.finding import Finding
from netaudit.analysis.list_names import name_column
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.schema import PATTERNS
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import NOTHING, known, of

NO_AUDIT = "No audit"
REASONS = {
    "not_answered": "have not answered",
    "no_mentor": "have no mentor",
    "has_mentor": "have a mentor",
    "no_external": "named no external contact",
    "watch": "have a pattern on watch",
    **{
        f"watch_{pattern}": f"have {label('pattern', pattern).lower()} on watch"
        for pattern in PATTERNS
    },
}
"""Why somebody looks for people, as the address names it, and the words that follow a count."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """A participant as the viewer may see them; `name` is None for those who work with codes.

    `sees_labels`: the contacts' own labels are shown to this viewer.
    """

    id: str
    name: str | None
    cohort: str
    facts: tuple[str, ...]
    sees_labels: bool

    @property
    def title(self) -> str:
        """The name, or the code where there is none to show."""
        return self.name or self.id


def person(database: Database, viewer: Viewer, _: Selection, *, participant: str) -> Person:
    """The participant; NetauditError where this viewer has no such participant."""
    rows = ask(database, viewer, "person_header", participant=participant).to_dict("records")
    if not rows:
        raise NetauditError(
            f"There is no participant {participant} here.",
            "Choose somebody from the list, or another cohort.",
        )
    row = rows[0]
    return Person(
        id=row["participant_id"],
        name=row["name"] if known(row["name"]) else None,
        cohort=row["cohort"],
        facts=tuple(_facts(row)),
        sees_labels=bool(row["sees_labels"]),
    )


def _facts(row: dict[Any, Any]) -> list[str]:
    facts = [
        readable(row[name]) for name in ("organisation", "function", "level") if known(row[name])
    ]
    role = row["scheme_role"]
    if known(role) and role != "none":
        facts.append(f"{label('scheme_role', role)} in the programme")
    if known(row["status"]) and row["status"] != "active":
        facts.append(label("participant_status", row["status"]))
    return [*facts, row["cohort_name"]]


def listing(
    database: Database, viewer: Viewer, selection: Selection, *, reason: str | None = None
) -> Finding:
    """Every participant of the selection with the audit of its wave, or those with one of REASONS.

    `data` has participant_id and title, row by row as `table`.
    """
    everybody = ask(database, viewer, "person_list", selection)
    rows = everybody[everybody[reason]] if reason else everybody
    names = rows["name"].where(rows["name"].notna(), rows["participant_id"])
    said = REASONS[reason] if reason else "completed an audit"
    number = len(rows) if reason else int(rows["is_completed"].sum())
    known_of = sum(reason in known_for for known_for in everybody["known_for"])
    base, noun = (known_of, _of_what(reason)) if reason else (len(everybody), "participants")
    return Finding(
        id="participants",
        headline=f"{of(number, base, noun)} {said}{at_wave(selection.wave)}",
        base="Choose a row to see the person's network, or search by name or code above.",
        data=pd.DataFrame({"participant_id": rows["participant_id"], "title": names}),
        table=_table(rows.to_dict("records")),
        alternative="A table of the participants with their number of contacts, internal contacts,"
        " patterns on watch and mentors.",
    )


def _of_what(reason: str) -> str:
    """Whom the count that leads to the list is a part of."""
    if reason.startswith("watch"):
        return ATTENTION["watch"].of_what
    return ATTENTION["no_mentor" if reason == "has_mentor" else reason].of_what


def _table(rows: list[dict[Any, Any]]) -> pd.DataFrame:
    columns = {
        **name_column(rows),
        "On watch": [_watched(row) for row in rows],
        "Mentors": _whole(row["mentors"] for row in rows),
        "Contacts": _whole(row["size"] for row in rows),
        "Internal": [_internal(row) for row in rows],
        "Audit": [_audit(row) for row in rows],
        "Organisation": [
            readable(row["organisation"]) if known(row["organisation"]) else "" for row in rows
        ],
        "Code": [row["participant_id"] for row in rows],
    }
    if "Name" not in columns:
        columns = {"Code": columns.pop("Code"), **columns}
    return pd.DataFrame(columns)


def _whole(numbers: Iterable[Any]) -> Any:
    return pd.array([number if known(number) else None for number in numbers], dtype="Int64")


def _audit(row: dict[Any, Any]) -> str:
    status = row["contacts_status"]
    return label("contacts_status", status) if known(status) else NO_AUDIT


def _internal(row: dict[Any, Any]) -> str:
    if not row["is_completed"] or not row["placed"]:
        return NOTHING
    return f"{int(row['internal'])} of {int(row['placed'])}"


def _watched(row: dict[Any, Any]) -> str:
    states = {pattern: row[pattern] for pattern in PATTERNS}
    if not row["is_completed"]:
        return NOTHING
    watched = [label("pattern", name) for name, state in states.items() if state == "watch"]
    if watched:
        return ", ".join(watched)
    too_little = sum(state == "not_enough_information" for state in states.values())
    if too_little == len(states):
        return "Not enough information"
    return "No pattern" if not too_little else f"No pattern, of {len(states) - too_little} known"
