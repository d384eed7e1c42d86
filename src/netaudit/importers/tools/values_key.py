"""A values key: a table that gives for each question what its codes stand for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from netaudit.importers.survey import Option, Question, Sheet

COLUMNS = 3
REPEATED = 1.5
"""How often a question is named, at least, on the average: once for each of its options."""

Keys = Mapping[str, Sequence[Option]]
"""The options by the short names of their questions."""


def keys_of(tables: Iterable[Sheet]) -> Keys:
    """The options that tables give which are values keys; others are passed over.

    Such a table has three columns, whatever they are called: question, code and label, an option
    a row.
    """
    found: dict[str, Sequence[Option]] = {}
    for table in tables:
        found |= _key(table)
    return found


def with_options(question: Question, keys: Keys) -> Question:
    """The question with the options that are named for it, with or without loop and column."""
    if question.kind == "tick":
        return question
    name = next((name for name in _names(question.name) if name in keys), None)
    return replace(question, options=tuple(keys[name])) if name else question


def _key(sheet: Sheet) -> dict[str, Sequence[Option]]:
    if len(sheet.header) != COLUMNS or any(len(cells) > COLUMNS for _, cells in sheet.body):
        return {}
    found: dict[str, list[Option]] = defaultdict(list)
    name = ""
    for _, cells in sheet.body:
        question, code, label = (*(cell.strip() for cell in cells), "", "", "")[:COLUMNS]
        name = question or name
        if name and code and label:
            found[name].append(Option(code=code, label=label))
    total = sum(len(options) for options in found.values())
    return {**found} if total and total >= REPEATED * len(found) else {}


def _names(name: str) -> Iterator[str]:
    """`1_Q7_2`, and what its question may be called: `1_Q7`, `Q7_2`, `Q7`."""
    for one in (name, re.sub(r"^x?\d+_", "", name)):
        yield one
        yield re.sub(r"_\d+$", "", one)
        yield re.sub(r"(_\d+){2}$", "", one)
        yield re.sub(r"(\[[^\]]*\])+$", "", one)
