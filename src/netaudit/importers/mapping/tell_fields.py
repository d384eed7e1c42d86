"""Which field a family of questions is: told by its words, its answers and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from netaudit.importers.families import Family, Level
from netaudit.importers.mapping.fields import About, Field, fields
from netaudit.importers.mapping.known_words import (
    exact_names,
    lone_words,
    own_wordings,
    question_phrases,
)
from netaudit.importers.mapping.tell_answers import Told
from netaudit.importers.plain import bare_words
from netaudit.importers.survey import CHOICE, FIRST, SECOND, SLOT

EXACT, WHOLE, WITHIN, NEAR = 200.0, 100.0, 50.0, 30.0
LONGEST_COUNTED = 40
ALIKE = 90
SHORTEST_NEAR = 6
BY_ANSWERS = 40.0
"""What answers that all have a code weigh against the words of the question."""

MENTORING_WORDS = ("mentor", "mentoring", "mentorin", "mentee", "mentorat", "mentoria", "sponsor")

ACTION_WORDS = ("action",)

ENDS = ("ties.contact_a", "ties.contact_b")
"""Who the two of a pair are; only rows of pairs have to say so."""

ABOUT: dict[str, tuple[About, ...]] = {
    "person": ("person", "reflection"),
    "slot": ("contact", "relationship", "reflection", "action"),
    "pair": ("pair",),
    "row": ("contact", "pair", "relationship", "action"),
}


@dataclass(frozen=True, kw_only=True)
class Guess:
    """A field that a family may be, and how well it fits; `is_exact` by netaudit's own name."""

    family: Family
    field: Field
    score: float
    told: Told
    is_exact: bool
    is_worded: bool


def word_score(texts: Sequence[str], about: str, field: str) -> float:
    """How well the texts name a field: 0 where none of its phrases is in them."""
    phrases = question_phrases(about).get(field, ())
    return max((_score(text, phrase) for text in texts for phrase in phrases), default=0.0)


def _score(text: str, phrase: str) -> float:
    if not phrase or not text:
        return 0.0
    if text == phrase:
        return WHOLE + len(phrase)
    if phrase in lone_words():
        return 0.0
    if f" {phrase} " in f" {text} ":
        return WITHIN + min(len(phrase), LONGEST_COUNTED)
    if SHORTEST_NEAR <= len(phrase) <= len(text) and fuzz.partial_ratio(phrase, text) >= ALIKE:
        return NEAR + min(len(phrase), LONGEST_COUNTED) / 2
    return 0.0


def texts_of(family: Family) -> list[str]:
    """The texts that may tell a family, without the marks for what differs, bare."""
    first = family.members[0]
    raw = [family.text, first.wording, first.row, first.column, first.group]
    if first.group and (first.row or first.column):
        raw.append(f"{first.group} {first.column}")
    marks = str.maketrans({"{": " ", "}": " "})
    texts = []
    for text in raw:
        for mark in (SLOT, FIRST, SECOND, CHOICE):
            text = text.replace(mark, " ")
        words = [word for word in bare_words(text.translate(marks)).split() if not word.isdigit()]
        texts.append(" ".join(words))
    return [text for text in dict.fromkeys(texts) if text]


def possible(level: Level, table: str) -> Iterator[Field]:
    """The fields that a family of a level and a table may be."""
    about = "row" if table else level
    for field in fields().values():
        if field.about in ABOUT[about] and not (about == "pair" and field.id in ENDS):
            yield field


def is_exact(texts: Sequence[str], field: Field) -> bool:
    """Whether one of the texts is the name or the wording that netaudit's own templates have."""
    own = exact_names(field.about).get(field.id, ())
    wordings = own_wordings().get(field.id, ())
    return any(text in own[:1] or text in wordings for text in texts)


def speaks_of_mentoring(texts: Sequence[str]) -> bool:
    """Whether a word of the texts names mentors or mentoring."""
    return any(word.startswith(MENTORING_WORDS) for text in texts for word in text.split())


def mentoring_fits(family: Family, field: Field, *, named: bool) -> bool:
    """Relationships are asked for by name, unless a table holds them; contacts are not."""
    if field.about == "relationship":
        return named or bool(family.table)
    return not (named and field.about == "contact")


def mentions_contacts(family: Family) -> bool:
    """Whether the words of a family may ask for something about a contact."""
    texts = texts_of(family)
    return not speaks_of_mentoring(texts) and any(
        word_score(texts, "contact", field.id) >= WITHIN
        for field in possible(family.level, family.table)
        if field.about == "contact"
    )
