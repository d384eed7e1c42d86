"""Tables of pairs told by their contents: two columns that number the contacts of a response."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from netaudit.importers.several import FIRST_CONTACT, SECOND_CONTACT
from netaudit.importers.survey import Question, SubTable

Numbers = dict[str, set[str]]
"""The numbers of the contacts of each response, by the response's key."""


def with_ends(tables: Sequence[SubTable]) -> tuple[SubTable, ...]:
    """The tables; where two neighbouring columns are the ends of pairs, they are said to be.

    The wordings stay as they are: what the columns are stands beside them, as a grid's row would.
    """
    return tuple(_with_ends(table, tables) for table in tables)


def _with_ends(table: SubTable, tables: Sequence[SubTable]) -> SubTable:
    plain = [question for question in table.questions if not question.choice]
    for first, second in pairwise(plain):
        for other in tables:
            if other is not table and _are_ends(table, first, second, _numbers(other)):
                told = {
                    first.position: replace(first, row=FIRST_CONTACT),
                    second.position: replace(second, row=SECOND_CONTACT),
                }
                questions = (told.get(one.position, one) for one in table.questions)
                return replace(table, questions=tuple(questions))
    return table


def _numbers(table: SubTable) -> Numbers:
    found: Numbers = {}
    for row in table.rows:
        found.setdefault(row.parent, set()).add(str(row.number))
    return found


def _are_ends(table: SubTable, first: Question, second: Question, numbers: Numbers) -> bool:
    """Whether every row names two contacts of its response, and no row the same two again."""
    seen = set()
    for row in table.rows:
        ends = {row.cells.get(first.position, ""), row.cells.get(second.position, "")}
        if len(ends) < 2 or not ends <= numbers.get(row.parent, set()):
            return False
        seen.add((row.parent, frozenset(ends)))
    return bool(table.rows) and len(seen) == len(table.rows)
