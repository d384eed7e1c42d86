"""Canonical tables put together from a survey and its mapping."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from netaudit.errors import Problem
from netaudit.importers.background import Background
from netaudit.importers.dates import moment
from netaudit.importers.derived import Seen, derived, is_derived
from netaudit.importers.gathered import Gathering, Item
from netaudit.importers.listed import Listed, listed
from netaudit.importers.mapping.fields import FIRST_NAME, LAST_NAME, OF_CONTACT
from netaudit.importers.mapping.recipe import Recipe
from netaudit.importers.mentors import is_undealt, relationships
from netaudit.importers.people import Audit, Sorted, latest_said, sorted_responses
from netaudit.importers.plain import tidy
from netaudit.importers.reading import PlacedRow, Reading, placed_table
from netaudit.importers.survey import Response, Survey
from netaudit.schema import TABLES
from netaudit.wording import counted

Row = tuple[str, int, dict[str, str]]
"""The file and row a canonical row comes from, and its values by column."""


@dataclass(kw_only=True)
class _Tables:
    """Canonical rows so far, by table; `seen` is what contacts are compared by."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    seen: Seen = field(default_factory=dict)

    def add(self, table: str, response: Response | Item, values: Mapping[str, str]) -> None:
        self.rows.setdefault(table, []).append((response.file, response.row, dict(values)))


def assembled(survey: Survey, recipe: Recipe, folder: Path, background: Background) -> Reading:
    """The tables of a survey whose mapping leaves nothing open, and every row left aside."""
    gathering = Gathering(survey, recipe)
    found = sorted_responses(survey, gathering, background)
    tables = _Tables(
        rows={"participants": [], "audits": [], "contacts": []}, seen=_seen(found, gathering)
    )
    _add_people(tables, found, gathering, background)
    problems = list(found.listed)
    for audit in found.audits:
        problems += _add_audit(tables, audit, gathering, background)
    return Reading(
        tables=[
            placed_table(name, _columns(name, rows), _placed(name, rows), folder)
            for name, rows in tables.rows.items()
        ],
        problems=problems,
        bad_rows=found.bad_rows,
        flow=found.flow,
    )


def _seen(found: Sorted, gathering: Gathering) -> Seen:
    held: dict[str, set[str]] = {name: set() for name in OF_CONTACT}
    if any(bound.field.is_derived for bound in gathering.bound):
        for audit in found.audits:
            for item in gathering.items(audit.response, "contact"):
                for name in held.keys() & item.values.keys():
                    held[name].add(item.values[name])
    return held


def _columns(table: str, rows: list[Row]) -> list[str]:
    held = {name for _, _, values in rows for name in values}
    must = [column.name for column in TABLES[table].columns if column.must_exist]
    known = [name for name in TABLES[table].column_names if name in held or name in must]
    return [*known, *sorted(held - set(known))]


def _placed(table: str, rows: list[Row]) -> list[PlacedRow]:
    columns = _columns(table, rows)
    return [(file, row, [values.get(name) for name in columns]) for file, row, values in rows]


def _add_people(
    tables: _Tables, found: Sorted, gathering: Gathering, background: Background
) -> None:
    everybody = [*found.incomplete, *found.audits]
    for code in dict.fromkeys(audit.participant for audit in everybody):
        last = next(audit for audit in reversed(everybody) if audit.participant == code)
        said = latest_said(everybody, code)
        own = _of_table("participants", said)
        parts = (own.pop(part, "") for part in (FIRST_NAME, LAST_NAME))
        email, name = tidy(last.response.email), tidy(" ".join(parts)) or tidy(last.response.name)
        # What earlier imports hold of a person stays unless the survey says otherwise.
        before = {k: v for k, v in background.participants.get(code, {}).items() if v}
        values = {"email": email, "name": name, **own, "participant_id": code}
        values = before | {k: v for k, v in values.items() if v}
        values.setdefault("cohort", gathering.recipe.cohort)
        tables.add("participants", last.response, values)


def _of_table(table: str, said: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(f"{table}."): answer
        for name, answer in said.items()
        if name.startswith(f"{table}.")
    }


