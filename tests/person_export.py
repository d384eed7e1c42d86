"""The worked person of the measurement specification, P01, in a cohort with others of every kind.

P01's lists are fictional; what is expected of them was computed by hand. Baseline: eight contacts,
five internal, 9 of 28 pairs tied. Midpoint: nine contacts, five kept, four new, three left.
"""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Rows = dict[str, list[dict[str, Any]]]

PROGRAMME = """
[programme]
waves = ["baseline", "midpoint", "endpoint"]

[[cohorts]]
id = "2026"
name = "Cohort of 2026"
"""
COLUMNS = (
    "contact_id",
    "label",
    "affiliation",
    "function",
    "seniority",
    "sector",
    "distance",
    "closeness",
    "years_known",
    "purposes",
)
RATINGS = {"trust": "5", "energy": "5", "invest_influence": "4"}
OFFERS = {"resources": "expertise|advocacy", "activation": "dormant", "knowledge_flow": "both"}
BASELINE = """
c1 Ada same_team clinical more_senior health same_site 4 9 operational
c2 Ben same_team clinical same_level health same_site 4 7 operational|personal
c3 Cleo same_org clinical same_level health same_site 3 6 operational
c4 Dev same_org operations more_senior health same_site 2 4 operational|strategic
c5 Eve same_org operations same_level health same_city_region 2 8 operational
c6 Finn other_org_same_sector clinical more_senior health same_country 3 10 personal|strategic
c7 Gus other_org_other_sector research same_level education same_country 2 0.5 strategic
c8 Hal outside_work not_applicable not_applicable not_applicable same_city_region 4 15 personal
"""
BASELINE_TIES = "c1-c2 c1-c3 c2-c3 c1-c4 c2-c4 c3-c5 c4-c5 c6=c7 c5-c6"
MIDPOINT = """
c1 Ada same_team clinical more_senior health same_site 4 9.5 operational
c4 Dev same_org operations more_senior health same_site 2 4.5 operational|strategic
c6 Finn other_org_same_sector clinical more_senior health same_country 3 10 personal|strategic
c7 Gus other_org_other_sector research same_level education same_country 2 1 strategic
c8 Hal outside_work not_applicable not_applicable not_applicable same_city_region 4 15 personal
d1 Ines same_org operations same_level health same_site 3 0.4 operational
d2 Jon other_org_same_sector clinical same_level health same_country 2 0.4 strategic
d3 Kay other_org_other_sector education same_level education other_country . 0.3 strategic
d4 Lou other_org_other_sector research more_junior media other_country . 0.2 strategic
"""
WEAK = "w1 Mo other_org_other_sector media same_level media other_country 1 0.5 strategic"
SIGNS = {"-": "acquainted", "=": "work_closely"}


