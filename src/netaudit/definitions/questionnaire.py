"""The questionnaire of the question sets: what is asked, in which words, for which field.

`questionnaire.toml` is its only definition. The files for every survey tool are made of it, and
the importers know its wordings and answers by it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any, Literal

from netaudit.errors import DefinitionError
from netaudit.schema import TABLES, Column
from netaudit.vocabulary import VOCABULARIES, label

Need = Literal["needed", "useful", "optional"]
Kind = Literal["text", "single", "multiple"]
Of = Literal["", "place", "pair"]

ACTIVITY, REFLECTIONS = "activities", "reflections"
"""Tables whose fields are named by a code: `activities.social_media`, `reflections.strength`."""

NOUNS = {"contacts": "contact", "mentoring": "mentoring", "activities": "activity",
         "actions": "action"}  # fmt: skip
"""What stands before the column in the short name of a question."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An answer: the code a survey tool keeps, the words people read, the value the field takes."""

    code: str
    label: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question; `name` is its short name in tools that have such names.

    `each` and `topic` are blank where it is asked once. `first_only` where one wave is enough.
    """

    field: str
    column: Column
    name: str
    ask: str
    each: str
    topic: str
    help: str
    need: Need
    first_only: bool
    choices: tuple[Choice, ...]

    @property
    def table(self) -> str:
        """The canonical table that its answers go to."""
        return self.field.partition(".")[0]

    @property
    def kind(self) -> Kind:
        """Text, one answer of several, or several of them."""
        if not self.choices:
            return "text"
        return "multiple" if self.column.kind == "codes" else "single"


@dataclass(frozen=True, kw_only=True)
class Section:
    """Questions shown together; asked for each of `places`, or for each pair of them.

    `grid` is the wording over its questions where they are the rows of one grid.
    """

    id: str
    title: str
    text: str
    of: Of
    noun: str
    places: int
    grid: str
    questions: tuple[Asked, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """How its places read: "Person 1" …, or "Person 1 and person 2" …; none asked once."""
        if self.of == "pair":
            noun = self.noun.lower()
            return tuple(f"{self.noun} {a} and {noun} {b}" for a, b in self.pairs)
        return tuple(f"{self.noun} {n}" for n in range(1, self.places + 1))

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Every two places, the lower one first; those of the first few places come first."""
        pairs = combinations(range(1, self.places + 1), 2)
        return tuple(sorted(pairs, key=lambda pair: (pair[1], pair[0])))


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """All sections in their order, with the words before and after them."""

    title: str
    welcome: str
    thanks: str
    sections: tuple[Section, ...]

    def __iter__(self) -> Iterator[tuple[Section, Asked]]:
        return ((section, asked) for section in self.sections for asked in section.questions)

    def section(self, name: str) -> Section:
        """The section of that id; KeyError where there is none."""
        return {one.id: one for one in self.sections}[name]


@cache
def questionnaire() -> Questionnaire:
    """The questionnaire. DefinitionError where its file names a field that does not exist."""
    path = files("netaudit.definitions").joinpath("questionnaire.toml")
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    options = {
        one["field"]: one["options"]
        for section in document["section"]
        for one in section["question"]
        if "options" in one
    }
    return Questionnaire(
        title=document["title"],
        welcome=document["welcome"],
        thanks=document["thanks"],
        sections=tuple(_section(one, options) for one in document["section"]),
    )


def _section(said: Mapping[str, Any], options: Mapping[str, Any]) -> Section:
    places = said.get("places", 0)
    return Section(
        id=said["id"],
        title=said["title"],
        text=said.get("text", ""),
        of=said.get("of", "place" if places else ""),
        noun=said.get("noun", ""),
        places=places,
        grid=said.get("grid", ""),
        questions=tuple(_asked(one, options) for one in said["question"]),
    )


def _asked(said: Mapping[str, Any], options: Mapping[str, Any]) -> Asked:
    field = said["field"]
    table, _, name = field.partition(".")
    noun = NOUNS.get(table, "")
    return Asked(
        field=field,
        column=column_of(field),
        name=f"{noun}_{name}" if noun else name,
        ask=said.get("ask") or label("activity", name),
        each=said.get("each", ""),
        topic=said.get("topic", ""),
        help=said.get("help", ""),
        need=said["need"],
        first_only=said.get("when") == "first",
        choices=_choices(field, options.get(said.get("options_of", field), ())),
    )


def column_of(field: str) -> Column:
    """The column of the canonical tables that an answer goes to; DefinitionError for none."""
    table, _, name = field.partition(".")
    by_code = {ACTIVITY: "status", REFLECTIONS: "text"}
    wanted = by_code.get(table, name)
    found = TABLES[table].columns if table in TABLES else ()
    for column in found:
        if column.name == wanted:
            return column
    raise DefinitionError(f"The questionnaire names {field}.", "There is no such field.")


def _choices(field: str, options: Any) -> tuple[Choice, ...]:
    if options:
        return tuple(
            Choice(code=one["code"], label=one["label"], value=one.get("value", one["code"]))
            for one in options
        )
    vocabulary = column_of(field).vocabulary
    codes = VOCABULARIES[vocabulary] if vocabulary else {}
    return tuple(Choice(code=code, label=words, value=code) for code, words in codes.items())