def _add_audit(
    tables: _Tables, audit: Audit, gathering: Gathering, background: Background
) -> list[Problem]:
    whose = {"participant_id": audit.participant, "wave": audit.wave}
    lists = listed(gathering, audit.response, (audit.participant, audit.wave), background)
    done_on = moment(audit.response.completed, gathering.recipe.dates)
    values = {
        "completed_on": done_on.date().isoformat() if done_on else "",
        "contacts_status": "none_to_name" if lists.nobody else "",
        "ties_status": _ties_status(lists, gathering),
        **_of_table("audits", audit.said),
    }
    tables.add("audits", audit.response, {k: v for k, v in values.items() if v} | whose)
    own = _own(tables, audit)
    for item in lists.contacts:
        day = values["completed_on"] or gathering.recipe.year
        tables.add("contacts", item, _compared(item, own, day, tables.seen) | whose)
    for item in lists.ties:
        tables.add("ties", item, item.values | whose)
    _add_reflections(tables, audit, gathering, whose)
    _add_plans(tables, audit, gathering, whose)
    problems = _add_mentoring(tables, audit, gathering, whose)
    return [*problems, *_left_aside(lists, audit)]


def _own(tables: _Tables, audit: Audit) -> dict[str, str]:
    """What is known of the participant; what this very response says goes before."""
    held = (row for _, _, row in tables.rows["participants"])
    before = next((row for row in held if row["participant_id"] == audit.participant), {})
    return before | _of_table("participants", audit.said)


def _compared(item: Item, own: Mapping[str, str], day: str, seen: Seen) -> dict[str, str]:
    if not is_derived(item.values):
        return item.values
    return derived(item.values, own, day, seen)


def _ties_status(lists: Listed, gathering: Gathering) -> str:
    """Blank where the file does not ask for ties, or there is no pair to ask for."""
    if not gathering.asks("ties") or lists.pairs == 0:
        return ""
    if gathering.only_ties:
        return "positive_only_complete"
    return "all_pairs_asked" if len(lists.ties) == lists.pairs else "partial"


def _add_reflections(
    tables: _Tables, audit: Audit, gathering: Gathering, whose: Mapping[str, str]
) -> None:
    for item in gathering.items(audit.response, "reflection"):
        for kind, text in item.values.items():
            values = {"item": kind, "number": str(item.number), "text": text}
            tables.add("reflections", item, values | dict(whose))


def _add_plans(
    tables: _Tables, audit: Audit, gathering: Gathering, whose: Mapping[str, str]
) -> None:
    """Activities and actions; an action is known again at the next wave by its number."""
    for activity, status in _of_table("activities", audit.said).items():
        values = {"activity": activity, "status": status}
        tables.add("activities", audit.response, values | dict(whose))
    for item in gathering.items(audit.response, "action"):
        code = item.values.get("action_id") or f"action-{item.number}"
        if item.values:
            tables.add("actions", item, item.values | dict(whose) | {"action_id": code})


def _add_mentoring(
    tables: _Tables, audit: Audit, gathering: Gathering, whose: Mapping[str, str]
) -> list[Problem]:
    if not gathering.asks("mentoring") and not gathering.asks("mentors"):
        return []
    tables.rows.setdefault("mentoring", [])
    for item in gathering.items(audit.response, "relationship"):
        code = item.values.get("mentoring_id") or f"mentor-{item.number}"
        if item.values:
            tables.add("mentoring", item, item.values | dict(whose) | {"mentoring_id": code})
    for values in relationships(audit.said):
        tables.add("mentoring", audit.response, values | dict(whose))
    if not is_undealt(audit.said):
        return []
    message = "More types of mentoring are named than there are mentors."
    hint = "Which mentor is of which type cannot be told, so their types stay unknown."
    return [_warning(audit.response, audit, message, hint)]


def _left_aside(lists: Listed, audit: Audit) -> list[Problem]:
    found = [
        _warning(item, audit, "This name stands for nobody.", "It is not taken for a contact.",
                 item.values.get("label"))
        for item in lists.placeholders
    ]  # fmt: skip
    found += [
        _warning(item, audit, "This name is listed twice.",
                 "The two are taken for two people; mend it where they are one.",
                 item.values.get("label"))
        for item in lists.repeated
    ]  # fmt: skip
    if lists.lost_ties:
        number = counted(len(lists.lost_ties), "answer")
        message = f"{number} about a pair with somebody who is not listed."
        hint = "Left aside; the numbers of the other contacts stay as they were."
        found.append(_warning(lists.lost_ties[0], audit, message, hint))
    return found


def _warning(
    item: Item | Response, audit: Audit, message: str, hint: str, value: str | None = None
) -> Problem:
    whose = f"{audit.participant}, {audit.wave}"
    return Problem(
        severity="warning",
        file=item.file,
        row=item.row,
        value=value,
        message=message,
        hint=hint,
        whose=whose,
    )
