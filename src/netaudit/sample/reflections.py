"""Strengths, weaknesses and answers to the reflection and preparation questions."""

from netaudit.sample.dice import Dice
from netaudit.sample.networks import Listing
from netaudit.sample.people import Person, Row
from netaudit.sample.texts import tails, themed

# People find strengths more easily than weaknesses, and up to three of each are asked.
HOW_MANY = {
    "strength": {0: 6, 1: 14, 2: 34, 3: 46},
    "weakness": {0: 9, 1: 24, 2: 40, 3: 27},
}
# The preparation belongs to the start, the reflection questions to every wave, answered by fewer
# each time.
ASKED = {
    "question": {"baseline": 0.62, "midpoint": 0.46, "endpoint": 0.40},
    "preparation": {"baseline": 0.72, "midpoint": 0.10, "endpoint": 0.05},
}
ANSWERED_WHEN_ASKED = 0.82
HAS_TAIL = 0.28
# Themes are given by a person who reads the answers; not all have been read.
THEME_GIVEN = 0.86
# What the list makes likelier to be written down as a weakness.
FELT = 4.0


def reflections(dice: Dice, person: Person, listing: Listing) -> list[Row]:
    """The rows of one participant at one wave."""
    rows = _themed(dice, "strength", dict.fromkeys(themed("strength"), 1.0))
    rows += _themed(dice, "weakness", _felt(person, listing))
    for item, asked in ASKED.items():
        if dice.chance(asked[listing.wave]):
            rows += _answered(dice, item)
    return [{"participant_id": person.id, "wave": listing.wave, **row} for row in rows]


def _felt(person: Person, listing: Listing) -> dict[str, float]:
    weights = dict.fromkeys(themed("weakness"), 1.0)
    inside = sum(contact.is_internal for contact in listing.core)
    if inside * 10 >= len(listing.core) * 8:
        weights |= {"external_reach": FELT, "closed_circle": FELT}
    if person.life.alike > 0.6:
        weights["similarity"] = FELT
    if person.life.past > 0.6:
        weights["future_fit"] = FELT
    if person.life.stuck > 0.5:
        weights["seen_in_one_role"] = FELT
    return weights


def _themed(dice: Dice, item: str, weights: dict[str, float]) -> list[Row]:
    rows: list[Row] = []
    left = dict(weights)
    for number in range(1, dice.pick(HOW_MANY[item]) + 1):
        theme = dice.pick(left)
        del left[theme]
        text = dice.one(themed(item)[theme])
        if dice.chance(HAS_TAIL):
            text = f"{text} {dice.one(tails())}"
        given = theme if dice.chance(THEME_GIVEN) else ""
        rows.append({"item": item, "number": number, "text": text, "theme": given})
    return rows


def _answered(dice: Dice, item: str) -> list[Row]:
    return [
        {"item": item, "number": int(number), "text": dice.one(texts)}
        for number, texts in themed(item).items()
        if dice.chance(ANSWERED_WHEN_ASKED)
    ]
