"""How the questions of a survey were understood: what is sure, what is proposed, what is open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Literal

from netaudit.importers.families import Level
from netaudit.importers.mapping.recipe import Recipe

Confidence = Literal["said", "sure", "proposed", "missing"]
"""`said` by a mapping; `sure` by the words and the answers; `proposed` where one of them hints at
it; `missing` where nothing is known."""


QUESTION = "[[question]]"
"""The section of a mapping that is about one question of the survey."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One way of answering a question about the file; `line` is what the mapping would say."""

    label: str
    line: str


@dataclass(frozen=True, kw_only=True)
class OpenQuestion:
    """Something about the file that only a person can know.

    `section` is the part of the mapping the answer belongs to: `[file]`, or the `[[question]]`
    with the text `text`. `suggested` is the line that netaudit would write, blank where it has no
    idea. `advice` helps to choose. Where codes of `answers` are asked for, they are given with the
    code that is likely or TO_SAY, and each choice's line is a code. `costs` says what goes without
    where `is_required` is False and nobody answers.
    """

    id: str
    ask: str
    why: str
    section: str
    choices: tuple[Choice, ...] = ()
    suggested: str = ""
    text: str = ""
    table: str = ""
    column: str = ""
    answers: Mapping[str, str] = made(default_factory=dict)
    is_required: bool = True
    costs: str = ""
    advice: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines to add to the mapping, with the suggestion or a blank to fill in."""
        filled = self.suggested or (self.choices[0].line if self.choices else "")
        return (self.section, *filled.splitlines())


@dataclass(frozen=True, kw_only=True)
class AskedPair:
    """One question about a pair as people read it, and the numbers of the contacts it is about."""

    words: str
    first: int
    second: int


@dataclass(frozen=True, kw_only=True)
class Understood:
    """One family of questions on the mapping page.

    `field` is blank where it is left out. `samples` are some of its answers, as they stand;
    `places` how often it is asked, `choices` the options that have columns of their own. `reason`
    says in words why it was understood so. Of its `answers`, those in `hinted` are likely only;
    `unknown` are those without a code, `numbers` those that are numbers. `is_exact` where it has
    the name that netaudit's templates give it. `pairs` are some of the pairs it is asked of, where
    its texts name them. `scale` is the one that its numbers are of, once it is said.
    """

    text: str
    table: str
    words: str
    level: Level
    field: str
    confidence: Confidence
    reason: str
    places: int
    samples: tuple[str, ...] = ()
    answers: Mapping[str, str] = made(default_factory=dict)
    hinted: Mapping[str, str] = made(default_factory=dict)
    unknown: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    is_exact: bool = False
    pairs: tuple[AskedPair, ...] = ()
    choices: tuple[str, ...] = ()
    scale: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Table and text, by which a mapping finds it."""
        return self.table, self.text


@dataclass(frozen=True, kw_only=True)
class MissingField:
    """A field that no question of the file goes to, and what that switches off."""

    field: str
    meaning: str
    costs: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing in which a file differs from the mapping of an earlier one, in a sentence.

    `place` is the table and text of the mapping's question, `near` of the file's question that
    most likely is the same, reworded; both are blank where there is none.
    """

    sentence: str
    place: tuple[str, str] = ("", "")
    near: tuple[str, str] = ("", "")


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A mapping as far as it is known, and everything a person may want to look at in it.

    `changed` says how the file differs from the mapping that was given, `notes` what people are
    to know about its reading; `responses` counts what it holds.
    """

    recipe: Recipe
    understood: tuple[Understood, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    missing: tuple[MissingField, ...] = ()
    changed: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    responses: int = 0

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """Those without whose answer nothing can be imported."""
        return tuple(one for one in self.questions if one.is_required)


def as_mapping(questions: Iterable[OpenQuestion]) -> str:
    """The lines of a mapping that answers the questions as suggested, for a person to look over."""
    parts: dict[str, list[str]] = {}
    for one in questions:
        section, *lines = one.lines
        # TOML has every section once; only questions may come again.
        name = section if section != QUESTION else f"{section} {one.id}"
        parts.setdefault(name, [section]).extend(lines)
    ordered = sorted(parts.values(), key=lambda lines: lines[0].startswith(QUESTION))
    return "\n".join(line for lines in ordered for line in lines)
