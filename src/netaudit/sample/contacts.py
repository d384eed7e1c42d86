"""The people a participant turns to: what stays the same about them from wave to wave."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from netaudit.sample.dice import Dice
from netaudit.sample.likelihoods import (
    AGES,
    CLOSENESS,
    DAYS_A_YEAR,
    DISTANCES,
    INSIDE,
    JUST_MET,
    LESS_PAST_LATER,
    LONG_KNOWN,
    NEW_INSIDE,
    NEW_OUTSIDE,
    NEWLY_KNOWN,
    NICKNAMES,
    OUTSIDE,
    PAST,
    PRESENT,
    PRIVATE,
    PURPOSES,
    RESOURCES,
    SENIORITY,
    SKIPPED,
    TOPICS,
    WEAK_CLOSENESS,
    YEARS,
    YEARS_BEFORE_WORK,
)
from netaudit.sample.organisations import (
    ELSEWHERE,
    FUNCTIONS,
    INITIALS,
    PROFESSIONS,
    SECTORS,
    KnownPerson,
)
from netaudit.sample.people import YEARS_AT_WORK, Person, Row


@dataclass(kw_only=True)
class Contact:
    """A person on somebody's list. `fixed` holds the answers that stay the same over the waves.

    `kind` is the true affiliation, whatever was answered; `met` the day the two met.
    """

    id: str
    kind: str
    met: date
    closeness: int
    relevant: bool
    stuck: bool
    purposes: list[str]
    fixed: Row = field(default_factory=dict)

    @property
    def is_internal(self) -> bool:
        """Works in the participant's organisation."""
        return self.kind in INSIDE

    def years(self, on: date) -> float:
        """Years known on a day."""
        return (on - self.met).days / DAYS_A_YEAR


