"""The whole sample programme: every table of the canonical export, row by row."""

from collections.abc import Sequence

from netaudit.sample import audits, reflections
from netaudit.sample.cohort_ties import Roster
from netaudit.sample.dice import Dice
from netaudit.sample.mentoring import Portfolio
from netaudit.sample.networks import listings
from netaudit.sample.organisations import KnownPerson, known_people
from netaudit.sample.people import COHORTS, WAVES, CohortPlan, Person, Row, people
from netaudit.sample.plan import Plan
from netaudit.sample.ties import Acquaintance
from netaudit.schema import TABLES

Tables = dict[str, list[Row]]

# Somebody who opens the audit without doing it may still fill in the page on mentoring.
MENTORING_WITHOUT_LIST = 0.5
REFLECTS = 0.86
PLANS = 0.90


def sample_tables(seed: int, plans: Sequence[CohortPlan] = COHORTS) -> Tables:
    """Rows of each canonical table by its name, in the order of participants and waves."""
    tables: Tables = {name: [] for name in TABLES}
    known = known_people(seed)
    everybody = people(seed, plans)
    for plan in plans:
        cohort = [person for person in everybody if person.plan is plan]
        roster = Roster(seed, plan.id, cohort)
        tables["cohort_ties"] += [row for wave in WAVES for row in roster.at(wave)]
        for person in cohort:
            peers = [other for other in cohort if other is not person and other.attendance]
            for name, rows in _person_tables(seed, person, known, peers).items():
                tables[name] += rows
    return tables


def _person_tables(
    seed: int, person: Person, known: dict[str, list[KnownPerson]], peers: list[Person]
) -> Tables:
    tables: Tables = {name: [] for name in TABLES}
    tables["participants"].append(person.row)
    lists = listings(seed, person, known, peers)
    acquaintance = Acquaintance(seed, person)
    portfolio = Portfolio(seed, person)
    plan = Plan(seed, person)
    dice = Dice(seed, person.id, "audits")
    for wave in WAVES:
        listing = lists.get(wave)
        mentoring = portfolio.at(wave, listing)
        if listing is None:
            if wave in person.attendance:
                tables["audits"].append(audits.opened(dice, person, wave))
                if dice.chance(MENTORING_WITHOUT_LIST):
                    tables["mentoring"] += mentoring
            continue
        ties_status, ties = acquaintance.at(listing)
        tables["audits"].append(audits.audit(dice, person, listing, ties_status))
        tables["contacts"] += listing.rows
        tables["ties"] += ties
        tables["mentoring"] += mentoring
        tables["activities"] += plan.activities(wave)
        tables["exchange"] += plan.exchange(wave)
        if dice.chance(REFLECTS):
            tables["reflections"] += reflections.reflections(dice, person, listing)
        if dice.chance(PLANS):
            tables["actions"] += plan.actions(wave)
    return tables
