"""A slow and obvious twin of the mentoring measures and of uptake, in plain Python.

An oracle takes a Portfolio and returns the measure's value, None where it is undefined. Nothing
here is shared with the definitions.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.vocabulary import VOCABULARIES

Relationship = dict[str, Any]
Answer = bool | None


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """The open relationships of one audit; `known` is false where nothing can be said of them."""

    participant_id: str
    cohort: str
    wave: str
    known: bool
    open: list[Relationship]

    @property
    def mentors(self) -> list[Relationship]:
        return [r for r in self.open if r.get("my_role") in ("mentee", "both")]

    @property
    def mentees(self) -> list[Relationship]:
        return [r for r in self.open if r.get("my_role") in ("mentor", "both")]


def portfolios(rows: Rows, programme: Programme) -> list[Portfolio]:
    """One for each audit of an export."""
    cohorts = {p["participant_id"]: p["cohort"] for p in rows["participants"]}
    asked = {(cohorts[m["participant_id"]], m["wave"]) for m in rows.get("mentoring", [])}
    return [
        _portfolio(audit, rows, cohorts[audit["participant_id"]], asked)
        for audit in rows["audits"]
        if audit["wave"] in programme.waves
    ]


def _portfolio(
    audit: dict[str, Any], rows: Rows, cohort: str, asked: set[tuple[str, str]]
) -> Portfolio:
    def here(table: str) -> list[dict[str, Any]]:
        place = ("participant_id", "wave")
        return [row for row in rows.get(table, []) if all(row[k] == audit[k] for k in place)]

    listed, reported = here("contacts"), here("mentoring")
    status = audit.get("contacts_status") or ("complete" if listed else "not_done")
    on_day = date.fromisoformat(audit["completed_on"]) if audit.get("completed_on") else None
    return Portfolio(
        participant_id=audit["participant_id"],
        cohort=cohort,
        wave=audit["wave"],
        known=(cohort, audit["wave"]) in asked and (status != "not_done" or bool(reported)),
        open=[{**r, "affiliation": affiliation(r, listed)} for r in reported if is_open(r, on_day)],
    )


def affiliation(relationship: Relationship, listed: list[dict[str, Any]]) -> str | None:
    """Where the contact works to whom a relationship is linked, if it is linked to one."""
    linked = [c for c in listed if c["contact_id"] == relationship.get("contact_id")]
    return linked[0].get("affiliation") if linked else None


def is_open(relationship: Relationship, on_day: date | None) -> bool:
    start, end = relationship.get("start_date"), relationship.get("end_date")
    if on_day is None:
        return end is None
    begun = start is None or possible_days(start)[0] <= on_day
    return begun and (end is None or possible_days(end)[1] > on_day)


def possible_days(partial_date: str) -> tuple[date, date]:
    """The first and the last day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    year, *rest = (int(part) for part in partial_date.split("-"))
    month_from, month_to = (rest[0], rest[0]) if rest else (1, 12)
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    return date(year, month_from, 1), date(year, month_to, monthrange(year, month_to)[1])


# The measures


def mentors_active(portfolio: Portfolio) -> int | None:
    return len(portfolio.mentors) if portfolio.known else None


def mentees_active(portfolio: Portfolio) -> int | None:
    return len(portfolio.mentees) if portfolio.known else None


def mentoring_types(portfolio: Portfolio) -> int | None:
    types = {r.get("type") for r in portfolio.open} - {None, "unknown"}
    return len(types) if portfolio.known else None


def knowing_covered(portfolio: Portfolio) -> int | None:
    kinds = ("helps_why", "helps_how", "helps_whom")
    said = [[mentor.get(kind) for kind in kinds] for mentor in portfolio.mentors]
    silent = bool(said) and all(answer is None for answers in said for answer in answers)
    if not portfolio.known or silent:
        return None
    return sum("yes" in answers for answers in zip(*said, strict=True))


ORACLES: dict[str, Callable[[Portfolio], int | None]] = {
    "mentors_active": mentors_active,
    "mentees_active": mentees_active,
    "mentoring_types": mentoring_types,
    "knowing_covered": knowing_covered,
}


# Uptake


def anyone(answers: list[Answer]) -> Answer:
    """Whether one of them holds: unknown as long as one may and none surely does."""
    if True in answers:
        return True
    return None if None in answers else False