@dataclass(kw_only=True)
class Acquaintances:
    """Finds contacts for one participant and gives each its code."""

    person: Person
    dice: Dice
    known: dict[str, list[KnownPerson]]
    peers: list[Person]
    named: set[object] = field(default_factory=set)
    count: int = 0

    def meet(self, inside: float, on: date, *, is_first: bool, is_weak: bool = False) -> Contact:
        """Somebody new to the list; `inside`: the probability of the same organisation."""
        dice = self.dice
        kind = dice.pick(INSIDE if dice.chance(inside) else OUTSIDE)
        if is_weak:
            kind = dice.pick({"same_org": 15, **OUTSIDE, "outside_work": 6})
        first_known = self._first_known(kind, is_first)
        years = self._years(first_known, is_first)
        self.count += 1
        contact = Contact(
            id=f"c{self.count:02}",
            kind=kind,
            met=on - timedelta(days=int(years * DAYS_A_YEAR)),
            closeness=self._closeness(kind, years, is_weak),
            relevant=dice.chance(self.person.life.relevant),
            stuck=dice.chance(self.person.life.stuck),
            purposes=chosen(dice, PURPOSES[kind]),
        )
        contact.fixed = self._answers(contact, first_known)
        return contact

    def _first_known(self, kind: str, is_first: bool) -> str:
        dice = self.dice
        if kind == "outside_work":
            return dice.pick(PRIVATE)
        past = self.person.life.past - (0.0 if is_first else LESS_PAST_LATER)
        if dice.chance(past):
            return dice.pick(PAST)
        if is_first:
            return dice.pick(PRESENT)
        return dice.pick(NEW_INSIDE if kind in INSIDE else NEW_OUTSIDE)

    def _years(self, first_known: str, is_first: bool) -> float:
        if first_known == "this_programme":
            return self.dice.between(*JUST_MET)
        lowest, highest = YEARS[first_known]
        at_work = YEARS_AT_WORK.get(str(self.person.row["age_band"]), highest)
        if first_known in YEARS_BEFORE_WORK:
            highest = min(highest, at_work + YEARS_BEFORE_WORK[first_known])
        if first_known == "current_role":
            in_role = (self.person.plan.start - self.person.role_started).days / DAYS_A_YEAR
            highest = min(highest, max(in_role, 0.3))
        if not is_first and first_known in ("current_role", "introduced", "online"):
            highest = min(highest, NEWLY_KNOWN)
        return self.dice.between(lowest, highest)

    def _closeness(self, kind: str, years: float, is_weak: bool) -> int:
        if is_weak:
            return int(self.dice.pick(WEAK_CLOSENESS))
        closeness = int(self.dice.pick(CLOSENESS[kind]))
        return min(4, closeness + (years > LONG_KNOWN and self.dice.chance(0.5)))

    def _answers(self, contact: Contact, first_known: str) -> Row:
        described = (
            self._peer(contact, first_known) or self._known(contact) or self._stranger(contact)
        )
        described |= {
            "distance": self.dice.pick(DISTANCES[contact.kind]),
            "gender_rel": "same" if self.dice.chance(0.58) else "different",
            "ethnicity_rel": "same" if self.dice.chance(0.70) else "different",
            "age_rel": self.dice.pick(AGES),
            "first_known": first_known,
            "resources": "|".join(chosen(self.dice, RESOURCES)),
            "x_main_topic": self.dice.pick(TOPICS[contact.kind]),
        }
        return {column: self._as_said(column, value) for column, value in described.items()}

    def _as_said(self, column: str, value: object) -> object:
        skipped = SKIPPED.get(column, {})
        if skipped and self.dice.chance(sum(skipped.values()) / 100):
            return self.dice.pick(skipped)
        return value

    def _peer(self, contact: Contact, first_known: str) -> Row | None:
        """A fellow participant, where the two could have met; settles the affiliation too."""
        likely = {"this_programme": 0.75, "current_role": 0.14}.get(first_known, 0.0)
        if contact.kind == "outside_work" or not self.dice.chance(likely):
            return None
        fits = [
            peer
            for peer in self.peers
            if peer.id not in self.named and self._kind_of(peer, contact.kind) == contact.kind
        ]
        if not fits:
            return None
        peer = self.dice.one(fits)
        self.named.add(peer.id)
        name = str(peer.row["name"])
        return {
            "label": "".join(part[0] for part in name.split()),
            "affiliation": contact.kind,
            "organisation": peer.organisation.code,
            "function": peer.row["function"],
            "sector": peer.organisation.sector,
            "seniority": self.dice.pick({"same_level": 6, "more_senior": 2, "more_junior": 2}),
            "x_profession": self.dice.one(PROFESSIONS[str(peer.row["function"])]),
            "is_participant_id": peer.id,
        }

    def _kind_of(self, peer: Person, kind: str) -> str:
        if peer.organisation is self.person.organisation:
            return kind if kind in INSIDE else "same_org"
        same = peer.organisation.sector == self.person.organisation.sector
        return "other_org_same_sector" if same else "other_org_other_sector"

    def _known(self, contact: Contact) -> Row | None:
        """Somebody well known, where the participant lets contacts be matched."""
        likely = {"same_org": 0.34, "other_org_same_sector": 0.4, "other_org_other_sector": 0.34}
        allowed = self.person.row["consent_matching"] == "yes"
        if not allowed or not self.dice.chance(likely.get(contact.kind, 0.0)):
            return None
        organisation = self._organisation(contact.kind)
        fits = [entry for entry in self.known[organisation] if entry.key not in self.named]
        if not fits:
            return None
        entry = self.dice.one(fits)
        self.named.add(entry.key)
        return {
            "label": entry.initials,
            "affiliation": contact.kind,
            "organisation": entry.organisation,
            "function": entry.function,
            "sector": entry.sector,
            "seniority": self.dice.pick({"more_senior": 8, "same_level": 2}),
            "x_profession": self.dice.one(PROFESSIONS[entry.function]),
            "person_key": entry.key,
        }

    def _stranger(self, contact: Contact) -> Row:
        dice, person = self.dice, self.person
        initials = dice.one(INITIALS) + dice.one(INITIALS)
        nickname = f"{dice.one(NICKNAMES[contact.kind])} {initials[0]}"
        row: Row = {
            "label": nickname if dice.chance(0.22) else initials,
            "affiliation": contact.kind,
        }
        if contact.kind == "outside_work" and dice.chance(0.8):
            return row | {
                "organisation": "not_applicable",
                "function": "not_applicable",
                "sector": "not_applicable",
                "seniority": "not_applicable",
                "x_profession": "not_applicable",
            }
        organisation, sector = self._workplace(contact.kind)
        pool = person.organisation.functions if contact.is_internal else FUNCTIONS
        alike = dice.chance(person.life.alike)
        function = str(person.row["function"]) if alike else dice.pick(pool)
        level = dice.chance(person.life.alike)
        return row | {
            "organisation": organisation,
            "function": function,
            "sector": sector,
            "seniority": "same_level" if level else dice.pick(SENIORITY),
            "x_profession": dice.one(PROFESSIONS[function]),
        }

    def _workplace(self, kind: str) -> tuple[str, str]:
        if kind == "outside_work":
            sector = self.dice.one(tuple(ELSEWHERE))
            return self.dice.one(ELSEWHERE[sector]), sector
        organisation = self._organisation(kind)
        return organisation, SECTORS[organisation]

    def _organisation(self, kind: str) -> str:
        own = self.person.organisation
        if kind in INSIDE:
            return own.code
        same = kind == "other_org_same_sector"
        fits = [
            code
            for code, sector in SECTORS.items()
            if (sector == own.sector) == same and code != own.code
        ]
        return self.dice.one(fits)


def chosen(dice: Dice, likely: dict[str, float]) -> list[str]:
    """Each option with its own probability, in the order they are written."""
    return [option for option, probability in likely.items() if dice.chance(probability)]
