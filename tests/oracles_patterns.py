"""A slow and obvious twin of every pattern: answers are really turned, one after another.

An oracle takes an EgoNetwork and the thresholds and returns a Verdict. Nothing here is shared with
the definitions.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from netaudit.programme import PatternThresholds
from tests.ego_network import Contact, EgoNetwork, known

Answer = bool | None


@dataclass(frozen=True)
class Verdict:
    computed: str
    gap: int | None = None
    gap_pairs: int | None = None


NOT_ENOUGH = Verdict("not_enough_information")


@dataclass(frozen=True)
class Condition:
    """A share of answers against a line: at least so many per cent, or at most."""

    answers: list[Answer]
    percent: int
    at_most: bool = False

    def met_by(self, count: int) -> bool:
        share, line = count * 100, self.percent * len(self.answers)
        return share <= line if self.at_most else share >= line

    @property
    def state(self) -> Answer:
        """Whether it holds whatever the unknown answers are; None where they decide."""
        given, unknown = self.answers.count(True), self.answers.count(None)
        return agreed(self.met_by(given + extra) for extra in range(unknown + 1))

    @property
    def gap(self) -> int | None:
        """How many answers have to turn for the condition to turn, the known ones first."""
        if self.state is None:
            return None
        to = self.state == self.at_most
        answers = sorted(self.answers, key=lambda answer: answer is None)
        for changed, place in enumerate(self._movable(answers, to), start=1):
            answers[place] = to
            if self.met_by(answers.count(True)) != self.state:
                return changed
        return None

    @staticmethod
    def _movable(answers: list[Answer], to: bool) -> list[int]:
        return [place for place, answer in enumerate(answers) if (answer is True) != to]


def agreed(outcomes: Iterator[bool]) -> Answer:
    """What all outcomes say; None where they differ."""
    different = set(outcomes)
    return different.pop() if len(different) == 1 else None


def every(states: list[Answer]) -> Answer:
    """Whether all hold: false as soon as one is false, unknown as long as one is unknown."""
    if False in states:
        return False
    return None if None in states else True


def smallest(gaps: list[int | None]) -> int | None:
    return min((gap for gap in gaps if gap is not None), default=None)


def largest(gaps: list[int | None]) -> int | None:
    return max((gap for gap in gaps if gap is not None), default=None)


def verdict(contact_conditions: list[Condition], tie_condition: Condition | None = None) -> Verdict:
    """The state of a rule whose conditions must all hold, and how far it is from turning."""
    conditions = [*contact_conditions, *([tie_condition] if tie_condition else [])]
    holds = every([condition.state for condition in conditions])
    if holds is None:
        return NOT_ENOUGH
    if holds:
        gap = smallest([condition.gap for condition in contact_conditions])
        return Verdict("watch", gap, tie_condition.gap if tie_condition else None)
    gap = largest([c.gap for c in contact_conditions if c.state is False])
    tie_is_false = tie_condition is not None and tie_condition.state is False
    return Verdict("clear", gap, tie_condition.gap if tie_condition and tie_is_false else None)


def from_five(
    oracle: Callable[[EgoNetwork, PatternThresholds], Verdict],
) -> Callable[[EgoNetwork, PatternThresholds], Verdict]:
    """The same, not enough information for fewer than five contacts."""

    def guarded(network: EgoNetwork, thresholds: PatternThresholds) -> Verdict:
        return oracle(network, thresholds) if network.done and network.size >= 5 else NOT_ENOUGH

    return guarded


@from_five
def echo_chamber(network: EgoNetwork, thresholds: PatternThresholds) -> Verdict:
    inside: list[Answer] = [network.is_internal(contact) for contact in network.contacts]
    acquainted = [network.answer(pair) for pair in network.pairs]
    return verdict(
        [Condition(inside, thresholds.echo_chamber_internal)],
        Condition(acquainted, thresholds.echo_chamber_ties),
    )


@from_five
def network_lag(network: EgoNetwork, thresholds: PatternThresholds) -> Verdict:
    future = [answered(c, "future_relevance", "yes") for c in network.contacts]
    return verdict(
        [
            Condition([is_past(c) for c in network.contacts], thresholds.network_lag_past),
            Condition(future, thresholds.network_lag_future, at_most=True),
        ]
    )


@from_five
def pigeonholing(network: EgoNetwork, thresholds: PatternThresholds) -> Verdict:
    refused = [answered(c, "sees_different", "no") for c in network.contacts]
    return verdict([Condition(refused, thresholds.pigeonholing_no)])


def answered(contact: Contact, column: str, wanted: str) -> Answer:
    answer = contact.get(column)
    return None if answer in (None, "not_sure") else answer == wanted


def is_past(contact: Contact) -> Answer:
    years, met = contact.get("years_known"), known(contact.get("first_known"))
    if years is None and met is None:
        return None
    return (years is not None and float(years) >= 5) or met in ("previous_role", "education")


@from_five
def birds_of_a_feather(network: EgoNetwork, thresholds: PatternThresholds) -> Verdict:
    percent = thresholds.birds_of_a_feather_same
    conditions = [Condition(answers, percent) for answers in likeness(network)]
    if len(conditions) < 3:
        return NOT_ENOUGH
    alike = [condition.state for condition in conditions]
    unsure = alike.count(None)
    holds = agreed(most(alike.count(True) + extra, alike) for extra in range(unsure + 1))
    if holds is None:
        return NOT_ENOUGH
    turning = [c.gap for c in conditions if c.state is holds and c.gap is not None]
    gap = smallest([max(gaps) for gaps in subsets(turning) if turns(alike, holds, len(gaps))])
    return Verdict("watch" if holds else "clear", gap)


def most(count: int, attributes: list[Answer]) -> bool:
    return count > len(attributes) / 2


def turns(alike: list[Answer], holds: bool, changed: int) -> bool:
    count = alike.count(True)
    return most(count - changed if holds else count + changed, alike) != holds


def subsets(gaps: list[int]) -> Iterator[tuple[int, ...]]:
    for size in range(1, len(gaps) + 1):
        yield from combinations(gaps, size)


SAME = {"seniority": {"same_level"}, "distance": {"same_site", "same_city_region"}}


def likeness(network: EgoNetwork) -> Iterator[list[Answer]]:
    """The answers on each usable attribute, of the contacts it applies to."""
    for attribute in ("function", "seniority", "sector", "distance"):
        own = known(network.participant.get(attribute))
        same = SAME.get(attribute, {own} - {None, "not_applicable"})
        values = [c.get(attribute) for c in network.contacts]
        applicable = [known(value) for value in values if value != "not_applicable"]
        if attribute in network.facts.asked and same and len(applicable) >= 5:
            yield [None if value is None else value in same for value in applicable]


ORACLES = {
    "birds_of_a_feather": birds_of_a_feather,
    "echo_chamber": echo_chamber,
    "network_lag": network_lag,
    "pigeonholing": pigeonholing,
}
