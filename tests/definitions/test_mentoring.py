"""The mentoring measures: what is open on a day, what is undefined, and the oracles."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from netaudit.definitions.examples import WAVE, Rows, canonical_rows
from netaudit.programme import Programme
from tests.computed import Key, Values, joined, of_participant, values
from tests.oracles_mentoring import ORACLES, portfolios
from tests.random_mentoring import mentoring_programmes

MENTOR = "mentoring_id my_role\nm1 mentee"


def mentors(people: dict[str, Rows]) -> dict[str, float | None]:
    """mentors_active of each person, all in one database; cohorts as the rows have them."""
    computed = values(joined(list(people.values())))
    return {name: computed[Key("mentors_active", name, WAVE)] for name in people}


OPEN = {
    # (start, end, completed on): open; by hand from the contract's wording
    (".", ".", "2026-06-30"): True,
    ("2026-06-30", ".", "2026-06-30"): True,
    ("2026-07-01", ".", "2026-06-30"): False,
    ("2026", ".", "2026-01-01"): True,
    ("2027", ".", "2026-12-31"): False,
    ("2026-06", ".", "2026-06-01"): True,
    ("2026-06", ".", "2026-05-31"): False,
    (".", "2026-06-30", "2026-06-30"): False,
    (".", "2026-07-01", "2026-06-30"): True,
    (".", "2026-06", "2026-06-29"): True,
    (".", "2026-06", "2026-06-30"): False,
    (".", "2024-02", "2024-02-28"): True,
    (".", "2024-02", "2024-02-29"): False,
    (".", "2026", "2026-12-30"): True,
    (".", "2026", "2026-12-31"): False,
    ("2027", ".", "."): True,
    ("2020", "2030", "."): False,
}


def test_relationship_is_open_from_its_first_day_until_before_its_last() -> None:
    people = {}
    for start, end, day in OPEN:
        row = f"mentoring_id my_role start_date end_date\nm1 mentee {start} {end}"
        rows = canonical_rows({"mentoring": row, "audit": {"completed_on": day}})
        people[f"{start} {end} {day}"] = of_participant(rows, f"{start} {end} {day}")
    expected = {" ".join(dates): float(is_open) for dates, is_open in OPEN.items()}
    assert mentors(people) == expected


def person(name: str, cohort: str, **example: Any) -> Rows:
    return of_participant(canonical_rows(example), name, cohort)


def test_undefined_where_nobody_of_the_cohort_was_asked_and_0_for_those_with_none() -> None:
    people = {
        "mentored": person("mentored", "asked", mentoring=MENTOR),
        "without": person("without", "asked"),
        "absent": person("absent", "asked", audit={"contacts_status": "not_done"}),
        "elsewhere": person("elsewhere", "not asked"),
    }
    assert mentors(people) == {"mentored": 1, "without": 0, "absent": None, "elsewhere": None}


def test_not_done_audit_that_holds_a_relationship_is_answered() -> None:
    audit = {"contacts_status": "not_done"}
    people = {"P": person("P", "asked", mentoring=MENTOR, audit=audit)}
    assert mentors(people) == {"P": 1}


def test_ended_relationships_show_that_mentoring_was_asked() -> None:
    ended = "mentoring_id my_role end_date\nm1 mentee 2020"
    people = {"P": person("P", "asked", mentoring=ended), "Q": person("Q", "asked")}
    assert mentors(people) == {"P": 0, "Q": 0}


def test_being_asked_at_one_wave_says_nothing_of_another() -> None:
    rows = canonical_rows({"contacts": "A", "previous": "A", "mentoring": MENTOR})
    computed = values(rows)
    of_waves = {key.wave: v for key, v in computed.items() if key.measure == "mentors_active"}
    assert of_waves == {"baseline": None, WAVE: 1}


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=mentoring_programmes())
def test_mentoring_measures_agree_with_their_oracles(drawn: tuple[Rows, Programme]) -> None:
    rows, programme = drawn
    computed = {k: v for k, v in values(rows, programme).items() if k.measure in ORACLES}
    assert computed == expected_values(rows, programme)


def expected_values(rows: Rows, programme: Programme) -> Values:
    return {
        Key(measure, portfolio.participant_id, portfolio.wave): oracle(portfolio)
        for portfolio in portfolios(rows, programme)
        for measure, oracle in ORACLES.items()
    }
