"""Slow and obvious twins of the measures of content, purposes and change, in plain Python."""

from collections.abc import Callable
from statistics import mean, median

from tests.ego_network import EgoNetwork, known
from tests.oracle import Number, Oracle, Oracles, ratio, share

ORACLES = Oracles()
PURPOSES = ("operational", "personal", "strategic")


@ORACLES.add
def closeness_mean(network: EgoNetwork) -> Number:
    found = network.known_values("closeness")
    enough = found and len(found) >= 0.8 * network.size - 1e-9
    return mean(int(value) for value in found) if enough else None


@ORACLES.add
def weak_tie_share(network: EgoNetwork) -> Number:
    return share(network.known_values("closeness"), lambda value: int(value) <= 2)


@ORACLES.add
def years_known_median(network: EgoNetwork) -> Number:
    found = [float(value) for value in network.known_values("years_known")]
    return median(found) if found else None


@ORACLES.add
def long_known_share(network: EgoNetwork) -> Number:
    return share(network.known_values("years_known"), lambda value: float(value) >= 5)


@ORACLES.add
def new_share(network: EgoNetwork) -> Number:
    dated = [
        contact
        for contact in network.contacts
        if contact.get("years_known") is not None or known(contact.get("first_known")) is not None
    ]
    return share(
        dated,
        lambda c: (
            (c.get("years_known") is not None and float(c["years_known"]) < 1)
            or c.get("first_known") == "this_programme"
        ),
    )


@ORACLES.add
def last_contact_median_days(network: EgoNetwork) -> Number:
    found = [int(value) for value in network.known_values("last_contact_days")]
    return median(found) if found else None


@ORACLES.add
def recent_share(network: EgoNetwork) -> Number:
    return share(network.known_values("last_contact_days"), lambda value: int(value) <= 30)


@ORACLES.add
def reciprocal_share(network: EgoNetwork) -> Number:
    return share(network.known_values("support_direction"), lambda value: value == "both")


@ORACLES.add
def dynamism(network: EgoNetwork) -> Number:
    return new_share(network)


def answers(network: EgoNetwork) -> list[set[str]]:
    return [set(value.split("|")) - {"none"} for value in network.known_values("purposes")]


def serving(network: EgoNetwork, purpose: str) -> int:
    return sum(1 for named in answers(network) if purpose in named)


def purposes_served_by(network: EgoNetwork, enough: Callable[[int], bool]) -> Number:
    if not network.done or (network.size and not answers(network)):
        return None
    return sum(1 for purpose in PURPOSES if enough(serving(network, purpose)))


@ORACLES.add
def purposes_covered(network: EgoNetwork) -> Number:
    return purposes_served_by(network, lambda contacts: contacts >= 1)


@ORACLES.add
def single_source_purposes(network: EgoNetwork) -> Number:
    return purposes_served_by(network, lambda contacts: contacts == 1)


@ORACLES.add
def multiplexity(network: EgoNetwork) -> Number:
    found = answers(network)
    return mean(len(named) for named in found) if found else None


@ORACLES.add
def purpose_share(network: EgoNetwork) -> dict[str, Number]:
    return {p: share(answers(network), lambda named, p=p: p in named) for p in PURPOSES}


@ORACLES.add
def purpose_mix(network: EgoNetwork) -> dict[str, Number]:
    mentions = sum(len(named) for named in answers(network))
    return {p: ratio(serving(network, p), mentions) for p in PURPOSES}


@ORACLES.add
def purpose_internal_share(network: EgoNetwork) -> dict[str, Number]:
    result: dict[str, Number] = {}
    for purpose in PURPOSES:
        serve = [c for c in network.contacts if purpose in (c.get("purposes") or "").split("|")]
        placed = [network.is_internal(c) for c in serve if network.is_internal(c) is not None]
        result[purpose] = share(placed, bool)
    return result


def both_lists(network: EgoNetwork) -> tuple[set[str], set[str]] | None:
    """The contacts then and now; None without a completed wave before."""
    if network.previous is None:
        return None
    return set(network.previous.names), set(network.names)


def change(count: Callable[[set[str], set[str]], Number]) -> Oracle:
    def compared(network: EgoNetwork) -> Number:
        lists = both_lists(network)
        return None if lists is None else count(*lists)

    return compared


ORACLES["retained"] = change(lambda then, now: len(then & now))
ORACLES["added"] = change(lambda then, now: len(now - then))
ORACLES["dropped"] = change(lambda then, now: len(then - now))
ORACLES["retention"] = change(lambda then, now: ratio(len(then & now), len(then)))
ORACLES["novelty"] = change(lambda then, now: ratio(len(now - then), len(now)))
ORACLES["jaccard"] = change(lambda then, now: ratio(len(then & now), len(then | now)))
