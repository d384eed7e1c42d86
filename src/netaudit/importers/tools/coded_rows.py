"""Grids of which only codes are known: whether their rows are contacts, or statements and options.

`close[SQ003]` may be the third contact and `view[SQ003]` the third of four statements; only how
many rows the other grids have can tell.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from netaudit.importers.numbered import numbered
from netaudit.importers.survey import CHOICE, Question

ROW_CODE = re.compile(r"^[A-Za-z]{0,4}\d{1,4}$")
ANSWER_CODE = re.compile(r"^(-oth-|-?[A-Za-z]{0,4}\d{0,3})$")

Values = Mapping[int, Collection[str]]
"""The different answers in each column."""


def contact_numbers(grids: Iterable[Sequence[Question]]) -> frozenset[int]:
    """The numbers by which contacts are counted: those that most grids have.

    Grids with rows and columns count for two: lists of options have rows alone.
    """
    sets: Counter[frozenset[int]] = Counter()
    for grid in grids:
        counted = numbered(one.row for one in grid)
        if counted and not counted.is_pairs and len(counted.numbers) > 1:
            numbers = frozenset(number for (number,) in counted.numbers.values())
            sets[numbers] += 2 if any(one.column for one in grid) else 1
    return max(sets, key=lambda one: (sets[one], len(one)), default=frozenset())


def are_statements(grid: Sequence[Question], values: Values, contacts: frozenset[int]) -> bool:
    """Whether rows that are only coded are statements or options, rather than contacts.

    Texts that people write are lists all the same: of strengths, of names.
    """
    if any(one.column or not ROW_CODE.match(one.row) for one in grid):
        return False
    counted = numbered(one.row for one in grid)
    if counted is None or counted.is_pairs:
        return False
    answers = [answer for one in grid for answer in values.get(one.position, ())]
    numbers = {number for (number,) in counted.numbers.values()}
    return all(ANSWER_CODE.match(answer) for answer in answers) and numbers != contacts


def as_statement(base: str, question: Question) -> Question:
    """The question with a family of its own, or with that of the options it is one of."""
    if question.kind == "tick":
        return replace(question, family=f"{base} [{CHOICE}]", choice=question.row)
    return replace(question, family=f"{base} [{question.row}]")
