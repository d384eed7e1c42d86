"""Alters and ties of egos, a row each, as tables of a survey."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from netaudit.importers.several import (
    FIRST_CONTACT,
    SECOND_CONTACT,
    WHO_KNOWS_WHOM,
    Place,
    counted,
    in_rows,
)
from netaudit.importers.survey import Question, SubRow, SubTable
from netaudit.importers.tools.ego_keys import Keyed

BLANK = ("NA", "NaN")
"""What R writes for an answer that is not there."""

NOT_TIED = ("0", "no", "none", "false", "nein", "non", "keine")
ALTERS, TIES, TIE, YES = "alters", "ties", "tie", "Yes"

Cells = Mapping[int, str]


def questions_in(one: Keyed, names: Iterable[str]) -> tuple[Question, ...]:
    """A question for each of the columns that is no key and does not repeat the ego's."""
    keys = {name for name in (one.ego, one.alter, one.source, one.target) if name}
    egos = one.table.column(one.ego)
    return tuple(
        Question(position=one.table.places[name], wording="", name=name)
        for name in names
        if name not in keys
        and not (name.startswith(f"{one.ego}.") and one.table.column(name) == egos)
    )


def without_blanks(cells: Cells, blanks: Collection[str]) -> dict[int, str]:
    """The cells without those that say that nothing was answered."""
    return {position: cell for position, cell in cells.items() if cell not in blanks}


def alters_table(
    one: Keyed, questions: Sequence[Question], parent: str, blanks: Collection[str] = BLANK
) -> SubTable:
    """The alters of every ego, under the numbers of the file or else in its order.

    Where alters have names for keys, these are an answer too. `parent` is the column by which rows
    name their response.
    """
    table = one.table
    rows = [row for row in table.body if table.said(row, one.alter) not in ("", *blanks)]
    by_number = all(table.said(row, one.alter).isdigit() for row in rows)
    if not by_number:
        place = table.places[one.alter]
        questions = (Question(position=place, wording="", name=one.alter), *questions)
    found = []
    for row, order in zip(rows, counted(table.said(row, parent) for row in rows), strict=True):
        key = table.said(row, one.alter)
        place_of = Place(response=table.said(row, parent), number=int(key) if by_number else order)
        made = table.sub_row(row, questions, place_of, key)
        found.append(replace(made, cells=without_blanks(made.cells, blanks)))
    return SubTable(name=ALTERS, questions=in_rows(questions), rows=tuple(found))


def ties_table(
    one: Keyed,
    questions: Sequence[Question],
    parent: str,
    alters: SubTable | None,
    blanks: Collection[str] = BLANK,
    *,
    are_all_listed: bool = False,
) -> SubTable:
    """The ties of every ego.

    Where pairs are missing and none is said not to be tied, the rows are all the ties there are;
    not with `are_all_listed`, by which a pair that is missing was not answered.
    Where every pair is there, the only question about them says what ties them.
    """
    table = one.table
    ends = (
        _end(one, one.source, FIRST_CONTACT),
        _end(one, one.target, SECOND_CONTACT),
    )
    asked = tuple(questions)
    rows = []
    for row, number in zip(table.body, counted(table.column(parent)), strict=True):
        place = Place(response=table.said(row, parent), number=number)
        made = table.sub_row(row, (*ends, *asked), place, key="")
        rows.append(replace(made, cells=without_blanks(made.cells, blanks)))
    if not are_all_listed and _are_only_ties(rows, asked, ends, alters):
        tie = Question(position=len(table.header) + 1, wording=WHO_KNOWS_WHOM, name=TIE)
        tied = tuple(replace(row, cells={**row.cells, tie.position: YES}) for row in rows)
        return SubTable(
            name=TIES, questions=in_rows((*ends, tie, *asked)), rows=tied, only_ties=True
        )
    if len(asked) == 1:
        asked = (replace(asked[0], wording=WHO_KNOWS_WHOM),)
    return SubTable(name=TIES, questions=in_rows((*ends, *asked)), rows=tuple(rows))


def _end(one: Keyed, name: str, wording: str) -> Question:
    return Question(position=one.table.places[name], wording=wording, name=name)


def _are_only_ties(
    rows: Sequence[SubRow],
    asked: Sequence[Question],
    ends: Sequence[Question],
    alters: SubTable | None,
) -> bool:
    if not asked:
        return True
    answers = {row.cells.get(one.position, "").lower() for row in rows for one in asked}
    return not answers & set(NOT_TIED) and not _are_all_pairs(rows, ends, alters)


def _are_all_pairs(
    rows: Sequence[SubRow], ends: Sequence[Question], alters: SubTable | None
) -> bool:
    """Whether every two alters of every ego have a row."""
    held: dict[str, set[frozenset[str]]] = defaultdict(set)
    for row in rows:
        held[row.parent].add(frozenset(row.cells.get(end.position, "") for end in ends))
    sizes = counted_by(row.parent for row in alters.rows) if alters else {}
    return all(len(held[ego]) >= size * (size - 1) // 2 for ego, size in sizes.items())


def counted_by(owners: Iterable[str]) -> dict[str, int]:
    """How often each owner comes up."""
    found: dict[str, int] = defaultdict(int)
    for owner in owners:
        found[owner] += 1
    return found
