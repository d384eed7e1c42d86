"""How the questions of a survey are mapped, as a person looks at them: by what they are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from netaudit.importers.mapping.proposal import Change, Proposal, Understood
from netaudit.importers.mapping.wrong_codes import wrong_codes
from netaudit.importers.plain import tidy
from netaudit.importers.survey import CHOICE, FIRST, SECOND, SLOT
from netaudit.wording import counted

Status = Literal["open", "proposed", "not read", "mapped", "left out"]
"""From what needs a look to what does not."""

ORDER: tuple[Status, ...] = ("open", "proposed", "not read", "mapped", "left out")
ATTENTION: tuple[Status, ...] = ("open", "proposed")

SECTIONS = {
    "people": "The people",
    "contacts": "Their contacts",
    "ties": "Who knows whom",
    "mentors": "Mentors",
    "texts": "Texts and plans",
    "none": "Not read",
}
SECTION_OF = {
    "participants": "people",
    "audits": "people",
    "contacts": "contacts",
    "ties": "ties",
    "mentoring": "mentors",
    "mentors": "mentors",
}
SHOWN_SAMPLES, LONGEST_SAMPLE = 3, 40


@dataclass(frozen=True, kw_only=True)
class MappedRow:
    """One question with where it stands and how often it is asked, in words."""

    one: Understood
    status: Status
    about: str

    @property
    def title(self) -> str:
        """What the question asks."""
        words = tidy(self.one.words)
        for choice in self.one.choices[:1]:
            words = words.removesuffix(tidy(choice)).rstrip()
        return words or self.one.text


@dataclass(frozen=True, kw_only=True)
class Section:
    """Questions that are about the same."""

    title: str
    rows: tuple[MappedRow, ...]

    @property
    def attention(self) -> tuple[MappedRow, ...]:
        """Those that need a look."""
        return tuple(row for row in self.rows if row.status in ATTENTION)

    @property
    def others(self) -> tuple[MappedRow, ...]:
        """Those that do not."""
        return tuple(row for row in self.rows if row.status not in ATTENTION)

    @property
    def heading(self) -> str:
        """`Their contacts: 9 questions, 2 to look at`."""
        number = counted(len(self.rows), "question")
        look = f", {len(self.attention)} to look at" if self.attention else ""
        return f"{self.title}: {number}{look}"


def change_words(change: Change) -> str:
    """What changed, without the marks that a mapping has in place of numbers."""
    words = change.sentence
    for mark in (SLOT, FIRST, SECOND, CHOICE):
        words = words.replace(mark, "…")
    return words


def sections(proposal: Proposal) -> tuple[Section, ...]:
    """Every question of the file, by what it is about."""
    asked = {(one.table, one.text) for one in proposal.questions if one.text}
    wrong = {text for text, _, _ in wrong_codes(proposal.recipe)}
    asked |= {one.place for one in proposal.understood if one.text in wrong}
    held: dict[str, list[MappedRow]] = {name: [] for name in SECTIONS}
    for one in proposal.understood:
        row = MappedRow(one=one, status=_status(one, asked), about=_about(one))
        held[_section(one)].append(row)
    return tuple(
        Section(title=SECTIONS[name], rows=tuple(sorted(rows, key=_turn)))
        for name, rows in held.items()
        if rows
    )


def _section(one: Understood) -> str:
    return SECTION_OF.get(one.field.partition(".")[0], "texts") if one.field else "none"


def _status(one: Understood, asked: Iterable[tuple[str, str]]) -> Status:
    if one.place in asked:
        return "open"
    if not one.field:
        return "left out" if one.confidence == "said" else "not read"
    # What is said of a question does not say what answers mean that came later.
    is_likely_only = one.confidence == "proposed" or (one.confidence == "said" and one.hinted)
    return "proposed" if is_likely_only else "mapped"


def _turn(row: MappedRow) -> int:
    return ORDER.index(row.status)


def _about(one: Understood) -> str:
    """How often it is asked and what was answered."""
    times = "Asked once" if one.places == 1 else f"Asked {counted(one.places, 'time')}"
    asked = f"In the table {one.table}" if one.table else times
    if one.choices:
        asked += f", {counted(len(one.choices), 'option')} to tick"
    # What stands in tick-boxes says nothing; their options do.
    answers = one.choices if one.choices and one.samples else one.samples
    samples = [f"“{_short(tidy(sample))}”" for sample in answers[:SHOWN_SAMPLES]]
    return f"{asked}. {'Answers: ' + ', '.join(samples) if samples else 'No answers.'}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SAMPLE else f"{text[:LONGEST_SAMPLE].rstrip()} …"
