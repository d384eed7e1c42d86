"""Whose report it is, and how its sections ask about them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from netaudit.analysis.person import header
from netaudit.analysis.person import waves as person_waves
from netaudit.analysis.person.header import Person
from netaudit.analysis.person.waves import PersonWave
from netaudit.analysis.selection import EVERYTHING
from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.store.database import Database
from netaudit.wording import enumerated, known

Answer = TypeVar("Answer")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The participant, every audit that was due, and the one that the report is about.

    `on` is the day of the latest audit, if any has a day: the document's date, so that the same
    data give the same document.
    """

    database: Database
    viewer: Viewer
    person: Person
    waves: tuple[PersonWave, ...]
    at: PersonWave
    on: date | None

    def ask(self, question: Callable[..., Answer], /, **parameters: Any) -> Answer:
        """What an analysis function answers about the participant."""
        whose = {"participant": self.person.id}
        return question(self.database, self.viewer, EVERYTHING, **whose, **parameters)


def subject(database: Database, viewer: Viewer, participant: str, wave: str | None) -> Subject:
    """The participant at the wave, or at the latest one completed.

    NetauditError where this viewer has no such participant, or they were not asked at the wave.
    """
    shown = header.person(database, viewer, EVERYTHING, participant=participant)
    waves = person_waves.waves(database, viewer, EVERYTHING, participant=participant)
    if not waves:
        raise NetauditError(
            f"{participant} was not asked anything yet.",
            "There is a report once an audit of theirs was imported.",
        )
    return Subject(
        database=database,
        viewer=viewer,
        person=shown,
        waves=waves,
        at=_latest(waves) if wave is None else _chosen(waves, wave, participant),
        on=max((on for on in map(_day_of, waves) if on), default=None),
    )


def _latest(waves: tuple[PersonWave, ...]) -> PersonWave:
    return next((one for one in reversed(waves) if one.is_completed), waves[-1])


def _chosen(waves: tuple[PersonWave, ...], wave: str, participant: str) -> PersonWave:
    for one in waves:
        if one.wave == wave:
            return one
    asked = enumerated([one.wave for one in waves])
    raise NetauditError(f"{participant} was not asked at {wave}.", f"Asked at: {asked}.")


def _day_of(wave: PersonWave) -> date | None:
    on = wave.counts["completed_on"]
    return date(on.year, on.month, on.day) if known(on) else None
