"""What participants do about their networks: activities, actions and exchanges of knowledge."""

from datetime import date, timedelta

from netaudit.sample.dice import Dice
from netaudit.sample.organisations import Weights
from netaudit.sample.people import WAVES, Person, Row
from netaudit.sample.texts import action_texts
from netaudit.vocabulary import VOCABULARIES

ACTIVITIES = tuple(VOCABULARIES["activity"])
# How appealing an activity is: the probability that somebody ever takes it up.
APPEAL = {
    "internal_external_opportunities": 0.85,
    "active_role_at_events": 0.55,
    "social_media": 0.50,
    "own_community": 0.40,
    "extracurricular": 0.35,
    "multiple_mentors": 0.60,
    "offer_to_mentor": 0.45,
}
FIRST_STATUS: Weights = {"planned": 58, "doing": 32, "done": 10}
NEXT_STATUS: dict[str, Weights] = {
    "planned": {"planned": 36, "doing": 48, "done": 10, "not_for_me": 6},
    "doing": {"doing": 58, "done": 42},
    "done": {"done": 1},
    "not_for_me": {"not_for_me": 86, "planned": 14},
}
ACTIVITY_LEFT_BLANK = 0.05

# New actions at each wave; the plan is made in the middle of the programme.
NEW_ACTIONS = {
    "baseline": {0: 25, 1: 38, 2: 27, 3: 10},
    "midpoint": {0: 16, 1: 34, 2: 34, 3: 16},
    "endpoint": {0: 48, 1: 34, 2: 18},
}
ACTION_NEXT: dict[str, Weights] = {
    "planned": {"planned": 30, "in_progress": 34, "done": 26, "dropped": 10},
    "in_progress": {"in_progress": 34, "done": 58, "dropped": 8},
}
DUE_IN_DAYS = (21, 190)
HAS_NO_DUE_DATE = 0.10

# Formats take part in by how common they are; most people attend, few organise.
FORMATS = {"gathering": 0.42, "newsletter": 0.30, "forum": 0.24, "roundtable": 0.22, "other": 0.07}
PARTS: Weights = {"attend": 60, "contribute": 28, "organise": 12}
TIMES_A_YEAR = {"gathering": (1, 6), "newsletter": (4, 12), "forum": (2, 12)}
TIMES_OTHERWISE = (1, 4)


class Plan:
    """One participant's activities and actions, moving on from wave to wave."""

    def __init__(self, seed: int, person: Person) -> None:
        self.person = person
        self.dice = Dice(seed, person.id, "plan")
        self.statuses: dict[str, str] = {}
        self.open: list[Row] = []
        self.count = 0
        self.before = person.plan.start

    def activities(self, wave: str) -> list[Row]:
        """All activities considered at one wave; waves in their order."""
        for activity in ACTIVITIES:
            before = self.statuses.get(activity)
            if before:
                self.statuses[activity] = self.dice.pick(NEXT_STATUS[before])
            elif self.dice.chance(APPEAL[activity]):
                self.statuses[activity] = self.dice.pick(FIRST_STATUS)
            else:
                self.statuses[activity] = "not_for_me"
        return [
            {"activity": activity, "status": status, **self._at(wave)}
            for activity, status in self.statuses.items()
            if not self.dice.chance(ACTIVITY_LEFT_BLANK)
        ]

    def actions(self, wave: str) -> list[Row]:
        """Actions carried over and new ones; waves in their order."""
        on = self.person.days[wave]
        carried = [self._moved(action, on) for action in self.open]
        new = [self._new(on) for _ in range(self.dice.pick(NEW_ACTIONS[wave]))]
        if new and wave == WAVES[0]:
            new[0]["first_step"] = "yes"
        actions = [{**action, **self._at(wave)} for action in carried + new]
        self.open = [action for action in actions if not action["closed_on"]]
        self.before = on
        return actions

    def exchange(self, wave: str) -> list[Row]:
        """The formats the participant takes part in, a little more at each wave."""
        more = 1 + 0.25 * WAVES.index(wave)
        return [
            {
                **self._at(wave),
                "format": name,
                "role": self.dice.pick(PARTS),
                "per_year": ""
                if self.dice.chance(0.08)
                else self.dice.whole(*TIMES_A_YEAR.get(name, TIMES_OTHERWISE)),
            }
            for name, likely in FORMATS.items()
            if self.dice.chance(likely * more)
        ]

    def _at(self, wave: str) -> Row:
        return {"participant_id": self.person.id, "wave": wave}

    def _moved(self, action: Row, on: date) -> Row:
        status = self.dice.pick(ACTION_NEXT[str(action["status"])])
        closed = status in ("done", "dropped")
        days = self.dice.whole(1, max(1, (on - self.before).days))
        return {
            **action,
            "status": status,
            "closed_on": self.before + timedelta(days=days) if closed else "",
        }

    def _new(self, on: date) -> Row:
        dice = self.dice
        self.count += 1
        idea = dice.one(action_texts())
        due = on + timedelta(days=dice.whole(*DUE_IN_DAYS))
        return {
            "action_id": f"a{self.count}",
            "text": idea["text"],
            "first_step": "no",
            "purpose": idea["purpose"],
            "activity": idea["activity"],
            "pattern": idea.get("pattern", ""),
            "due_on": "" if dice.chance(HAS_NO_DUE_DATE) else due,
            "status": dice.pick({"planned": 78, "in_progress": 22}),
            "closed_on": "",
        }
