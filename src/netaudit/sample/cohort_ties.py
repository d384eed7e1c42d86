"""Who knows whom within a cohort, from the roster question: it grows as the programme goes on."""

from netaudit.sample.dice import Dice
from netaudit.sample.people import WAVES, Person, Row

# Colleagues know each other beforehand; the programme's meetings do the rest.
KNOWN_AT_START = {True: 0.50, False: 0.05}
MET_BY = {"baseline": 0.0, "midpoint": 0.26, "endpoint": 0.20}
# What happens at a wave between two who know each other.
RELATIONS = {"sought_advice": 0.22, "worked_together": 0.13, "introduced_someone": 0.07}
# Somebody does not tick a person by whom they are ticked.
OVERLOOKED = 0.12


class Roster:
    """The ties within one cohort; a tie once made stays."""

    def __init__(self, seed: int, cohort: str, people: list[Person]) -> None:
        self.dice = Dice(seed, "cohort ties", cohort)
        self.people = people
        self.known: set[tuple[str, str]] = set()

    def at(self, wave: str) -> list[Row]:
        """The rows of everybody who answers at one wave; waves in their order."""
        here = [person for person in self.people if person.answers(wave)]
        for index, one in enumerate(here):
            for other in here[index + 1 :]:
                if self.dice.chance(self._likely(wave, one, other)):
                    self.known |= {(one.id, other.id), (other.id, one.id)}
        return [
            row
            for person in here
            for other in self.people
            if (person.id, other.id) in self.known and not self.dice.chance(OVERLOOKED)
            for row in self._rows(wave, person, other)
        ]

    def _likely(self, wave: str, one: Person, other: Person) -> float:
        if wave == WAVES[0]:
            return KNOWN_AT_START[one.organisation is other.organisation]
        return MET_BY[wave]

    def _rows(self, wave: str, person: Person, other: Person) -> list[Row]:
        relations = ["know"]
        relations += [name for name, likely in RELATIONS.items() if self.dice.chance(likely)]
        return [
            {
                "participant_id": person.id,
                "wave": wave,
                "other_participant_id": other.id,
                "relation": relation,
            }
            for relation in relations
        ]
