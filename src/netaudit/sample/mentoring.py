"""Mentoring relationships: there before, arranged by the programme, found, ended."""

from dataclasses import dataclass
from datetime import date, timedelta

from netaudit.sample.dice import Dice
from netaudit.sample.networks import Listing
from netaudit.sample.organisations import Weights
from netaudit.sample.people import WAVES, Person, Row

# Relationships at the start: many have none, a few have a portfolio. Some have ended by then.
BEFORE = {0: 40, 1: 30, 2: 20, 3: 8, 4: 2}
ENDED_BEFORE = 0.22
# The programme matches most mentees between the first two waves.
MATCHED = {"mentee": 0.80, "both": 0.78, "mentor": 0.55, "none": 0.05, "": 0.30}
# Relationships people find themselves between two waves.
FOUND = {0: 66, 1: 28, 2: 6}
ENDS_BETWEEN_WAVES = 0.12
TAKES_NO_PART = 0.10

ROLES: dict[str, Weights] = {
    "mentee": {"mentee": 86, "mentor": 6, "both": 8},
    "both": {"mentee": 42, "mentor": 36, "both": 22},
    "mentor": {"mentee": 14, "mentor": 76, "both": 10},
    "none": {"mentee": 70, "mentor": 20, "both": 10},
    "": {"mentee": 75, "mentor": 15, "both": 10},
}
TYPES: dict[str, Weights] = {
    "mentee": {
        "developmental": 56,
        "sponsorship": 20,
        "peer": 12,
        "reverse": 4,
        "other": 4,
        "unknown": 4,
    },
    "mentor": {
        "developmental": 62,
        "sponsorship": 14,
        "reverse": 12,
        "peer": 6,
        "other": 3,
        "unknown": 3,
    },
    "both": {"reciprocal": 62, "peer": 36, "unknown": 2},
}
HELPS: dict[str, dict[str, float]] = {
    "sponsorship": {"why": 0.35, "how": 0.40, "whom": 0.85},
    "developmental": {"why": 0.62, "how": 0.72, "whom": 0.34},
    "reverse": {"why": 0.40, "how": 0.60, "whom": 0.30},
    "reciprocal": {"why": 0.60, "how": 0.60, "whom": 0.45},
    "peer": {"why": 0.55, "how": 0.66, "whom": 0.30},
}
HELPS_OTHERWISE = {"why": 0.4, "how": 0.5, "whom": 0.3}
SOURCES: Weights = {
    "former_boss": 20,
    "former_teacher": 9,
    "coworker_other_department": 20,
    "immediate_circle_other": 10,
    "professional_body": 11,
    "friend_of_friend": 9,
    "accredited_programme": 6,
    "linkedin": 6,
    "other": 4,
}
APPROACHES: dict[str, Weights] = {
    "linkedin": {"linkedin_or_platform": 9, "email": 1},
    "friend_of_friend": {"introduced_by_colleague": 7, "email": 2, "in_person": 1},
    "professional_body": {"email": 5, "in_person": 3, "linkedin_or_platform": 2},
    "former_boss": {"in_person": 6, "they_approached_me": 3, "email": 2},
}
APPROACHES_OTHERWISE: Weights = {
    "email": 4,
    "in_person": 4,
    "introduced_by_colleague": 3,
    "they_approached_me": 3,
    "other": 1,
}
SYSTEMS: dict[str, Weights] = {
    "former_boss": {"other_org": 7, "current_org": 3},
    "former_teacher": {"education": 1},
    "coworker_other_department": {"current_org": 1},
    "immediate_circle_other": {"current_org": 5, "community_or_family": 5},
    "professional_body": {"professional_body": 1},
    "friend_of_friend": {"other_org": 6, "community_or_family": 4},
    "accredited_programme": {"education": 1},
    "linkedin": {"other_org": 1},
    "programme_matched": {"this_programme": 8, "other_org": 2},
    "other": {"other_org": 1, "community_or_family": 1},
}
# The part of life a contact belongs to, so that a mentor on the list is one who fits.
ELSEWHERE = ("other_org", "professional_body", "education", "this_programme")
SYSTEMS_OF = {
    "same_team": ("current_org",),
    "same_org": ("current_org",),
    "other_org_same_sector": ELSEWHERE,
    "other_org_other_sector": ELSEWHERE,
    "outside_work": ("community_or_family",),
}
END_REASONS = (
    "ended as planned",
    "one of us changed jobs",
    "meetings became rare",
    "aims were reached",
    "not the right match",
    "no time at present",
)
MEETINGS = {"formal": (6, 12), "informal": (2, 18)}
ON_THE_LIST = 0.60
ANSWER_LEFT_BLANK = 0.05
LEFT_BLANK = (
    "mode",
    "scope",
    "helps_why",
    "helps_whom",
    "approach",
    "exploratory_first",
    "closeness",
)
MATCHED_AFTER_DAYS = (24, 60)
# Letters of an ISO date that are remembered: the day, the month or only the year. An end is recent.
START_PRECISION = {10: 40.0, 7: 42.0, 4: 18.0}
END_PRECISION = {10: 55.0, 7: 45.0}
ENDED_STILL_SHOWN = 0.4
START_FORGOTTEN = 0.06


@dataclass(kw_only=True)
class Relationship:
    """One relationship; `fixed` are the answers that stay the same until it ends."""

    ended: date | None
    fixed: Row
    contact_id: str = ""


