"""A slow and obvious twin of what the mentoring page says of mentors, networks and waves.

Plain Python over the rows of an export; nothing here is shared with the definitions. Every function
returns what one summary says of a cohort, at a wave or at each two of them.
"""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from tests.oracles_mentoring import (
    OUTSIDE,
    Answer,
    Portfolio,
    answers,
    anyone,
    is_own_find,
    portfolios,
)

Place = tuple[str, str]
Row = dict[str, Any]


class Export:
    """The rows of an export, found by participant and wave."""

    def __init__(self, rows: Rows, programme: Programme) -> None:
        self.rows, self.programme = rows, programme
        self.cohorts = {p["participant_id"]: p["cohort"] for p in rows["participants"]}
        self.portfolios = {(p.participant_id, p.wave): p for p in portfolios(rows, programme)}
        self.audits = {
            place(audit): audit for audit in rows["audits"] if audit["wave"] in programme.waves
        }

    def at(self, table: str, where: Place) -> list[Row]:
        return [row for row in self.rows.get(table, []) if place(row) == where]

    def of(self, cohort: str, wave: str) -> list[Place]:
        return [(who, at) for who, at in self.audits if self.cohorts[who] == cohort and at == wave]

    def completed(self, where: Place) -> bool:
        if where not in self.audits:
            return False
        status = self.audits[where].get("contacts_status")
        return bool(status != "not_done" if status else self.at("contacts", where))

    def core(self, where: Place) -> dict[str, Row]:
        if not self.completed(where):
            return {}
        listed = self.at("contacts", where)
        return {c["contact_id"]: c for c in listed if c.get("list_kind") in (None, "core")}

    def before(self, where: Place) -> Place | None:
        """The participant's nearest earlier completed wave."""
        who, wave = where
        earlier = self.programme.waves[: self.programme.waves.index(wave)]
        done = [at for at in earlier if self.completed((who, at))]
        return (who, done[-1]) if done else None


def place(row: Row) -> Place:
    return row["participant_id"], row["wave"]


def tally(each: Iterable[Answer]) -> tuple[int, int]:
    """How many it holds for, of how many for whom it is known."""
    said = [answer for answer in each if answer is not None]
    return said.count(True), len(said)


# Mentors


def differ(values: list[Any]) -> Answer:
    """Whether not all are the same; a value may be unknown (None)."""
    known = [value for value in values if value is not None]
    if len(set(known)) > 1:
        return True
    return False if len(known) == len(values) else None


def covers_more(mentors: list[Row]) -> Answer:
    """Whether all help with more kinds of knowing than any one; known when every answer is."""
    kinds = ("helps_why", "helps_how", "helps_whom")
    if any(mentor.get(kind) is None for mentor in mentors for kind in kinds):
        return None
    helped = [{kind for kind in kinds if mentor[kind] == "yes"} for mentor in mentors]
    return len(set().union(*helped)) > max(map(len, helped))


def of_mentors(portfolio: Portfolio) -> dict[str, Answer]:
    mentors = portfolio.mentors
    finds = [is_own_find(m) for m in mentors]
    own, arranged = anyone(finds), anyone([None if f is None else not f for f in finds])
    linked = [bool(m.get("contact_id")) for m in mentors]
    said: dict[str, Answer] = {"several": len(mentors) > 1}
    if mentors:
        both = False if own is False or arranged is False else own and arranged
        said |= {"own_find": own, "programme_find": arranged, "both_finds": both}
        said |= {"listed": any(linked), "all_listed": all(linked)}
    if len(mentors) > 1:
        types = [None if m.get("type") == "unknown" else m.get("type") for m in mentors]
        said |= {
            "types_differ": differ(types),
            "systems_differ": differ([m.get("social_system") for m in mentors]),
            "covers_more": covers_more(mentors),
        }
    return said


def counts(export: Export, cohort: str, wave: str) -> dict[str, tuple[int, int]]:
    """As mentoring_counts: k and n by line."""
    known = [export.portfolios[where] for where in export.of(cohort, wave)]
    said = [of_mentors(portfolio) for portfolio in known if portfolio.known]
    lines = {line for one in said for line in one}
    tallied = {line: tally(one.get(line) for one in said) for line in lines}
    return {line: (k, n) for line, (k, n) in tallied.items() if n}


# New contacts

WAYS = ("programme", "introduced", "knows_mentor", "any_way", "is_mentor")


def tied(export: Export, where: Place, a: str, b: str) -> Answer:
    """Whether two contacts know each other."""
    rows = [r for r in export.at("ties", where) if {r["contact_a"], r["contact_b"]} == {a, b}]
    said = [row.get("tie") or "acquainted" for row in rows]
    if not said:
        status = export.audits[where].get("ties_status")
        return False if status == "positive_only_complete" else None
    if any(one in ("acquainted", "work_closely") for one in said):
        return True
    return None if set(said) == {"unknown"} else False


