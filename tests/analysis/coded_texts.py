"""A cohort whose texts were coded: participants, what they wrote, and what coders gave."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from netaudit.analysis.selection import Selection
from netaudit.analysis.themes import given as theme_given
from netaudit.analysis.themes import texts as theme_texts
from netaudit.analysis.themes.given import Given
from netaudit.analysis.viewer import Viewer
from netaudit.programme import Programme
from netaudit.store.codebook import Codebook, starter
from netaudit.store.database import Database
from tests.invented_cohort import cohort, computed

EVALUATOR = Viewer(role="evaluator")
COORDINATOR = Viewer(role="coordinator")
ENDPOINT = Selection(cohort="2026", wave="endpoint")

Written = Sequence[tuple[str, str, str]]
"""Participant, item (strength or weakness) and the theme that the export brings, "" for none."""

Themes = Sequence[str] | None
"""What one coder gave to one text; None where it was not read."""


def written(path: Path, texts: Written, people: int) -> Database:
    """A cohort P1, P2, …; the text of row n is "text n"."""
    made = cohort(people)
    numbers: dict[tuple[str, str], int] = {}
    rows = []
    for place, (person, item, theme) in enumerate(texts):
        number = numbers[person, item] = numbers.get((person, item), 0) + 1
        rows.append(
            {
                "participant_id": person,
                "wave": "endpoint",
                "item": item,
                "number": str(number),
                "text": f"text {place}",
                **({"theme": theme} if theme else {}),
            }
        )
    return computed(path / "themes.duckdb", {**made, "reflections": rows}, Programme())


def keys(database: Database) -> dict[int, str]:
    """The key of every text by its row."""
    found = theme_texts.texts(database, EVALUATOR, ENDPOINT, coder="", given=Given())
    return {int(text.words.removeprefix("text ")): text.key for text in found}


def coded(
    database: Database,
    by_coder: Mapping[str, Sequence[Themes]],
    book: Codebook | None = None,
    later: Mapping[str, Mapping[int, Sequence[str]]] | None = None,
) -> Given:
    """What coders gave to the texts in their order; `later`, after comparing, to some rows."""
    place = keys(database)
    first = [
        (coder, row, themes, False)
        for coder, given in by_coder.items()
        for row, themes in enumerate(given)
        if themes is not None
    ]
    second = [
        (coder, row, themes, True)
        for coder, changed in (later or {}).items()
        for row, themes in changed.items()
    ]
    codings = [
        {
            "number": number,
            "text_key": place[row],
            "coder": coder,
            "themes": list(themes),
            "is_compared": is_compared,
        }
        for number, (coder, row, themes, is_compared) in enumerate([*first, *second], start=1)
    ]
    return theme_given.of(book or starter(), json.dumps(codings))
