"""The profiles: their worked examples, and their slow twins on random programmes."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netaudit.definitions import registry
from netaudit.definitions.examples import WAVE, Rows, canonical_rows
from netaudit.programme import Programme
from netaudit.vocabulary import VOCABULARIES
from tests.computed import database, joined, of_participant
from tests.oracles_profiles import developmental_networks, overlaps
from tests.random_mentoring import WAVES, mentoring_programmes

EXAMPLES = [
    pytest.param(profile.id, number, id=f"{profile.id} {example['note']}")
    for profile in registry.profiles().values()
    for number, example in enumerate(profile.examples)
]
TIES_STATUSES = (None, *VOCABULARIES["ties_status"])
TIES = ("acquainted", "do_not_know", "do_not_know", "unknown")

Row = dict[str, Any]
Found = dict[tuple[str, str], Row]


def profile_rows(name: str, rows: Rows, programme: Programme | None = None) -> Found:
    """The rows of a profile, by participant and wave."""
    with database(rows, programme) as con:
        answer = con.execute(
            f"SELECT a.participant_id, a.wave, p.* FROM ({registry.profiles()[name].sql}) AS p"
            " INNER JOIN audit AS a ON p.audit_id = a.audit_id"
        )
        columns = [column[0] for column in answer.description or ()]
        return {(row[0], row[1]): dict(zip(columns, row, strict=True)) for row in answer.fetchall()}


@cache
def worked(name: str) -> Found:
    """The rows of a profile's examples, each a participant of a cohort of their own."""
    examples = enumerate(registry.profiles()[name].examples)
    people = [of_participant(canonical_rows(e), str(number), str(number)) for number, e in examples]
    return profile_rows(name, joined(people))


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_example_gives_what_it_says(name: str, number: int) -> None:
    example = registry.profiles()[name].examples[number]
    row = worked(name).get((str(number), WAVE), {})
    assert {column: row.get(column) for column in example["gives"]} == example["gives"]
    assert bool(row) == bool(example["gives"])


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=mentoring_programmes())
def test_relationships_at_one_time_agree_with_counting_day_by_day(
    drawn: tuple[Rows, Programme],
) -> None:
    rows, programme = drawn
    found = profile_rows("mentoring_overlap", rows, programme)
    expected = overlaps(rows, programme)
    assert found.keys() == expected.keys()
    for place, twin in expected.items():
        assert {column: found[place][column] for column in twin} == twin


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seeds=st.lists(st.integers(0, 2**32), min_size=1, max_size=60, unique=True))
def test_developmental_network_is_told_where_every_answer_not_given_would_tell_the_same(
    seeds: list[int],
) -> None:
    rows = joined([mentored(Random(seed), f"P{seed}") for seed in seeds])
    programme = Programme(waves=WAVES)
    found = profile_rows("developmental_network", rows, programme)
    expected = developmental_networks(rows, programme)
    assert {place: (row["state"], row["type"]) for place, row in found.items()} == expected


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(seeds=st.lists(st.integers(0, 2**32), min_size=60, max_size=60, unique=True))
def test_developmental_network_turns_at_the_distance_it_tells(seeds: list[int]) -> None:
    """One developer's closeness moved by the gap turns closeness, and by less it does not."""
    rows = joined([mentored(Random(seed), f"P{seed}") for seed in seeds])
    programme = Programme(waves=WAVES)
    before = profile_rows("developmental_network", rows, programme)
    for short in (0, 1):
        moved = {**rows, "mentoring": _moved(rows["mentoring"], before, short)}
        after = profile_rows("developmental_network", moved, programme)
        for place, row in before.items():
            if row["closeness_gap"] is not None and _fits(rows["mentoring"], place, row):
                assert (after[place]["is_close"] != row["is_close"]) == (short == 0)


def _moved(mentoring: list[Row], before: Found, short: int) -> list[Row]:
    moved, done = [], set()
    for relationship in mentoring:
        place = (relationship["participant_id"], relationship["wave"])
        row = before[place]
        if row["closeness_gap"] is not None and place not in done and _counts(relationship):
            step = row["closeness_gap"] - short
            sign = -1 if row["is_close"] else 1
            closeness = int(relationship["closeness"]) + sign * step
            relationship = {**relationship, "closeness": str(closeness)}
            done.add(place)
        moved.append(relationship)
    return moved


def _fits(mentoring: list[Row], place: tuple[str, str], row: Row) -> bool:
    """Whether everybody is somebody else, so that one relationship is one developer's closeness."""
    here = [r for r in mentoring if (r["participant_id"], r["wave"]) == place and _counts(r)]
    return len(here) == row["developers"]


def _counts(relationship: Row) -> bool:
    return relationship["my_role"] in ("mentee", "both") and relationship["closeness"] is not None


def mentored(random: Random, participant_id: str) -> Rows:
    """Somebody with up to five contacts and three relationships, with few or many gaps."""
    place = {"participant_id": participant_id, "wave": "baseline"}
    gaps = random.choice((0, 0, 0.2))
    names = [f"c{number}" for number in range(random.randint(0, 5))]
    drawn: Callable[[Any], Any] = lambda codes: (  # noqa: E731
        None if random.random() < gaps else random.choice(codes)
    )
    pairs = [(a, b) for a in names for b in names if a < b]
    kinds = {name: random.choice(("core", "core", "core", "weak_tie")) for name in names}
    return {
        "participants": [{"participant_id": participant_id, "cohort": "2026"}],
        "audits": [
            {
                **place,
                "contacts_status": "complete" if names else "none_to_name",
                "ties_status": random.choice(TIES_STATUSES),
            }
        ],
        "contacts": [{**place, "contact_id": n, "list_kind": kinds[n]} for n in names],
        "ties": [
            {**place, "contact_a": a, "contact_b": b, "tie": random.choice(TIES)}
            for a, b in random.sample(pairs, random.randint(0, len(pairs)))
        ],
        "mentoring": [
            {
                **place,
                "mentoring_id": f"m{number}",
                "my_role": drawn(("mentee", "mentee", "both", "mentor")),
                "contact_id": random.choice((None, *names, *names)),
                "social_system": drawn(("current_org", "education", "other_org")),
                "closeness": drawn(("1", "2", "3", "4", "4")),
            }
            for number in range(random.randint(1, 3))
        ],
    }
