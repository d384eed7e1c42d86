"""Slow and obvious twins of the measures of size, balance, composition and similarity.

Plain Python, on what tests.ego_network reads; nothing here is shared with the definitions.
"""

import math
from collections import Counter
from itertools import combinations
from statistics import mean
from typing import Any

from tests.ego_network import COMPARED, EgoNetwork
from tests.oracle import Number, Oracles, ratio, share

ORACLES = Oracles()


@ORACLES.add
def size(network: EgoNetwork) -> Number:
    return network.size if network.done else None


def sides(network: EgoNetwork) -> list[bool]:
    found = [network.is_internal(contact) for contact in network.contacts]
    return [side for side in found if side is not None]


@ORACLES.add
def internal_share(network: EgoNetwork) -> Number:
    return share(sides(network), bool)


@ORACLES.add
def ei_index(network: EgoNetwork) -> Number:
    found = sides(network)
    return ratio(found.count(False) - found.count(True), len(found))


def mixed(network: EgoNetwork) -> dict[str, list[str]]:
    """Categories by attribute asked; affiliation as it was answered."""
    asked = network.facts.asked - {"gender", "age", "ethnicity"}
    return {attribute: network.categories(attribute) for attribute in asked}


def grouped(network: EgoNetwork) -> dict[str, list[Any]]:
    """The same with affiliation as internal against external."""
    found = mixed(network)
    return {**found, "affiliation": sides(network)} if "affiliation" in found else found


@ORACLES.add
def composition(network: EgoNetwork) -> dict[str, Number]:
    return {
        f"{attribute}={category}": share(found, lambda c, category=category: c == category)
        for attribute, found in mixed(network).items()
        for category in network.facts.held[attribute]
        if found
    }


def chance_of_differing(found: list[Any]) -> Number:
    return share(combinations(found, 2), lambda pair: pair[0] != pair[1])


@ORACLES.add
def diversity(network: EgoNetwork) -> dict[str, Number]:
    return {a: chance_of_differing(found) for a, found in grouped(network).items()}


def blau_of(found: list[Any]) -> Number:
    if len(found) < 2:
        return None
    return 1 - sum((count / len(found)) ** 2 for count in Counter(found).values())


@ORACLES.add
def blau(network: EgoNetwork) -> dict[str, Number]:
    return {a: blau_of(found) for a, found in grouped(network).items()}


@ORACLES.add
def iqv(network: EgoNetwork) -> dict[str, Number]:
    result: dict[str, Number] = {}
    for attribute, found in grouped(network).items():
        index, k = blau_of(found), network.facts.categories(attribute)
        result[attribute] = None if index is None or k < 2 else index * k / (k - 1)
    return result


def entropy_of(found: list[Any]) -> Number:
    if len(found) < 2:
        return None
    shares = [count / len(found) for count in Counter(found).values()]
    return -sum(p * math.log(p) for p in shares)


@ORACLES.add
def entropy(network: EgoNetwork) -> dict[str, Number]:
    return {a: entropy_of(found) for a, found in grouped(network).items()}


@ORACLES.add
def breadth(network: EgoNetwork) -> Number:
    found = diversity(network)
    parts = [found.get(a) for a in ("affiliation", "function", "seniority", "sector")]
    defined = [part for part in parts if part is not None]
    return mean(defined) if len(defined) >= 3 else None


@ORACLES.add
def same_as_me(network: EgoNetwork) -> dict[str, Number]:
    alike = {
        "seniority": {"same_level"},
        "distance": {"same_site", "same_city_region"},
        "age": {"within_10"},
        "gender": {"same"},
        "ethnicity": {"same"},
    }
    for attribute in ("function", "sector"):
        own = network.participant.get(attribute)
        if own not in (None, "unknown", "not_applicable"):
            alike[attribute] = {own}
    return {
        attribute: share(network.categories(attribute), lambda c, a=attribute: c in alike[a])
        if attribute in alike
        else None
        for attribute in COMPARED
        if attribute in network.facts.asked
    }
