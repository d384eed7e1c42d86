"""How each key measure of one participant reads: short in a table, and as a sentence with parts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from netaudit.analysis.person.waves import PersonWave
from netaudit.analysis.voice import Voice
from netaudit.schema import PURPOSES
from netaudit.vocabulary import label
from netaudit.wording import NOTHING, counted, enumerated, known, percent, plain

NOT_ASKED = "Not asked"
FEWEST_FOR_PERCENT = 3
BREADTH_PARTS = {
    "affiliation": "inside or outside",
    "function": "function",
    "seniority": "seniority",
    "sector": "sector",
}


@dataclass(frozen=True, kw_only=True)
class Observed:
    """One completed audit with its measures, the parts of breadth and the contacts per purpose.

    `speaks` says whom the sentences about it speak to.
    """

    speaks: Voice
    wave: PersonWave
    measures: dict[str, float]
    diversity: dict[str, float]
    purposes: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class KeyMeasure:
    """How a measure reads: `short` in a table, `sentence` with its parts, `middle` of a cohort."""

    measure: str
    title: str
    short: Callable[[Observed], str]
    sentence: Callable[[Observed], str]
    middle: Callable[[Any], str] = percent


def _size(one: Observed) -> str:
    return str(one.wave.count("size"))


def _size_sentence(one: Observed) -> str:
    contacts = counted(one.wave.count("size"), "contact")
    more = one.wave.optional("could_name_more")
    if not more:
        return one.speaks.says(f"You named {contacts}.", f"{contacts} listed.")
    return one.speaks.says(
        f"You named {contacts} and could have named {more} more.",
        f"{contacts} listed; {more} more could have been named.",
    )


def internal(one: Observed) -> str:
    """Internal contacts of those whose affiliation is known: "5 of 8"."""
    return _of(one, "internal", "placed")


def _of(one: Observed, part: str, whole: str) -> str:
    if not one.wave.count(whole):
        return NOTHING
    return f"{one.wave.count(part)} of {one.wave.count(whole)}"


def _internal_sentence(one: Observed) -> str:
    placed = one.wave.count("placed")
    if not placed:
        return "Where the contacts work is not known."
    unplaced = one.wave.count("size") - placed
    further = counted(unplaced, "further contact")
    rest = f"; the affiliation of {further} is not known" if unplaced else ""
    verb = "is" if one.wave.count("internal") == 1 else "are"
    means = f", that is, in your {one.wave.counts['internal_boundary']}"
    return f"{internal(one)} contacts {verb} internal{one.speaks.says(means, '')}{rest}."


def _density(one: Observed) -> str:
    pairs, ties = one.wave.count("pairs"), one.wave.optional("ties")
    if not pairs:
        return NOTHING
    if ties is None:
        return NOT_ASKED
    most = one.wave.count("most_ties")
    said = str(ties) if ties == most else f"between {ties} and {most}"
    return f"{said} of {counted(pairs, 'pair')}"


def _density_sentence(one: Observed) -> str:
    said = _density(one)
    if said == NOTHING:
        return "There are no two contacts who could know each other."
    if said == NOT_ASKED:
        return "Who knows whom was not asked."
    return f"{said[:1].upper()}{said[1:]} of contacts know each other."


def _breadth(one: Observed) -> str:
    """Of two contacts it would be all or nothing in each part."""
    if one.wave.count("size") < FEWEST_FOR_PERCENT:
        return NOTHING
    return percent(one.measures.get("breadth"))


def _breadth_sentence(one: Observed) -> str:
    parts = [
        f"{words} {percent(one.diversity[attribute])}"
        for attribute, words in BREADTH_PARTS.items()
        if attribute in one.diversity
    ]
    if _breadth(one) == NOTHING:
        return "Too little is known of the contacts to say how much they differ."
    return (
        f"How often any two of the contacts differ: {', '.join(parts)}. On average"
        f" that is {_breadth(one)}."
    )


def _connectivity(one: Observed) -> str:
    if "connectivity" not in one.measures:
        return NOTHING
    return percent(one.measures["connectivity"])


def _connectivity_sentence(one: Observed) -> str:
    if "connectivity" not in one.measures:
        return (
            "Not enough is known of who knows whom to say for whom"
            f" {one.speaks.who} {one.speaks.are} the link."
        )
    apart, pairs = one.wave.count("open_pairs"), counted(one.wave.count("pairs"), "pair")
    if not apart:
        return (
            f"All contacts know each other, so {one.speaks.who} {one.speaks.are} no link between"
            " them."
        )
    across = one.wave.optional("cross_boundary_open_pairs")
    crossing = "" if across is None else f", {across} of them one inside and one outside"
    link = one.speaks.says("You are the link", "The participant is the link")
    return (
        f"{apart} of {pairs} do not know each other{crossing}. {link} for"
        f" {plain(one.wave.counts['bridged'])} of them: a pair that others link too counts in part."
    )


def _dynamism_sentence(one: Observed) -> str:
    if not one.wave.count("dated"):
        return "How long the contacts have been known was not answered."
    new = _of(one, "new", "dated")
    return f"New, that is known for less than a year or met in this programme: {new} contacts."


def _weak_sentence(one: Observed) -> str:
    if not one.wave.count("closeness_known"):
        return "How close the contacts are was not answered."
    verb = "is" if one.wave.count("weak") == 1 else "are"
    return f"{_of(one, 'weak', 'closeness_known')} contacts {verb} less close or distant."


def _purposes(one: Observed) -> str:
    if not one.purposes:
        return NOTHING
    return f"{sum(contacts > 0 for contacts in one.purposes.values())} of {len(PURPOSES)}"


def _purposes_sentence(one: Observed) -> str:
    if not one.purposes:
        return "What the contacts are for was not answered."
    missing = _listed(one, 0)
    return f"Contacts serve {_purposes(one)} purposes{f'; none is {missing}' if missing else ''}."


def _single(one: Observed) -> str:
    if not one.purposes:
        return NOTHING
    return _listed(one, 1).capitalize() or "None"


def _single_sentence(one: Observed) -> str:
    if not one.purposes:
        return "What the contacts are for was not answered."
    names = _served_by(one, 1)
    if not names:
        return "No purpose rests on one contact."
    rests = "purpose rests" if len(names) == 1 else "purposes each rest"
    return f"The {enumerated(names)} {rests} on one contact alone."


def _listed(one: Observed, contacts: int) -> str:
    return ", ".join(_served_by(one, contacts))


def _served_by(one: Observed, contacts: int) -> list[str]:
    return [label("purpose", name).lower() for name, n in one.purposes.items() if n == contacts]


def _number(value: Any) -> str:
    return plain(value) if known(value) else NOTHING


KEY_MEASURES = (
    KeyMeasure(
        measure="size", title="Contacts", short=_size, sentence=_size_sentence, middle=_number
    ),
    KeyMeasure(
        measure="internal_share", title="Internal", short=internal, sentence=_internal_sentence
    ),
    KeyMeasure(
        measure="density", title="Know each other", short=_density, sentence=_density_sentence
    ),
    KeyMeasure(measure="breadth", title="Breadth", short=_breadth, sentence=_breadth_sentence),
    KeyMeasure(
        measure="connectivity",
        title="Connectivity",
        short=_connectivity,
        sentence=_connectivity_sentence,
    ),
    KeyMeasure(
        measure="dynamism",
        title="Dynamism",
        short=lambda one: _of(one, "new", "dated"),
        sentence=_dynamism_sentence,
    ),
    KeyMeasure(
        measure="weak_tie_share",
        title="Less close",
        short=lambda one: _of(one, "weak", "closeness_known"),
        sentence=_weak_sentence,
    ),
    KeyMeasure(
        measure="purposes_covered",
        title="Purposes served",
        short=_purposes,
        sentence=_purposes_sentence,
        middle=_number,
    ),
    KeyMeasure(
        measure="single_source_purposes",
        title="Resting on one contact",
        short=_single,
        sentence=_single_sentence,
        middle=_number,
    ),
)

PROPERTIES = ("Breadth", "Connectivity", "Dynamism")
"""The titles of the three properties of a network: told beside each other, never added up."""
