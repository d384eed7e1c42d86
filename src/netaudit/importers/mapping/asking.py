"""What questions about a file are asked of, and how their answers read in a mapping."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tomli_w

from netaudit.importers.background import Background
from netaudit.importers.mapping.answered import Answered
from netaudit.importers.mapping.proposal import QUESTION, Choice, Understood
from netaudit.importers.mapping.recipe import Recipe
from netaudit.importers.plain import tidy
from netaudit.importers.survey import Survey

FILE, WAVES = "[file]", "[file.waves]"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A survey, its mapping as far as it is known, and what is known besides."""

    survey: Survey
    recipe: Recipe
    background: Background
    answered: Mapping[tuple[str, str], Answered]
    understood: tuple[Understood, ...]

    def answers_to(self, name: str) -> Iterator[str]:
        """The different answers to the question that goes to a field."""
        mapped = self.recipe.of(name)
        if mapped is not None:
            yield from self.answered[mapped.place].counts


def line(**settings: str) -> str:
    """Settings as lines of a mapping."""
    return tomli_w.dumps(settings).strip()


def pair(answer: str, code: str) -> str:
    """An answer and its code as a line of a mapping."""
    return tomli_w.dumps({answer: code}).strip()


def goes_to(one: Understood, name: str) -> Choice:
    """The choice that a question goes to a field."""
    return Choice(label=tidy(one.words), line=f"{QUESTION}\n{place(one)}\n{line(field=name)}")


def place(one: Understood) -> str:
    """The lines by which a mapping finds a question."""
    return line(text=one.text, table=one.table) if one.table else line(text=one.text)
