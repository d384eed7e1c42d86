"""The four levels of an evaluation, and which of the cohort's figures speak to each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from netaudit.analysis.change import contacts, measured
from netaudit.analysis.change.choices import Span
from netaudit.analysis.change.outcomes import Chosen
from netaudit.analysis.cohort import balance, overview
from netaudit.analysis.cultivation import activities, exchange, reflection
from netaudit.analysis.finding import Finding
from netaudit.analysis.mentoring import levels
from netaudit.analysis.patterns.agreement import agreement
from netaudit.analysis.release.pack import PACK
from netaudit.definitions.guidance import guidance
from netaudit.schema import PATTERNS
from netaudit.vocabulary import OWN_VOCABULARIES

LEVELS = tuple(OWN_VOCABULARIES["evaluation_level"])
Question = tuple[Callable[..., Finding], dict[str, str]]

AT_ONE_WAVE: dict[str, tuple[Question, ...]] = {
    "reaction": (
        (overview.response, {}),
        *((agreement, {"pattern": pattern}) for pattern in PATTERNS),
    ),
    "learning": ((levels.knowing, {}), (reflection.written, {})),
    "behaviour": (
        (activities.taken_up, {}),
        (exchange.parts_taken, {}),
        (levels.uptake, {}),
        (balance.internal_share, {}),
    ),
    "results": (),
}
"""What is asked of the cohort at its wave. Nobody is asked how they found the programme, so that
the first level has answers alone to go by."""

NO_HARVEST = "No outcome was written down for this cohort yet."


class Ask(Protocol):
    """How a page or a report asks: the question and its parameters."""

    def __call__(self, question: Callable[..., Finding], /, **parameters: Any) -> Finding:
        """The answer, as the readers may see it."""


@dataclass(frozen=True, kw_only=True)
class Level:
    """One level: what it asks, what speaks to it, and what the figures here cannot say of it."""

    code: str
    asks: str
    beyond: str
    found: tuple[Finding, ...]


def level(code: str, ask: Ask, *, span: Span | None, chosen: Chosen, leaves: bool = False) -> Level:
    """The level with the cohort's figures; those that `leave` the team are of the fixed choice."""
    texts = guidance("evaluation_level")[code]
    found = [
        ask(question, **given)
        for question, given in AT_ONE_WAVE[code]
        if not leaves or question in PACK
    ]
    if span is not None and not leaves:
        found += _changes(code, ask, span, chosen)
    return Level(code=code, asks=texts["asks"], beyond=texts["beyond"], found=tuple(found))


def _changes(code: str, ask: Ask, span: Span, chosen: Chosen) -> Sequence[Finding]:
    """What changed between the two waves: what was aimed for is a result, the rest is behaviour."""
    waves = {"first": span.first, "last": span.last}
    if code == "behaviour":
        return [
            ask(contacts.contacts, **waves),
            ask(measured.exploratory, chosen=chosen, **waves),
        ]
    if code == "results" and chosen.outcomes:
        return [ask(measured.primary, chosen=chosen, **waves)]
    return []
