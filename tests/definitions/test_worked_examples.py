"""Every worked example of every measure gives the value it states."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import pytest

from netaudit.definitions import registry
from netaudit.definitions.examples import WAVE, canonical_rows
from netaudit.programme import Programme
from tests.computed import Key, Values, joined, of_participant, values

PROGRAMME_WIDE = {"iqv"}
"""Measures whose value depends on other participants: their examples stand alone."""


class Example(NamedTuple):
    measure: str
    number: int
    content: dict[str, Any]

    @property
    def person(self) -> str:
        return f"{self.measure}-{self.number}"

    @property
    def database(self) -> tuple[Any, ...]:
        settings = tuple(sorted(self.content.get("programme", {}).items()))
        return (settings, self.person if self.measure in PROGRAMME_WIDE else "shared")


EXAMPLES = [
    Example(measure.id, number, content)
    for measure in registry.measures().values()
    for number, content in enumerate(measure.examples, start=1)
]


@cache
def computed() -> dict[str, Values]:
    """The values of each example's own database; examples share one where they can."""
    together = defaultdict(list)
    for example in EXAMPLES:
        together[example.database].append(example)
    found = {}
    for examples in together.values():
        batch = values(rows(examples), Programme(**examples[0].content.get("programme", {})))
        found.update({example.person: batch for example in examples})
    return found


def rows(examples: Iterable[Example]) -> dict[str, list[dict[str, Any]]]:
    return joined(
        [of_participant(canonical_rows(e.content), e.person, cohort=e.person) for e in examples]
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.person} {e.content['note']}")
def test_example_gives_its_value(example: Example) -> None:
    key = Key(example.measure, example.person, WAVE, example.content.get("attribute"))
    value = computed()[example.person].get(key)
    if "value" in example.content:
        assert value == pytest.approx(example.content["value"], abs=5e-7)
    else:
        assert value is None


@pytest.mark.parametrize("measure", registry.measures().values(), ids=lambda m: m.id)
def test_examples_show_a_value_and_the_undefined_case(measure: registry.Measure) -> None:
    assert any("value" in example for example in measure.examples)
    assert any("value" not in example for example in measure.examples)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.person)
def test_example_names_an_attribute_where_the_measure_has_one(example: Example) -> None:
    by_attribute = registry.measures()[example.measure].grain == "attribute"
    assert ("attribute" in example.content) == by_attribute
