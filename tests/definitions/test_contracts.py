"""What holds for every measure and every stage, whatever it computes."""

import math
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from random import Random
from typing import Any, get_args

import pytest

from netaudit.definitions import registry
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from netaudit.schema import TABLES
from tests.computed import database, joined, measure_rows
from tests.random_programmes import WAVES, person

THEMES = {
    "size",
    "balance",
    "composition",
    "similarity",
    "structure",
    "content",
    "headline",
    "purposes",
    "mentoring",
    "change",
}
TEXTS = ("title", "undefined_when", "why_it_matters", "how_it_is_calculated", "caution", "chart")
VERDICTS = re.compile(r"\b(good|bad|worse|worst|poor|healthy|weak network|strong network)\b")
MEASURES = registry.measures().values()
ALWAYS_THERE = {*TABLES, "contact_attributes", "setting", "wave_order", "declared_cohort"}


def crowd(participant_id: str, tied: bool) -> Rows:
    """The longest list there can be: fifty contacts, all tied or none."""
    place = {"participant_id": participant_id, "wave": "baseline"}
    names = [f"c{number:02}" for number in range(50)]
    pairs = combinations(names, 2) if tied else ()
    return {
        "participants": [{"participant_id": participant_id, "cohort": "2026"}],
        "audits": [{**place, "ties_status": "positive_only_complete"}],
        "contacts": [{**place, "contact_id": name, "affiliation": "same_org"} for name in names],
        "ties": [{**place, "contact_a": a, "contact_b": b} for a, b in pairs],
    }


@cache
def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Rows of measure_value by measure: participant, wave, attribute, value."""
    people = [person(Random(seed), f"P{seed}", set()) for seed in range(60)]
    everybody = joined([*people, crowd("all tied", tied=True), crowd("none tied", tied=False)])
    found = defaultdict(list)
    with database(everybody, Programme(waves=WAVES)) as con:
        for measure, *row in measure_rows(con):
            found[measure].append(tuple(row))
    return found


def audits() -> set[tuple[str, str]]:
    return {row[:2] for row in rows()["size"]}


def test_longest_lists_are_counted_whole() -> None:
    value = {(person, measure): v for measure in rows() for person, _, _, v in rows()[measure]}
    assert (value["all tied", "ties"], value["none tied", "ties"]) == (1225, 0)
    assert (value["all tied", "components"], value["none tied", "components"]) == (1, 50)
    assert (value["all tied", "betweenness"], value["none tied", "betweenness"]) == (0, 1)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.id)
def test_values_stay_in_their_range(measure: registry.Measure) -> None:
    values = [value for *_, value in rows()[measure.id] if value is not None]
    assert all(math.isfinite(value) for value in values)
    assert all(measure.lowest <= value <= measure.highest for value in values)


@pytest.mark.parametrize("measure", [m for m in MEASURES if m.grain == "audit"], ids=lambda m: m.id)
def test_every_audit_has_one_row(measure: registry.Measure) -> None:
    found = Counter(row[:2] for row in rows()[measure.id])
    assert found == dict.fromkeys(audits(), 1)
    assert {attribute for *_, attribute, _ in rows()[measure.id]} == {None}


@pytest.mark.parametrize(
    "measure",
    [m for m in MEASURES if m.grain == "attribute" and m.id != "composition"],
    ids=lambda m: m.id,
)
def test_every_audit_has_one_row_for_each_attribute(measure: registry.Measure) -> None:
    found = Counter(row[:3] for row in rows()[measure.id])
    attributes = {attribute for *_, attribute, _ in rows()[measure.id]}
    expected = {(*audit, attribute) for audit in audits() for attribute in attributes}
    assert None not in attributes
    assert found == dict.fromkeys(expected, 1)


def test_composition_has_one_row_for_each_category_and_adds_up_to_one() -> None:
    total: dict[tuple[str, str, str], float] = defaultdict(float)
    for participant, wave, attribute, value in rows()["composition"]:
        total[participant, wave, attribute.split("=")[0]] += value
    assert max(Counter(row[:3] for row in rows()["composition"]).values()) == 1
    assert all(total_share == pytest.approx(1) for total_share in total.values())


def test_composition_leaves_out_the_zeros_of_a_column_that_is_a_text() -> None:
    place = {"wave": "baseline", "contact_id": "c1"}
    people = [
        {
            "participants": [{"participant_id": f"P{n}", "cohort": "2026"}],
            "audits": [{"participant_id": f"P{n}", "wave": "baseline"}],
            "contacts": [{**place, "participant_id": f"P{n}", "x_note": f"text {n}"}],
        }
        for n in range(51)
    ]
    with database(joined(people)) as con:
        found = [row for row in measure_rows(con) if row[0] == "composition"]
    assert len(found) == 51
    assert {value for *_, value in found} == {1}


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.id)
def test_header_is_complete(measure: registry.Measure) -> None:
    texts = [getattr(measure, name) for name in TEXTS]
    assert all(text.strip() for text in texts)
    assert measure.theme in THEMES
    assert measure.unit in get_args(registry.Unit)
    assert measure.grain in get_args(registry.Grain)
    assert len(measure.examples) >= 2
    assert all(example["note"] for example in measure.examples)
    assert not any(VERDICTS.search(text.lower()) for text in texts)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.id)
def test_references_name_a_year(measure: registry.Measure) -> None:
    assert measure.references
    assert all(re.search(r"\((19|20)\d\d\)", reference) for reference in measure.references)


@pytest.mark.parametrize("definition", [*registry.stages().values(), *MEASURES], ids=lambda d: d.id)
def test_needs_are_what_the_sql_reads(definition: registry.Stage | registry.Measure) -> None:
    with tables() as con:
        read = con.get_table_names(definition.sql) - ALWAYS_THERE
    assert set(definition.needs) == read


@cache
def empty_database() -> Any:
    return database({}, Programme())


def tables() -> Any:
    return empty_database().cursor()


def test_an_empty_export_has_no_values() -> None:
    assert measure_rows(tables()) == []


def test_titles_tell_measures_apart() -> None:
    assert max(Counter(measure.title for measure in MEASURES).values()) == 1
