"""The audit rows: how far each was filled in, and what participants think of their own networks."""

from netaudit.sample.contacts import Contact
from netaudit.sample.dice import Dice
from netaudit.sample.networks import CAP, Listing
from netaudit.sample.organisations import Weights
from netaudit.sample.people import Person, Row
from netaudit.schema import PATTERNS

PARTIAL = 0.06
COMPLETED_WITH: dict[str, Weights] = {
    "baseline": {"alone": 34, "with_mentor": 14, "facilitated": 48, "": 4},
    "midpoint": {"alone": 44, "with_mentor": 46, "facilitated": 6, "": 4},
    "endpoint": {"alone": 52, "with_mentor": 36, "facilitated": 8, "": 4},
}
DATE_FORGOTTEN = 0.02
NOT_RATED = 0.08
RATES_WITHOUT_LIST = 0.45
# People misjudge their own networks by up to a point, some by two.
MISJUDGED = {-2: 5, -1: 22, 0: 44, 1: 22, 2: 7}


def audit(dice: Dice, person: Person, listing: Listing, ties_status: str) -> Row:
    """The row of an audit that was filled in."""
    status = "partial" if dice.chance(PARTIAL) else "complete"
    more = dice.whole(0, 12) if len(listing.core) == CAP else ""
    return {
        "participant_id": person.id,
        "wave": listing.wave,
        "completed_on": "" if dice.chance(DATE_FORGOTTEN) else listing.on,
        "contacts_status": status if listing.core else "none_to_name",
        "ties_status": ties_status,
        "completed_with": dice.pick(COMPLETED_WITH[listing.wave]),
        "could_name_more": more,
        **_ratings(dice, _shares(listing.core)),
    }


def opened(dice: Dice, person: Person, wave: str) -> Row:
    """The row of an audit that was opened and not done; some rate their network all the same."""
    rated = dice.chance(RATES_WITHOUT_LIST)
    return {
        "participant_id": person.id,
        "wave": wave,
        "contacts_status": "not_done",
        "ties_status": "not_asked",
        **(_ratings(dice, dict.fromkeys(PATTERNS, 0.4)) if rated else {}),
    }


def _ratings(dice: Dice, shares: dict[str, float]) -> Row:
    """Own ratings from 1 to 4, off by as much as people misjudge their networks.

    They follow the square of the share: people notice what is marked, and not much before.
    """
    row: Row = {}
    for pattern, share in shares.items():
        rating = 1 + int(share * share * 3.6) + dice.pick(MISJUDGED)
        row[f"self_{pattern}"] = "" if dice.chance(NOT_RATED) else min(4, max(1, rating))
    return row


def _shares(core: list[Contact]) -> dict[str, float]:
    """How far a list really is what each pattern describes, from 0 to 1."""
    n = max(1, len(core))
    return {
        "birds_of_a_feather": sum(c.fixed.get("seniority") == "same_level" for c in core) / n,
        "network_lag": sum(not c.relevant for c in core) / n,
        "echo_chamber": sum(c.is_internal for c in core) / n * 0.8,
        "pigeonholing": sum(c.stuck for c in core) / n,
    }
