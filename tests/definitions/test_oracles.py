"""Every measure agrees with its oracle on random programmes."""

from collections.abc import Iterator
from importlib import import_module
from math import isclose
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from netaudit.definitions import registry
from netaudit.definitions.examples import Rows
from netaudit.programme import Programme
from tests import oracles, oracles_content, oracles_structure
from tests.computed import Key, Values, values
from tests.ego_network import ego_networks
from tests.random_programmes import programmes

TESTS = Path(__file__).parent.parent
ORACLES = {**oracles.ORACLES, **oracles_structure.ORACLES, **oracles_content.ORACLES}
"""Those that take an EgoNetwork; the other modules bring their own comparison."""


def all_oracles() -> dict[str, Any]:
    """The oracles of every module tests/oracles*.py together.

    Those that count a page's figures a second time, instead of a definition's, have no such table.
    """
    names = sorted(path.stem for path in TESTS.glob("oracles*.py"))
    return {
        measure: oracle
        for name in names
        for measure, oracle in getattr(import_module(f"tests.{name}"), "ORACLES", {}).items()
    }


def test_every_measure_has_an_oracle() -> None:
    assert registry.measures().keys() - all_oracles().keys() == set()


def test_every_oracle_belongs_to_a_definition() -> None:
    known = registry.measures().keys() | registry.patterns().keys()
    assert all_oracles().keys() - known == set()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=programmes())
def test_measures_agree_with_their_oracles(drawn: tuple[Rows, Programme]) -> None:
    rows, programme = drawn
    computed = {k: v for k, v in values(rows, programme).items() if k.measure in ORACLES}
    expected = dict(expectations(rows, programme))
    assert computed.keys() == expected.keys()
    assert different(computed, expected) == {}


def expectations(rows: Rows, programme: Programme) -> Iterator[tuple[Key, float | None]]:
    for network in ego_networks(rows, programme):
        person = network.participant["participant_id"]
        for measure, oracle in ORACLES.items():
            value = oracle(network)
            by_attribute = value if isinstance(value, dict) else {None: value}
            for attribute, part in by_attribute.items():
                yield Key(measure, person, network.wave, attribute), part


def different(computed: Values, expected: Values) -> dict[Key, tuple[Any, Any]]:
    return {
        key: (value, expected[key])
        for key, value in computed.items()
        if not agree(value, expected[key])
    }


def agree(value: float | None, twin: float | None) -> bool:
    if value is None or twin is None:
        return value is twin
    return isclose(value, twin, rel_tol=1e-9, abs_tol=1e-9)
