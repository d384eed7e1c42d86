"""What one participant wrote about their list, beside what the list counts of the same subject.

Nothing here reads or judges a text: the theme that a text speaks of was given by a person.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from netaudit.analysis.ask import ask, records
from netaudit.analysis.selection import Selection
from netaudit.analysis.themes.facts import Rows, theme_sentence
from netaudit.analysis.viewer import Viewer
from netaudit.analysis.voice import voice
from netaudit.store.database import Database
from netaudit.vocabulary import readable
from netaudit.wording import counted, enumerated, known

FOR_THEM_ALONE = "What the participant wrote is for the participant alone"
NOTHING_WRITTEN = "No strengths or weaknesses are recorded for you yet"
WOULD_ADD = (
    "Up to three strengths and three weaknesses of your list, in your own words, would stand here"
    " beside what the list counts."
)


@dataclass(frozen=True, kw_only=True)
class Written:
    """One strength or weakness; `theme` and `fact` are blank where nobody gave a theme."""

    text: str
    theme: str
    fact: str


@dataclass(frozen=True, kw_only=True)
class WrittenAtWave:
    """What was written at one wave; `without_list` where nobody was listed to compare with."""

    title: str
    strengths: tuple[Written, ...]
    weaknesses: tuple[Written, ...]
    without_list: bool


@dataclass(frozen=True, kw_only=True)
class Strengths:
    """All waves at which something was written, the latest first."""

    headline: str
    base: str
    waves: tuple[WrittenAtWave, ...]


def strengths(database: Database, viewer: Viewer, _: Selection, *, participant: str) -> Strengths:
    """Strengths and weaknesses per wave; empty for everybody but the participant."""
    rows = [
        row
        for row in records(ask(database, viewer, "person_reflections", participant=participant))
        if row["item"] in ("strength", "weakness")
    ]
    facts = records(ask(database, viewer, "person_theme_facts", participant=participant))
    by_wave: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_wave[row["wave"]].append(row)
    waves = tuple(_at(wave, written, facts) for wave, written in by_wave.items())
    return Strengths(
        headline=_headline(waves) if waves else voice(viewer).says(NOTHING_WRITTEN, FOR_THEM_ALONE),
        base=_base(rows) if waves else voice(viewer).says(WOULD_ADD, ""),
        waves=waves[::-1],
    )


def _at(wave: str, written: list[dict[str, Any]], facts: list[dict[str, Any]]) -> WrittenAtWave:
    here: dict[str, Rows] = defaultdict(list)
    for fact in facts:
        if fact["wave"] == wave:
            here[fact["fact"]] = [*here[fact["fact"]], fact]
    listed = next((fact["part"] for fact in here["contacts"]), 0)

    def of(item: str) -> tuple[Written, ...]:
        return tuple(
            _written(row, here if listed else {}) for row in written if row["item"] == item
        )

    return WrittenAtWave(
        title=readable(wave),
        strengths=of("strength"),
        weaknesses=of("weakness"),
        without_list=not listed,
    )


def _written(row: dict[str, Any], facts: dict[str, Rows]) -> Written:
    theme = row["theme"] if known(row["theme"]) else ""
    return Written(
        text=row["text"],
        theme=readable(theme) if theme else "",
        fact=theme_sentence(theme, facts) if facts else "",
    )


def _headline(waves: tuple[WrittenAtWave, ...]) -> str:
    latest = waves[-1]
    parts = [
        counted(len(written), one, many)
        for written, one, many in (
            (latest.strengths, "strength", "strengths"),
            (latest.weaknesses, "weakness", "weaknesses"),
        )
        if written
    ]
    return f"At {latest.title.lower()} you named {enumerated(parts)}"


def _base(rows: list[dict[str, Any]]) -> str:
    if not any(known(row["theme"]) for row in rows):
        return "In your own words."
    return (
        "In your own words. Where somebody who read them gave a theme, the count it is about stands"
        " below; contacts without an answer are left out. A count can agree with you or not; what"
        " you see may be what it cannot count."
    )
