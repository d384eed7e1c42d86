"""People at two waves as rows of an export, with ten contacts: a share is a count of ten."""

from collections.abc import Iterable
from dataclasses import dataclass

from netaudit.definitions.examples import Rows

WAVES = ("baseline", "endpoint")
DAYS = {"baseline": "2026-01-20", "endpoint": "2026-11-20"}


@dataclass(frozen=True, kw_only=True)
class Person:
    """How many of ten contacts are internal at each wave (None: did not answer it), and the state
    of pigeonholing that the answers on another role come to."""

    cohort: str
    number: int
    internal: tuple[int | None, int | None]
    pictured: tuple[str, str] = ("clear", "clear")

    @property
    def code(self) -> str:
        return f"{self.cohort}-{self.number:02}"


def rows_of(people: Iterable[Person]) -> Rows:
    """Participants, audits and contacts. The last three contacts are others at the later wave."""
    everybody = list(people)
    at_wave = [
        (one, wave, place)
        for one in everybody
        for place, wave in enumerate(WAVES)
        if one.internal[place] is not None
    ]
    return {
        "participants": [
            {
                "participant_id": one.code,
                "cohort": one.cohort,
                "gender": "woman" if one.number % 2 else "man",
                "function": "clinical" if one.number < 10 else "research",
            }
            for one in everybody
        ],
        "audits": [
            {"participant_id": one.code, "wave": wave, "completed_on": DAYS[wave]}
            for one, wave, _ in at_wave
        ],
        "contacts": [row for one, wave, place in at_wave for row in _contacts(one, wave, place)],
    }


def _contacts(one: Person, wave: str, place: int) -> list[dict[str, str]]:
    internal = one.internal[place] or 0
    return [
        {
            "participant_id": one.code,
            "wave": wave,
            "contact_id": f"c{n if n < 7 else n + 10 * place}",
            "affiliation": "same_org" if n < internal else "other_org_same_sector",
            "sees_different": "no" if one.pictured[place] == "watch" else "yes",
        }
        for n in range(10)
    ]