def person_export(folder: Path, *, shares: str | None = None, others: int = 0) -> Path:
    """An export of P01, of one participant in each other state, and of `others` who are alike."""
    export = folder / f"export-{shares}-{others}"
    export.mkdir()
    (export / "programme.toml").write_text(PROGRAMME)
    parts = (_worked(shares), _states(), _many(others))
    for name in _worked(shares):
        rows = [row for part in parts for row in part.get(name, [])]
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (export / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return export


def contacts(participant: str, wave: str, text: str, **more: str) -> list[dict[str, Any]]:
    """Contact rows from lines of words in the order of COLUMNS; a dot is a blank."""
    return [
        {
            "participant_id": participant,
            "wave": wave,
            **{name: word for name, word in zip(COLUMNS, line.split(), strict=True) if word != "."},
            **RATINGS,
            **OFFERS,
            **more,
        }
        for line in text.strip().splitlines()
    ]


def ties(participant: str, wave: str, text: str) -> list[dict[str, Any]]:
    """Tie rows from pairs written c1-c2 (acquainted) or c1=c2 (work closely)."""
    return [
        {
            "participant_id": participant,
            "wave": wave,
            "contact_a": pair[:2],
            "contact_b": pair[3:],
            "tie": SIGNS[pair[2]],
        }
        for pair in text.split()
    ]


def _worked(shares: str | None) -> Rows:
    at = {"participant_id": "P01"}
    first, second = {**at, "wave": "baseline"}, {**at, "wave": "midpoint"}
    return {
        "participants": [
            {
                **at,
                "cohort": "2026",
                "name": "Pat Example",
                "organisation": "north_hospital",
                "function": "clinical",
                "sector": "health",
                "level": "manager",
                "scheme_role": "mentee",
                "share_with_coordinator": shares,
            }
        ],
        "audits": [
            {
                **first,
                "completed_on": "2026-01-31",
                "ties_status": "positive_only_complete",
                "self_echo_chamber": "4",
            },
            {**second, "completed_on": "2026-06-30", "ties_status": "partial"},
            {**at, "wave": "endpoint", "contacts_status": "not_done"},
        ],
        "contacts": [
            *contacts("P01", "baseline", BASELINE),
            *contacts("P01", "midpoint", MIDPOINT),
            *contacts("P01", "midpoint", WEAK, list_kind="weak_tie"),
        ],
        "ties": [
            *ties("P01", "baseline", BASELINE_TIES),
            *ties("P01", "midpoint", "c1-c4 c6-c7"),
        ],
        "mentoring": [*_mentoring(first, second)],
        "reflections": [
            {**first, "item": "strength", "number": "1", "text": "SECRET strength"},
            {**first, "item": "weakness", "number": "1", "text": "SECRET weakness"},
            {**first, "item": "question", "number": "2", "text": "SECRET answer"},
        ],
        "activities": [{**first, "activity": "multiple_mentors", "status": "planned"}],
        "actions": [
            {**first, "action_id": "a1", "text": "SECRET step", "first_step": "yes",
             "purpose": "strategic", "due_on": "2026-03-01", "status": "planned"},
            {**second, "action_id": "a2", "text": "SECRET end", "pattern": "echo_chamber",
             "due_on": "2026-05-01", "status": "done", "closed_on": "2026-04-20"},
        ],
    }  # fmt: skip


def _mentoring(first: dict[str, Any], second: dict[str, Any]) -> Iterable[dict[str, Any]]:
    sponsor = {
        "mentoring_id": "m1",
        "my_role": "mentee",
        "type": "sponsorship",
        "formality": "formal",
        "mode": "hybrid",
        "start_date": "2025-03",
        "helps_why": "yes",
        "helps_how": "no",
    }
    yield {**first, **sponsor, "contact_id": "c1"}
    yield {**second, **sponsor, "contact_id": "c1", "end_date": "2026-05"}
    yield {
        **second,
        "mentoring_id": "m2",
        "my_role": "both",
        "type": "reciprocal",
        "formality": "informal",
        "mode": "virtual",
        "start_date": "2026",
        "helps_how": "yes",
    }


def _states() -> Rows:
    """P02 named nobody, P03 did not do the audit, P04 was never due, P05 has one contact."""
    people = [
        {"participant_id": f"P0{number}", "cohort": "2026", "name": f"Person {number}"}
        for number in range(2, 6)
    ]
    audits = [
        {"participant_id": "P02", "wave": "baseline", "contacts_status": "none_to_name"},
        {"participant_id": "P03", "wave": "baseline", "contacts_status": "not_done"},
        {"participant_id": "P05", "wave": "baseline"},
    ]
    return {
        "participants": people,
        "audits": audits,
        "contacts": [{"participant_id": "P05", "wave": "baseline", "contact_id": "c1"}],
    }


def _many(others: int) -> Rows:
    """Further participants, each with three internal contacts at baseline."""
    names = [f"Q{number:02}" for number in range(others)]
    return {
        "participants": [{"participant_id": name, "cohort": "2026"} for name in names],
        "audits": [{"participant_id": name, "wave": "baseline"} for name in names],
        "contacts": [
            {"participant_id": name, "wave": "baseline", "contact_id": f"c{number}",
             "affiliation": "same_org"}
            for name in names
            for number in range(3)
        ],
    }  # fmt: skip
