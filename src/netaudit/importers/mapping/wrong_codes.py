"""Codes of a mapping that its fields do not know."""

from collections.abc import Iterator

from netaudit.importers.answers import NUMBER
from netaudit.importers.mapping.fields import field
from netaudit.importers.mapping.known_words import codes_of
from netaudit.importers.mapping.recipe import Recipe
from netaudit.schema import MULTI_CODE_NONE


def wrong_codes(recipe: Recipe) -> Iterator[tuple[str, str, str]]:
    """The question, what is wrong with the code of one of its answers, and what it may be."""
    for one in recipe.questions:
        target = field(one.field)
        if target is None:
            continue
        codes = codes_of(target.column)
        several = (MULTI_CODE_NONE,) if target.column.kind == "codes" else ()
        for answer, code in one.answers.items():
            if codes and code not in ("", *codes, *several):
                message = (
                    f"The mapping reads “{answer}” as {code}, which is no code of {one.field}."
                )
                yield one.text, message, f"Use one of: {', '.join(codes)}; blank means unknown."
            elif target.column.kind in ("integer", "number") and code and not NUMBER.match(code):
                message = f"The mapping reads “{answer}” as {code}, where a number belongs."
                yield one.text, message, "Write a number in quotes; blank means unknown."
