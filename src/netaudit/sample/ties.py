"""Which of a participant's contacts know each other, and how far that was asked at each wave."""

from itertools import combinations

from netaudit.sample.contacts import Contact
from netaudit.sample.dice import Dice
from netaudit.sample.networks import Listing
from netaudit.sample.organisations import SECTORS, Weights
from netaudit.sample.people import Person, Row

# How likely two contacts know each other, by where both work. People of one team do, people of
# one organisation often; family and friends hardly know anybody from work.
TOGETHER: dict[tuple[str, str], float] = {
    ("same_team", "same_team"): 0.90,
    ("same_org", "same_team"): 0.58,
    ("same_org", "same_org"): 0.44,
    ("other_org_same_sector", "same_team"): 0.13,
    ("other_org_same_sector", "same_org"): 0.15,
    ("other_org_same_sector", "other_org_same_sector"): 0.22,
    ("other_org_other_sector", "same_team"): 0.07,
    ("other_org_other_sector", "same_org"): 0.09,
    ("other_org_other_sector", "other_org_same_sector"): 0.12,
    ("other_org_other_sector", "other_org_other_sector"): 0.14,
    ("outside_work", "outside_work"): 0.40,
}
OUTSIDE_WORK = 0.03
SAME_WORKPLACE = 0.65
FELLOW_PARTICIPANTS = 0.80
# How closely those work who know each other.
CLOSELY = {"same_team": 0.55, "same_org": 0.22}
# Strangers who have got to know each other since, and how often the participant brought them
# together.
MET_SINCE = 0.05
INTRODUCED_SINCE = 0.55
INTRODUCED_BEFORE = 0.07

STATUSES: Weights = {
    "all_pairs_asked": 57,
    "positive_only_complete": 32,
    "partial": 6,
    "not_asked": 5,
}
# Nearly everybody knows who knows whom; some are unsure about a few pairs.
HAS_UNSURE_PAIRS = 0.10
UNSURE = 0.08
ANSWERED_WHEN_PARTIAL = 0.65
INTRODUCTION_LEFT_BLANK = 0.15

TIED = ("acquainted", "work_closely")
Pair = tuple[str, str]


class Acquaintance:
    """What a participant knows about the ties among the contacts, growing from wave to wave."""

    def __init__(self, seed: int, person: Person) -> None:
        self.person = person
        self.dice = Dice(seed, person.id, "ties")
        self.ties: dict[Pair, str] = {}
        self.introduced: set[Pair] = set()

    def at(self, listing: Listing) -> tuple[str, list[Row]]:
        """The status of the section and its rows at one wave; waves in their order."""
        dice = self.dice
        people = listing.core + listing.weak[:1]
        pairs = list(combinations(people, 2))
        for a, b in pairs:
            self._settle(a, b)
        status = dice.pick(STATUSES) if listing.core else "not_asked"
        unsure = UNSURE if dice.chance(HAS_UNSURE_PAIRS) else 0.0
        rows = []
        for a, b in self._asked(status, pairs):
            tie = "unknown" if dice.chance(unsure) else self.ties[_pair(a, b)]
            if status == "positive_only_complete" and tie == "do_not_know":
                continue
            rows.append(self._row(listing, _pair(a, b), tie))
        if status == "partial" and not rows:
            status = "not_asked"
        return status, rows

    def _asked(
        self, status: str, pairs: list[tuple[Contact, Contact]]
    ) -> list[tuple[Contact, Contact]]:
        if status == "not_asked":
            return []
        if status == "partial":
            return [pair for pair in pairs[1:] if self.dice.chance(ANSWERED_WHEN_PARTIAL)]
        return pairs

    def _settle(self, a: Contact, b: Contact) -> None:
        pair = _pair(a, b)
        before = self.ties.get(pair)
        if before in TIED:
            return
        likely = MET_SINCE if before else self._likely(a, b)
        if not self.dice.chance(likely):
            self.ties[pair] = "do_not_know"
            return
        closely = CLOSELY.get(a.kind, 0.1) if a.kind == b.kind else 0.1
        self.ties[pair] = "work_closely" if self.dice.chance(closely) else "acquainted"
        if self.dice.chance(INTRODUCED_SINCE if before else INTRODUCED_BEFORE):
            self.introduced.add(pair)

    def _likely(self, a: Contact, b: Contact) -> float:
        low, high = sorted((a.kind, b.kind))
        likely = TOGETHER.get((low, high), OUTSIDE_WORK)
        workplace = a.fixed["organisation"]
        if not a.is_internal and workplace == b.fixed["organisation"] and workplace in SECTORS:
            likely = max(likely, SAME_WORKPLACE)
        if a.fixed.get("is_participant_id") and b.fixed.get("is_participant_id"):
            likely = max(likely, FELLOW_PARTICIPANTS)
        closed = self.person.life.closed * self.person.organisation.closed
        return min(0.97, likely * closed)

    def _row(self, listing: Listing, pair: Pair, tie: str) -> Row:
        asked = tie in TIED and not self.dice.chance(INTRODUCTION_LEFT_BLANK)
        return {
            "participant_id": self.person.id,
            "wave": listing.wave,
            "contact_a": pair[0],
            "contact_b": pair[1],
            "tie": tie,
            "introduced_by_me": ("yes" if pair in self.introduced else "no") if asked else "",
        }


def _pair(a: Contact, b: Contact) -> Pair:
    low, high = sorted((a.id, b.id))
    return low, high
