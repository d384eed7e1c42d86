"""The audits of one participant, wave by wave: the counts that sentences about them rest on."""

from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import Voice, voice
from netaudit.store.database import Database
from netaudit.vocabulary import label, readable
from netaudit.wording import counted, day, known

STATES = {
    "not_done": (
        "There is no answer of yours at this wave.",
        "The audit was not done at this wave.",
    ),
    "none_to_name": (
        "You said that there was nobody to name.",
        "The participant said that there was nobody to name.",
    ),
    "partial": ("The list was filled in only in part; there may be more contacts.",) * 2,
}
"""Why a list is short or missing: to the participant, and to somebody else."""

REFLECTIONS = {"strengths": "strength", "weaknesses": "weakness", "questions": "question"}


@dataclass(frozen=True, kw_only=True)
class PersonWave:
    """One audit; `counts` are the columns of summaries/person_waves.sql."""

    wave: str
    is_completed: bool
    state: str
    counts: dict[str, Any]

    @property
    def title(self) -> str:
        """The wave's name as people read it."""
        return readable(self.wave)

    @property
    def has_contacts(self) -> bool:
        """Whether there is a network to draw, of core contacts or weak ties."""
        return bool(self.is_completed and (self.count("size") or self.count("weak_ties")))

    def count(self, name: str) -> int:
        """A count that is always there, or 0 where the audit was not done."""
        value = self.counts[name]
        return int(value) if known(value) else 0

    def optional(self, name: str) -> int | None:
        """A count, or None where it is not known."""
        value = self.counts[name]
        return int(value) if known(value) else None


def waves(
    database: Database, viewer: Viewer, _: Selection, *, participant: str
) -> tuple[PersonWave, ...]:
    """Every audit of the participant that was due, in the order of the waves."""
    rows = ask(database, viewer, "person_waves", participant=participant)
    return tuple(_wave(row, voice(viewer)) for row in records(rows))


def _wave(row: dict[str, Any], speaks: Voice) -> PersonWave:
    return PersonWave(
        wave=row["wave"],
        is_completed=bool(row["is_completed"]),
        state=speaks.says(*STATES.get(row["contacts_status"], ("", ""))),
        counts=row,
    )


def answered(wave: PersonWave) -> str:
    """When and with whom the audit was done, and how much of the reflection was answered.

    What was written there stays with the participant: only that it was written is said.
    """
    if not wave.is_completed:
        return "Not done."
    parts = [_when(wave)]
    if known(wave.counts["completed_with"]):
        parts.append(label("completed_with", wave.counts["completed_with"]).lower())
    written = [
        counted(wave.count(name), one, name)
        for name, one in REFLECTIONS.items()
        if wave.count(name)
    ]
    reflection = f"Reflection: {', '.join(written)}" if written else "Reflection not answered"
    return f"{', '.join(parts)}. {reflection}."


def _when(wave: PersonWave) -> str:
    on = wave.counts["completed_on"]
    return f"Completed on {day(on)}" if known(on) else "Completed, without a date"
