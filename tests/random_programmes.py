"""Random programmes: whatever a canonical export may hold, and some of what it should not."""

from random import Random
from typing import Any

from hypothesis import strategies as st

from netaudit.definitions.examples import Rows
from netaudit.programme import BOUNDARIES, Programme
from netaudit.vocabulary import VOCABULARIES
from tests.computed import joined

WAVES = ("baseline", "midpoint", "endpoint")
FREE = (None, "unknown", "not_applicable", "clinical", "finance", "research")
CODES: dict[str, tuple[str | None, ...]] = {
    **{
        column: (None, *VOCABULARIES[column])
        for column in ("affiliation", "seniority", "distance", "gender_rel", "ethnicity_rel")
    },
    **{column: (None, *VOCABULARIES[column]) for column in ("age_rel", "first_known")},
    "support_direction": (None, *VOCABULARIES["support_direction"]),
    "function": FREE,
    "sector": FREE,
    "x_field": FREE,
    "x_language": (None, "unknown", "en"),
    "closeness": (None, "1", "2", "3", "4"),
    "years_known": (None, "0", "0.5", "1", "4.9", "5", "20"),
    "last_contact_days": (None, "0", "30", "31", "400"),
    "purposes": (None, "none", "operational", "operational|personal", "personal|strategic"),
}
CONTACTS_STATUSES = (None, None, None, "complete", "partial", "none_to_name", "not_done")
TIES_STATUSES = (None, *VOCABULARIES["ties_status"])
TIES = (None, *VOCABULARIES["tie"])


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Rows, Programme]:
    """Rows and settings of some participants; a failing one is found alone by shrinking."""
    seeds = draw(st.lists(st.integers(0, 2**32), min_size=1, max_size=25, unique=True))
    boundary = draw(st.sampled_from(BOUNDARIES))
    not_asked = draw(st.sets(st.sampled_from(sorted(CODES)), max_size=3))
    people = [person(Random(seed), f"P{seed}", not_asked) for seed in seeds]
    return joined(people), Programme(internal_boundary=boundary, waves=WAVES)


def person(random: Random, participant_id: str, not_asked: set[str]) -> Rows:
    participant = {
        "participant_id": participant_id,
        "cohort": "2026",
        "function": random.choice(FREE),
        "sector": random.choice(FREE),
    }
    rows: Rows = {"participants": [participant], "audits": [], "contacts": [], "ties": []}
    circle = [f"c{number}" for number in range(random.choice((3, 8, 16)))]
    for wave in random.sample(WAVES, random.randint(1, 3)):
        _add_audit(
            rows, random, {"participant_id": participant_id, "wave": wave}, circle, not_asked
        )
    return rows


def _add_audit(
    rows: Rows, random: Random, place: dict[str, Any], circle: list[str], not_asked: set[str]
) -> None:
    audit = {
        **place,
        "contacts_status": random.choice(CONTACTS_STATUSES),
        "ties_status": random.choice(TIES_STATUSES),
    }
    listed = random.sample(circle, random.randint(0, min(12, len(circle))))
    rows["audits"].append(audit)
    rows["contacts"] += [_contact(random, {**place, "contact_id": c}, not_asked) for c in listed]
    rows["ties"] += [{**place, **tie} for tie in _ties(random, listed)]


def _contact(random: Random, contact: dict[str, Any], not_asked: set[str]) -> dict[str, Any]:
    gaps = random.choice((0, 0, 0.2, 1))
    answers = {
        column: None if random.random() < gaps else random.choice(codes)
        for column, codes in CODES.items()
        if column not in not_asked
    }
    kind = random.choice((None, None, "core", "core", "weak_tie"))
    return {**contact, "list_kind": kind, **answers}


def _ties(random: Random, listed: list[str]) -> list[dict[str, Any]]:
    """Ties in either order, each pair at most thrice, self ties among them, density at will."""
    density = random.choice((0, 0.2, 0.5, 1))
    usual = random.choice((TIES, ("acquainted",), ("acquainted", "do_not_know")))
    every = random.random() < 0.5
    rows = []
    for a in listed:
        for b in listed:
            if (a < b and every) or random.random() < density / 2:
                tie = random.choice(usual) if random.random() < density else usual[-1]
                rows.append({"contact_a": a, "contact_b": b, "tie": tie})
    return rows