class Portfolio:
    """One participant's relationships, growing from wave to wave."""

    def __init__(self, seed: int, person: Person) -> None:
        self.person = person
        self.dice = Dice(seed, person.id, "mentoring")
        self.role = str(person.row["scheme_role"])
        self.takes_no_part = self.dice.chance(TAKES_NO_PART)
        self.is_matched = self.dice.chance(MATCHED[self.role])
        self.relationships: list[Relationship] = []

    def at(self, wave: str, listing: Listing | None) -> list[Row]:
        """The rows of one wave; called for every wave in order, answered or not."""
        if self.takes_no_part:
            return []
        on = self.person.days[wave]
        ended = [r for r in self.relationships if r.ended]
        if wave == WAVES[0]:
            self._start(on)
        else:
            self._move_on(self.person.days[WAVES[WAVES.index(wave) - 1]], on)
        gone = [r for r in ended if not self.dice.chance(ENDED_STILL_SHOWN)]
        reported = [r for r in self.relationships if r not in gone]
        return [self._row(wave, relationship, listing) for relationship in reported]

    def _start(self, on: date) -> None:
        for _ in range(self.dice.pick(BEFORE)):
            began = on - timedelta(days=self.dice.whole(60, 2600))
            ended = None
            if self.dice.chance(ENDED_BEFORE):
                ended = began + timedelta(days=self.dice.whole(30, (on - began).days - 10))
            self._add(began, ended, matched=False)

    def _move_on(self, before: date, on: date) -> None:
        for relationship in self.relationships:
            if not relationship.ended and self.dice.chance(ENDS_BETWEEN_WAVES):
                relationship.ended = self._day(before, on)
                relationship.fixed["end_date"] = self._said(relationship.ended, END_PRECISION)
                relationship.fixed["end_reason"] = self.dice.one(END_REASONS)
        matched = any(r.fixed["via_programme"] == "yes" for r in self.relationships)
        if self.is_matched and not matched:
            began = before + timedelta(days=self.dice.whole(*MATCHED_AFTER_DAYS))
            self._add(began, None, matched=True)
        for _ in range(self.dice.pick(FOUND)):
            self._add(self._day(before, on), None, matched=False)

    def _day(self, before: date, on: date) -> date:
        return before + timedelta(days=self.dice.whole(1, (on - before).days - 1))

    def _said(self, day: date, precision: dict[int, float]) -> str:
        """A date as somebody remembers it: to the day, the month or the year."""
        return day.isoformat()[: self.dice.pick(precision)]

    def _add(self, began: date, ended: date | None, *, matched: bool) -> None:
        dice = self.dice
        role = dice.pick(ROLES[self.role])
        source = "programme_matched" if matched else dice.pick(SOURCES)
        formality = "formal" if matched or dice.chance(0.25) else "informal"
        kind = dice.pick(TYPES[role])
        said = self._said(began, START_PRECISION)
        remembers = matched or not dice.chance(START_FORGOTTEN)
        fixed: Row = {
            "mentoring_id": f"m{len(self.relationships) + 1}",
            "my_role": role,
            "type": kind,
            "formality": formality,
            "mode": dice.pick({"face_to_face": 30, "virtual": 34, "hybrid": 36}),
            "scope": dice.pick({"narrow": 42, "broad": 58}),
            "start_date": said if remembers else "",
            "end_date": self._said(ended, END_PRECISION) if ended else "",
            "end_reason": dice.one(END_REASONS) if ended else "",
            "via_programme": "yes" if matched else "no",
            **self._helps(kind),
            "source": source,
            "approach": "programme_matched" if matched else dice.pick(_approaches(source)),
            "exploratory_first": "yes" if dice.chance(0.7 if matched else 0.48) else "no",
            "social_system": dice.pick(SYSTEMS[source]),
            "closeness": dice.pick({1: 6, 2: 34, 3: 40, 4: 20}),
            "meetings_per_year": dice.whole(*MEETINGS[formality]),
        }
        blank = {c for c in LEFT_BLANK if dice.chance(ANSWER_LEFT_BLANK)}
        fixed |= dict.fromkeys(sorted(blank), "")
        self.relationships.append(Relationship(ended=ended, fixed=fixed))

    def _helps(self, kind: str) -> Row:
        likely = HELPS.get(kind, HELPS_OTHERWISE)
        return {
            f"helps_{what}": "yes" if self.dice.chance(probability) else "no"
            for what, probability in likely.items()
        }

    def _row(self, wave: str, relationship: Relationship, listing: Listing | None) -> Row:
        return {
            "participant_id": self.person.id,
            "wave": wave,
            **relationship.fixed,
            "contact_id": self._contact(relationship, listing),
        }

    def _contact(self, relationship: Relationship, listing: Listing | None) -> str:
        """The mentor's code, as long as the mentor is on the list."""
        if listing is None or relationship.ended:
            return ""
        here = {contact.id: SYSTEMS_OF[contact.kind] for contact in listing.core}
        taken = {r.contact_id for r in self.relationships}
        system = str(relationship.fixed["social_system"])
        free = [id for id, systems in here.items() if id not in taken and system in systems]
        if not relationship.contact_id:
            listed = free and self.dice.chance(ON_THE_LIST)
            relationship.contact_id = self.dice.one(free) if listed else "not on the list"
        return relationship.contact_id if relationship.contact_id in here else ""


def _approaches(source: str) -> Weights:
    return APPROACHES.get(source, APPROACHES_OTHERWISE)
