"""What a mapping from an earlier wave speaks of and a file does not hold any more."""

from collections.abc import Iterator, Sequence

from rapidfuzz import process

from netaudit.importers.families import Family
from netaudit.importers.mapping.recipe import Recipe

NEAR = 70
"""How alike (of 100) a question must be to be named instead of one that is gone."""


def changed(given: Recipe, families: Sequence[Family]) -> Iterator[str]:
    """A sentence for each question that is gone, and for each that is worded in another way."""
    texts = {family.text: family for family in families}
    for one in given.questions:
        family = texts.get(one.text)
        if family is None:
            near = process.extractOne(one.text, texts.keys(), score_cutoff=NEAR)
            instead = f" Nearest to it: “{near[0]}”." if near else ""
            yield f"The mapping's question “{one.text}” is not in the file.{instead}"
        elif one.wording and family.words != one.wording:
            yield (
                f"The wording of {one.text} has changed from “{one.wording}” to “{family.words}”."
            )
