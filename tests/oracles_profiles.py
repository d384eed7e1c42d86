"""A slow and obvious twin of the profiles, in plain Python.

Relationships at one time are counted day by day and month by month; the kind of a developmental
network is sought in every way in which the answers not given could have been given.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.vocabulary import VOCABULARIES
from tests.ego_network import EgoNetwork, ego_networks
from tests.oracles_mentoring import Portfolio, Relationship, is_open, portfolios, possible_days

ORACLES: dict[str, Any] = {}
"""Profiles are tables and no measures; their comparison is tests/definitions/test_profiles.py."""

ONE_DAY = timedelta(days=1)
Place = tuple[str, str]


def day_of(audit: dict[str, Any]) -> date | None:
    return date.fromisoformat(audit["completed_on"]) if audit.get("completed_on") else None


# Relationships at one time


@dataclass(frozen=True, kw_only=True)
class Run:
    """From when until when a relationship ran, the end left out; None while it runs."""

    first: date
    end: date | None


def overlaps(rows: Rows, programme: Programme) -> dict[Place, dict[str, Any]]:
    """The profile mentoring_overlap of every audit that answers on mentoring."""
    return {
        (p.participant_id, p.wave): _overlap(p, rows, programme)
        for p in portfolios(rows, programme)
        if p.known
    }


def _overlap(portfolio: Portfolio, rows: Rows, programme: Programme) -> dict[str, Any]:
    number = programme.waves.index(portfolio.wave)
    waves = programme.waves[: number + 1]
    days = {
        a["wave"]: day_of(a)
        for a in rows["audits"]
        if a["participant_id"] == portfolio.participant_id and a["wave"] in waves
    }
    now = days[portfolio.wave]
    told: dict[str, list[Relationship]] = {}
    for wave in waves:
        for row in rows["mentoring"]:
            if (row["participant_id"], row["wave"]) == (portfolio.participant_id, wave):
                told.setdefault(row["mentoring_id"], []).append(row)
    runs = [_run(records, days, portfolio.wave) for records in told.values()]
    return _counted([run for run in runs if run], now) if now else {"most_at_once": None}


def _run(records: list[Relationship], days: dict[str, date | None], wave: str) -> Run | None:
    last, now = records[-1], days[wave]
    open_on = [days[r["wave"]] for r in records if is_open(r, days[r["wave"]])]
    seen = min((day for day in open_on if day), default=None)
    first = possible_days(last["start_date"])[0] if last.get("start_date") else seen
    if first is None or now is None or first > now:
        return None
    end = possible_days(last["end_date"])[1] if last.get("end_date") else None
    if end is None or end > now:
        end = None if last["wave"] == wave else min(days[last["wave"]] or first, now)
    return Run(first=first, end=end) if end is None or end > first else None


def _counted(runs: list[Run], now: date) -> dict[str, Any]:
    if not runs:
        nothing = ("days", "days_with_several", "months", "months_with_several")
        return {"most_at_once": 0, **dict.fromkeys(nothing)}
    day, at_once = min(run.first for run in runs), {}
    while day <= now:
        at_once[day] = sum(r.first <= day and (r.end is None or day < r.end) for r in runs)
        day += ONE_DAY
    most = max(at_once.values())
    del at_once[now]
    several = [day for day, number in at_once.items() if number >= 2]
    return {
        "most_at_once": most,
        "days": len(at_once),
        "days_with_several": len(several),
        "months": len(months_of(at_once)) or None,
        "months_with_several": len(months_of(several)) if at_once else None,
    }


def months_of(days: Iterable[date]) -> set[tuple[int, int]]:
    return {(day.year, day.month) for day in days}


# The developmental network


def developmental_networks(rows: Rows, programme: Programme) -> dict[Place, tuple[str, str | None]]:
    """State and type of every audit that answers on mentoring."""
    networks = {(n.participant["participant_id"], n.wave): n for n in ego_networks(rows, programme)}
    return {
        (p.participant_id, p.wave): _kind(p, networks[p.participant_id, p.wave])
        for p in portfolios(rows, programme)
        if p.known
    }


def _kind(portfolio: Portfolio, network: EgoNetwork) -> tuple[str, str | None]:
    people: dict[str, list[Relationship]] = {}
    for mentor in portfolio.mentors:
        people.setdefault(mentor.get("contact_id") or mentor["mentoring_id"], []).append(mentor)
    unsure = [r for r in portfolio.open if r.get("my_role") is None]
    if len(people) + len(unsure) < 2:
        return "too_few", None
    if unsure:
        return "not_enough_information", None
    kinds = set(product(_ranges(people, network), _strengths(people)))
    if len(kinds) > 1:
        return "not_enough_information", None
    names = {
        (True, True): "entrepreneurial",
        (True, False): "opportunistic",
        (False, True): "traditional",
        (False, False): "receptive",
    }
    return "told", names[kinds.pop()]


def _ranges(people: dict[str, list[Relationship]], network: EgoNetwork) -> set[bool]:
    """Whether the range is high, in every way in which it could be answered."""
    said = [network_answer(network, pair) for pair in combinations(people, 2)]
    densities = {
        sum(answers) / len(said) for answers in product(*(_ways(s, (True, False)) for s in said))
    }
    systems = [r.get("social_system") for those in people.values() for r in those]
    every = VOCABULARIES["social_system"]
    numbers = {len(set(answers)) for answers in product(*(_ways(s, every) for s in systems))}
    return {number >= 2 and density < 0.5 for number, density in product(numbers, densities)}


def network_answer(network: EgoNetwork, pair: tuple[str, str]) -> bool | None:
    """Whether the two know each other; None also where one of them is not on the list."""
    listed = all(name in network.names for name in pair)
    return network.answer(frozenset(pair)) if listed else None


def _strengths(people: dict[str, list[Relationship]]) -> set[bool]:
    """Whether closeness is high, in every way in which it could be answered."""
    answers = [
        {max(way) for way in product(*(_ways(_number(r), (1, 2, 3, 4)) for r in those))}
        for those in people.values()
    ]
    return {sum(way) / len(way) >= 3 for way in product(*answers)}


def _number(relationship: Relationship) -> int | None:
    return int(relationship["closeness"]) if relationship.get("closeness") else None


def _ways(answer: Any, every: Any) -> tuple[Any, ...]:
    return tuple(every) if answer is None else (answer,)
