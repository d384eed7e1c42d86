"""Worked examples of a definition, turned into the canonical rows they stand for.

An example is written as a person would jot it down:

    contacts = "A B C"                 one name each, or a small table with a header line
    ties = "A-B B-C"                   pairs that know each other; `A/B` do not, `A?B` unknown
    audit = { ties_status = "partial" }
    participant = { function = "clinical" }
    mentoring = '''mentoring_id my_role
    m1 mentee'''
    previous = "A B"                   the list at the wave before
    programme = { internal_boundary = "team" }

A `.` is a blank. Ties default to `positive_only_complete`: pairs not written do not know each
other.
"""

import re
from typing import Any

Rows = dict[str, list[dict[str, Any]]]

PARTICIPANT = "P01"
WAVE = "midpoint"
PREVIOUS_WAVE = "baseline"
COMPLETED_ON = "2026-06-30"

TIE_SIGNS = {"-": "acquainted", "/": "do_not_know", "?": "unknown", "=": "work_closely"}
PAIR = re.compile(r"(?P<a>\w+)(?P<sign>[-/?=])(?P<b>\w+)")


def canonical_rows(example: dict[str, Any]) -> Rows:
    """The rows of each canonical table that an example describes; values are texts or None."""
    participant = {
        "participant_id": PARTICIPANT,
        "cohort": "2026",
        **example.get("participant", {}),
    }
    contacts = small_table(example.get("contacts", ""), "contact_id")
    audit = {
        "contacts_status": "complete" if contacts else "none_to_name",
        "ties_status": "positive_only_complete",
        "completed_on": COMPLETED_ON,
        **example.get("audit", {}),
    }
    rows: Rows = {
        "participants": [participant],
        "audits": [_at(WAVE, audit)],
        "contacts": [_at(WAVE, row) for row in contacts],
        "ties": [_at(WAVE, row) for row in _ties(example.get("ties", ""))],
        "mentoring": [
            _at(WAVE, row) for row in small_table(example.get("mentoring", ""), "mentoring_id")
        ],
    }
    if "previous" in example:
        before = small_table(example["previous"], "contact_id")
        status = "complete" if before else "none_to_name"
        rows["audits"].insert(0, _at(PREVIOUS_WAVE, {"contacts_status": status}))
        rows["contacts"] += [_at(PREVIOUS_WAVE, row) for row in before]
    return rows


def _at(wave: str, row: dict[str, Any]) -> dict[str, Any]:
    cells = {name: None if cell == "." else cell for name, cell in row.items()}
    return {"participant_id": PARTICIPANT, "wave": wave, **cells}


def _ties(text: str) -> list[dict[str, Any]]:
    return [
        {"contact_a": m["a"], "contact_b": m["b"], "tie": TIE_SIGNS[m["sign"]]}
        for m in PAIR.finditer(text)
    ]


def small_table(text: str, only_column: str) -> list[dict[str, Any]]:
    """Rows of a table written with blanks between its cells; one line alone lists `only_column`."""
    lines = [line.split() for line in text.strip().splitlines()]
    if len(lines) <= 1:
        return [{only_column: name} for line in lines for name in line]
    header, *body = lines
    return [dict(zip(header, line, strict=True)) for line in body]
