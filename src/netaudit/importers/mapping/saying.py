"""A mapping with one thing said anew: how a person's answers on a page become one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from netaudit.importers.mapping.answer_questions import OWN_VIEW
from netaudit.importers.mapping.proposal import Choice, OpenQuestion
from netaudit.importers.mapping.recipe import SETTINGS, MappedQuestion, Recipe, read_recipe

Place = tuple[str, str]
"""The table and the text of a question."""


def over(recipe: Recipe, more: Recipe) -> Recipe:
    """The mapping with what `more` says going before; each question stands in it once."""
    settings: dict[str, Any] = {
        name: getattr(more, name) or getattr(recipe, name) for name in SETTINGS
    }
    held = {one.place: one for one in recipe.questions}
    for one in more.questions:
        held[one.place] = _over(held[one.place], one) if one.place in held else one
    return replace(
        recipe, **settings, waves={**recipe.waves, **more.waves}, questions=tuple(held.values())
    )


def _over(before: MappedQuestion, now: MappedQuestion) -> MappedQuestion:
    """Answers are of one field; with another field they go."""
    is_same = now.field in ("", before.field)
    return replace(
        before,
        field=now.field or before.field,
        answers={**(before.answers if is_same else {}), **now.answers},
        separator=now.separator or (before.separator if is_same else ""),
        scale=now.scale or (before.scale if is_same else ""),
    )


def with_choice(recipe: Recipe, question: OpenQuestion, choice: Choice) -> Recipe:
    """The mapping with one of a question's choices; NetauditError where that is no mapping."""
    return over(recipe, read_recipe(f"{question.section}\n{choice.line}\n"))


def with_field(recipe: Recipe, place: Place, field: str) -> Recipe:
    """The mapping in which a question goes to a field, or is left out."""
    return over(recipe, _only(place, field=field))


def with_answers(recipe: Recipe, place: Place, field: str, codes: Mapping[str, str]) -> Recipe:
    """The mapping in which answers to a question that goes to a field have these codes."""
    return over(recipe, _only(place, field=field, answers=codes))


def _only(place: Place, **said: Any) -> Recipe:
    table, text = place
    return Recipe(questions=(MappedQuestion(table=table, text=text, **said),))


def without(recipe: Recipe, setting: str) -> Recipe:
    """The mapping in which a setting is to be asked for again; `waves` are all names of waves."""
    blank: dict[str, Any] = {setting: {} if setting == "waves" else ""}
    if setting == "own_ratings":
        # What the numbers stand for follows from it.
        blank["questions"] = tuple(
            replace(one, answers={}) if one.field.startswith(OWN_VIEW) else one
            for one in recipe.questions
        )
    return replace(recipe, **blank)


def for_next_wave(recipe: Recipe) -> Recipe:
    """The mapping of an earlier file without what is new with every file: its wave."""
    return replace(recipe, wave="", year="")


def renamed(recipe: Recipe, place: Place, now: Place) -> Recipe:
    """The mapping in which a question is the one that the file words otherwise."""
    table, text = now
    others = [one for one in recipe.questions if one.place != now]
    return replace(
        recipe,
        questions=tuple(
            replace(one, table=table, text=text, wording="") if one.place == place else one
            for one in others
        ),
    )