def both(first: Answer, second: Answer) -> Answer:
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def has_role(relationship: Relationship, role: str) -> Answer:
    mine = relationship.get("my_role")
    return None if mine is None else mine in (role, "both")


def says(relationship: Relationship, column: str, code: str) -> Answer:
    value = relationship.get(column)
    return None if value in (None, "unknown") else value == code


def of_mentor(relationship: Relationship, column: str, code: str) -> Answer:
    return both(has_role(relationship, "mentee"), says(relationship, column, code))


INSIDE = ("same_team", "same_org")
OUTSIDE = ("other_org_same_sector", "other_org_other_sector", "outside_work")


def is_outside(relationship: Relationship) -> Answer:
    system, works = relationship.get("social_system"), relationship.get("affiliation")
    if (system and system != "current_org") or works in OUTSIDE:
        return True
    return False if system == "current_org" or works in INSIDE else None


def is_own_find(relationship: Relationship) -> Answer:
    arranged, source = relationship.get("via_programme"), relationship.get("source")
    if arranged:
        return bool(arranged == "no")
    return None if source is None else source != "programme_matched"


def how_found(relationship: Relationship, column: str, code: str) -> Answer:
    """As of_mentor, and not known at all of somebody who may not be a mentor."""
    role = has_role(relationship, "mentee")
    return None if role is None else of_mentor(relationship, column, code)


Line = tuple[str, str | None]
OF_ANYONE = {
    "type": "mentoring_type",
    "formality": "formality",
    "mode": "mode",
    "role": "mentoring_role",
    "scope": "scope",
}
COLUMN = {"role": "my_role"}
"""The column of an item, where it has another name."""

OF_MENTORS = {"source": "mentor_source", "approach": "approach"}


def answers(portfolio: Portfolio) -> dict[Line, Answer]:
    """What one participant's relationships say on each line of uptake."""
    found: dict[Line, list[Answer]] = {
        ("any_mentor", None): [has_role(r, "mentee") for r in portfolio.open],
        ("any_mentee", None): [has_role(r, "mentor") for r in portfolio.open],
        ("sponsor", None): [of_mentor(r, "type", "sponsorship") for r in portfolio.open],
        ("outside_mentor", None): [
            both(has_role(r, "mentee"), is_outside(r)) for r in portfolio.open
        ],
        ("own_mentor", None): [both(has_role(r, "mentee"), is_own_find(r)) for r in portfolio.open],
        ("via_programme", None): [says(r, "via_programme", "yes") for r in portfolio.open],
        ("exploratory_first", None): [
            of_mentor(r, "exploratory_first", "yes") for r in portfolio.open
        ],
    }
    for kind in ("why", "how", "whom"):
        found["knowing", kind] = [of_mentor(r, f"helps_{kind}", "yes") for r in portfolio.open]
    for columns, test in ((OF_ANYONE, says), (OF_MENTORS, how_found)):
        for column, vocabulary in columns.items():
            for code in VOCABULARIES[vocabulary].keys() - {"unknown"}:
                found[column, code] = [
                    test(r, COLUMN.get(column, column), code) for r in portfolio.open
                ]
    said = {line: anyone(each) for line, each in found.items()}
    mutual = both(said["any_mentor", None], said["any_mentee", None])
    why, how, whom = (said["knowing", kind] for kind in ("why", "how", "whom"))
    whole = both(why, both(how, whom))
    return {**said, ("giving_and_receiving", None): mutual, ("knowing_all", None): whole}


def uptake(
    rows: Rows, programme: Programme
) -> Iterator[tuple[tuple[str, str, str, str | None], tuple[int, int, int]]]:
    """Of each (cohort, wave, what, category) at which it was asked: k, n_enrolled, n_answered."""
    known = [portfolio for portfolio in portfolios(rows, programme) if portfolio.known]
    for cohort, wave in {(portfolio.cohort, portfolio.wave) for portfolio in known}:
        said = [answers(p) for p in known if (p.cohort, p.wave) == (cohort, wave)]
        for line in said[0]:
            of_line = [each[line] for each in said]
            k, unknown = of_line.count(True), of_line.count(None)
            yield (cohort, wave, *line), (k, enrolled(rows, programme, cohort), len(said) - unknown)


def enrolled(rows: Rows, programme: Programme, cohort: str) -> int:
    participants = sum(p["cohort"] == cohort for p in rows["participants"])
    declared = [c.enrolled or 0 for c in programme.cohorts if c.id == cohort]
    return max(participants, *declared) if declared else participants
