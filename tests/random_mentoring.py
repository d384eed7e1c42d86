"""Random programmes that report mentoring: several cohorts, waves left out, blanks everywhere."""

from itertools import combinations
from random import Random
from typing import Any

from hypothesis import strategies as st

from netaudit.definitions.examples import Rows
from netaudit.programme import Cohort, Programme
from netaudit.vocabulary import VOCABULARIES

WAVES = ("baseline", "midpoint", "endpoint")
COHORTS = ("2025", "2026", "2027")
STATUSES = (None, "complete", "partial", "none_to_name", "not_done")
DAYS = (None, "2026-02-28", "2026-06-30", "2026-12-31")
PARTIAL_DATES = (
    *(None, "2025", "2026", "2027", "2026-02", "2026-06", "2026-07", "2024-02"),
    *("2026-02-27", "2026-02-28", "2026-03-01", "2026-06-30", "2026-12-31"),
)
CODES = {
    **{column: VOCABULARIES[column] for column in ("formality", "mode", "scope", "approach")},
    **{column: ("yes", "no") for column in ("helps_why", "helps_how", "helps_whom")},
    **{column: ("yes", "no") for column in ("via_programme", "exploratory_first")},
    "my_role": VOCABULARIES["mentoring_role"],
    "type": VOCABULARIES["mentoring_type"],
    "source": VOCABULARIES["mentor_source"],
    "social_system": VOCABULARIES["social_system"],
}
CONTACT_CODES = {
    "list_kind": (None, "core", "core", "core", "weak_tie"),
    "affiliation": (None, *VOCABULARIES["affiliation"]),
    "first_known": (None, "this_programme", "introduced", "current_role", "unknown"),
    "purposes": (None, "none", "strategic", "operational", "operational|strategic"),
}
TIES_STATUSES = (None, *VOCABULARIES["ties_status"])
TIES = (None, *VOCABULARIES["tie"])


@st.composite
def mentoring_programmes(draw: st.DrawFn) -> tuple[Rows, Programme]:
    """Rows and settings; at some waves nobody of a cohort reports a relationship."""
    random = Random(draw(st.integers(0, 2**32)))
    size = draw(st.integers(1, 40))
    gaps = draw(st.sampled_from((0, 0.1, 0.5, 1)))
    tables = ("participants", "audits", "contacts", "ties", "mentoring")
    rows: Rows = {table: [] for table in tables}
    silent = {(c, w) for c in COHORTS for w in WAVES if random.random() < 0.3}
    for number in range(size):
        person = {"participant_id": f"P{number}", "cohort": random.choice(COHORTS)}
        rows["participants"].append(person)
        for wave in random.sample(WAVES, random.randint(0, 3)):
            reports = (person["cohort"], wave) not in silent
            _add_audit(rows, random, {"participant_id": f"P{number}", "wave": wave}, reports, gaps)
    enrolled = draw(st.sampled_from((None, 0, 3, 60)))
    cohorts = (Cohort(id="2026", enrolled=enrolled), Cohort(id="2027"))
    return rows, Programme(waves=WAVES, cohorts=cohorts)


def _add_audit(
    rows: Rows, random: Random, place: dict[str, Any], reports: bool, gaps: float
) -> None:
    status, day = random.choice(STATUSES), random.choice(DAYS)
    asked = random.choice(TIES_STATUSES)
    audit = {**place, "contacts_status": status, "completed_on": day, "ties_status": asked}
    rows["audits"].append(audit)
    listed = _add_network(rows, random, place) if status in (None, "complete", "partial") else []
    for number in range(random.choice((0, 0, 1, 2, 4)) if reports else 0):
        dates = {name: random.choice(PARTIAL_DATES) for name in ("start_date", "end_date")}
        dates = dates if random.random() < 0.5 else {}
        told = {
            column: None if random.random() < gaps else random.choice(list(codes))
            for column, codes in CODES.items()
        }
        linked = {"contact_id": random.choice([None, *listed])}
        rows["mentoring"].append({**place, "mentoring_id": f"m{number}", **dates, **told, **linked})


def _add_network(rows: Rows, random: Random, place: dict[str, Any]) -> list[str]:
    """Adds contacts and ties between some of them; returns the contacts' codes."""
    names = random.sample(("c1", "c2", "c3", "c4", "c5"), random.randint(0, 5))
    for name in names:
        told = {column: random.choice(codes) for column, codes in CONTACT_CODES.items()}
        rows["contacts"].append({**place, "contact_id": name, **told})
    for a, b in combinations(names, 2):
        if random.random() < 0.6:
            ends = {"contact_a": a, "contact_b": b}
            rows["ties"].append({**place, **ends, "tie": random.choice(TIES)})
    return names
