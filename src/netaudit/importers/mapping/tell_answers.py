"""Which code an answer means: told by its words, hinted at, or for a person to say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from netaudit.importers.answers import NUMBER
from netaudit.importers.mapping.known_words import (
    answer_codes,
    hinted_codes,
    negations,
    unsaid_codes,
    vocabulary_of,
)
from netaudit.importers.plain import bare_words, plain
from netaudit.schema import Column

NEAR = 88
"""How alike (of 100) an answer must be to known words to be proposed for the same."""

CLEARLY = 6
"""By how much the nearest words must be nearer than those of another code."""

BELOW = r"less than|under|below|up to|fewer than|<|weniger als|unter|bis zu|moins de|menos de"
NUMBERS = re.compile(r"(?<![^\W_])\d+(?:[.,]\d+)?")
"""Numbers that stand alone: "AO03" is a code and holds none."""

MONTHS = re.compile(r"month|monat|mois\b|mes(?:es)?\b", re.IGNORECASE)
YEARS = re.compile(r"year|jahr|\bans?\b|años?\b", re.IGNORECASE)
A_SINGLE = re.compile(
    r"\b(?:a|one|einem|einen|ein|un|une|uno)\b(?=\s+(?:year|jahr|an\b|año|month|monat|mois|mes))",
    re.IGNORECASE,
)
OPEN_START = re.compile(rf"(?:{BELOW})|or less|oder weniger|ou moins|o menos", re.IGNORECASE)


@dataclass(kw_only=True)
class Told:
    """The answers to a question with their codes: `sure`, `hinted`, or `open` without one.

    `bands` are answers such as "5 to 10 years" that stand as one number; `unsaid` are those that
    say nothing, which tells nothing of the question either.
    """

    sure: dict[str, str] = field(default_factory=dict)
    hinted: dict[str, str] = field(default_factory=dict)
    bands: dict[str, str] = field(default_factory=dict)
    unsaid: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    @property
    def codes(self) -> dict[str, str]:
        """Every answer that has a code."""
        return {**self.sure, **self.hinted, **self.bands, **self.unsaid}

    @property
    def number(self) -> int:
        """How many answers say something that has a code."""
        return len(self.sure) + len(self.hinted) + len(self.bands)

    @property
    def fit(self) -> float:
        """The share of the answers that have a code, of those that say something; else 1."""
        number = self.number + len(self.open)
        return self.number / number if number else 1.0


def told(column: Column, answers: Iterable[str]) -> Told:
    """The codes of the answers that a question was given, each answer once."""
    found = Told()
    held = list(dict.fromkeys(answers))
    for answer in held:
        _tell(found, column, answer)
    if column.vocabulary == "tie":
        _do_not_know(found)
    return found


def _tell(found: Told, column: Column, answer: str) -> None:
    vocabulary, name = vocabulary_of(column)
    known = answer_codes(vocabulary, name)
    words = bare_words(answer)
    if words in known or (column.vocabulary and answer in known.values()):
        found.sure[answer] = known.get(words, answer)
    elif words in (hints := hinted_codes(vocabulary, name)):
        found.hinted[answer] = hints[words]
    elif _is_coded(column) and words in (unsaid := unsaid_codes(vocabulary)):
        found.unsaid[answer] = unsaid[words]
    elif column.vocabulary or (column.kind == "integer" and not NUMBER.match(answer)):
        near = _near(words, {**hints, **known})
        if near:
            found.hinted[answer] = near
        else:
            found.open.append(answer)
    elif column.kind in ("number", "integer"):
        _tell_number(found, answer)


def _is_coded(column: Column) -> bool:
    return column.vocabulary is not None or column.kind in ("integer", "number")


def _near(words: str, known: dict[str, str]) -> str:
    """The code whose words are almost these, or are all among these; blank where none is.

    None is where words of two codes are about as near: "inside" and "outside" differ in little.
    """
    alike = process.extract(words, known.keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=None)
    if alike and not _turned(words, alike[0][0]):
        nearest = [known[phrase] for phrase, ratio, _ in alike if ratio > alike[0][1] - CLEARLY]
        return nearest[0] if len(set(nearest)) == 1 else ""
    held = set(words.split())
    within = {
        known[phrase]
        for phrase in known
        if len(phrase) > 3 and set(phrase.split()) <= held and not _turned(words, phrase)
    }
    return within.pop() if len(within) == 1 else ""


def _turned(words: str, phrase: str) -> bool:
    """Whether only one of the two says "not" or the like."""
    return (negations() & set(words.split())) != (negations() & set(phrase.split()))


def _tell_number(found: Told, answer: str) -> None:
    if NUMBER.match(answer):
        return
    band = years_of(answer)
    if band is None:
        found.open.append(answer)
    else:
        found.bands[answer] = band


def years_of(answer: str) -> str | None:
    """The number of years that an answer such as "5-10 years" stands for; None where it is none.

    A closed band stands as its middle, "less than" as half, "more than" as its limit, which is the
    least it can be.
    """
    answer = A_SINGLE.sub("1", answer.replace("_", " "))
    numbers = [float(number.replace(",", ".")) for number in NUMBERS.findall(plain(answer))]
    if not numbers or len(numbers) > 2:
        return None
    years = [number / 12 for number in numbers] if MONTHS.search(answer) else numbers
    if len(years) == 2:
        middle = sum(years) / 2
    elif OPEN_START.search(answer):
        middle = years[0] / 2
    else:
        middle = years[0]
    return f"{middle:.2f}".rstrip("0").rstrip(".")


def are_years(answer: str) -> bool:
    """Whether an answer names years or months."""
    return bool(YEARS.search(answer) or MONTHS.search(answer))


def _do_not_know(found: Told) -> None:
    """Reads "do not know" alone as "no" where nothing else says no, and then only a hint at it."""
    for answer in list(found.open):
        if bare_words(answer) == "do not know":
            has_no = "do_not_know" in found.codes.values()
            found.open.remove(answer)
            found.hinted[answer] = "unknown" if has_no else "do_not_know"