def ways_of(export: Export, where: Place, contact: Row) -> dict[str, Answer]:
    """How one new contact came; a way that cannot be asked of the contact is left out."""
    portfolio, core = export.portfolios[where], export.core(where)
    mentors = {m.get("contact_id") for m in portfolio.mentors} & core.keys()
    came = contact.get("first_known")
    came = None if came == "unknown" else came
    others = mentors - {contact["contact_id"]}
    said: dict[str, Answer] = {
        "programme": None if came is None else came == "this_programme",
        "introduced": None if came is None else came == "introduced",
        "is_mentor": contact["contact_id"] in mentors if portfolio.known else None,
    }
    if others:
        knows = anyone([tied(export, where, contact["contact_id"], one) for one in others])
        said["knows_mentor"] = knows
    came_so = None if came is None else came in ("this_programme", "introduced")
    said["any_way"] = anyone([came_so, said.get("knows_mentor", False)])
    return said


def new_contacts(
    export: Export, cohort: str, wave: str
) -> tuple[tuple[int, int, int], dict[str, tuple[int, int, int, int]]]:
    """As mentoring_new_contacts: compared, with_new, new_contacts; by way k, n and contacts."""
    compared = []
    for where in export.of(cohort, wave):
        before = export.before(where)
        if export.completed(where) and before:
            fresh = export.core(where).keys() - export.core(before).keys()
            told = [ways_of(export, where, export.core(where)[name]) for name in fresh]
            compared.append(told)
    found = {}
    for way in WAYS:
        asked = [[one[way] for one in told if way in one] for told in compared]
        k, n = tally(anyone(each) for each in asked if each)
        contacts, known = tally(answer for each in asked for answer in each)
        found[way] = (k, n, contacts, known)
    sizes = [len(told) for told in compared]
    return (len(sizes), sum(size > 0 for size in sizes), sum(sizes)), found


# With a mentor and without


def contacts_counted(export: Export, where: Place) -> dict[str, int]:
    core = list(export.core(where).values())
    placed = [c for c in core if c.get("affiliation") not in (None, "unknown")]
    purposes = [c["purposes"].split("|") for c in core if c.get("purposes")]
    found = {"contacts": len(core)}
    if placed or not core:
        found["external"] = sum(c["affiliation"] in OUTSIDE for c in placed)
    if purposes or not core:
        found["strategic"] = sum("strategic" in named for named in purposes)
    return found


def beside(
    export: Export, cohort: str, wave: str
) -> dict[tuple[str, bool], tuple[int, float, int]]:
    """As mentoring_beside: participants, mean and with_any by what is counted and has_mentor."""
    numbers: dict[tuple[str, bool], list[int]] = {}
    for where in export.of(cohort, wave):
        portfolio = export.portfolios[where]
        has = answers(portfolio)["any_mentor", None]
        if portfolio.known and export.completed(where) and has is not None:
            for name, number in contacts_counted(export, where).items():
                numbers.setdefault((name, has), []).append(number)
    return {
        key: (len(each), sum(each) / len(each), sum(number > 0 for number in each))
        for key, each in numbers.items()
    }


# The same people at two waves


def pairs(export: Export, cohort: str) -> dict[tuple[str, str, str], tuple[int, ...]]:
    """As mentoring_pairs: answered_both, n, kept, gained, lost, neither by waves and line."""
    found: dict[tuple[str, str, str], list[tuple[Answer, Answer]]] = {}
    people = [who for who, of in export.cohorts.items() if of == cohort]
    for first, last in combinations(export.programme.waves, 2):
        for who in people:
            ends = [export.portfolios.get((who, wave)) for wave in (first, last)]
            known = [answers(one) for one in ends if one is not None and one.known]
            if len(known) == 2:
                for what, category in known[0]:
                    if category is None:
                        now = (known[0][what, None], known[1][what, None])
                        found.setdefault((first, last, what), []).append(now)
    cells = ((True, True), (False, True), (True, False), (False, False))
    return {
        key: (len(each), sum(None not in pair for pair in each), *map(each.count, cells))
        for key, each in found.items()
    }


# People


def people(export: Export, cohort: str, wave: str) -> dict[str, set[str]]:
    """As mentoring_people: who stands on each list."""
    found: dict[str, set[str]] = {
        name: set()
        for name in ("no_mentor", "no_sponsor", "no_outside", "no_external", "not_answered")
    }
    for person in export.rows["participants"]:
        who, where = person["participant_id"], (person["participant_id"], wave)
        portfolio = export.portfolios.get(where)
        known = portfolio is not None and portfolio.known
        left = person.get("status") == "withdrawn"
        if person["cohort"] != cohort or (left and not known and not export.completed(where)):
            continue
        if not known or portfolio is None:
            found["not_answered"].add(who)
        else:
            said = answers(portfolio)
            if not portfolio.mentors:
                found["no_mentor"].add(who)
            for name, line in (("no_sponsor", "sponsor"), ("no_outside", "outside_mentor")):
                if said[line, None] is False:
                    found[name].add(who)
        works = [c.get("affiliation") for c in export.core(where).values()]
        if {"same_team", "same_org"} & {*works} and not {*OUTSIDE} & {*works}:
            found["no_external"].add(who)
    return found
