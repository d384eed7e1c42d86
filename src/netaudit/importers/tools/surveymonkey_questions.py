"""The questions of a SurveyMonkey export: which columns belong to one, and what they stand for."""

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from netaudit.importers.grids import in_grid
from netaudit.importers.mapping.asked_again import only_once, put_together
from netaudit.importers.plain import plain, tidy
from netaudit.importers.survey import Question
from netaudit.importers.tools.coded_rows import Values
from netaudit.importers.wide import at

MARK = " - "
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
GENERIC = ("response", "open-ended response")
"""What stands under a question with one column."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: the question over it, and what stands below that, if anything."""

    position: int
    question: str
    label: str
    begins: bool


def columns_of(
    header: Sequence[str], below: Sequence[str], taken: Collection[int]
) -> Iterator[Column]:
    """The columns of answers; `taken` are SurveyMonkey's own.

    A question stands over its first column only, or over each. It begins anew where a label comes
    a second time.
    """
    question, labels = "", set[str]()
    for position in range(1, max(len(header), len(below)) + 1):
        over, label = _text(at(header, position)), _text(at(below, position))
        if position in taken or not (over or label):
            question = ""
            continue
        begins = bool(over) and (over != question or not label or label in labels)
        if begins:
            question, labels = over, set()
        labels.add(label)
        yield Column(position=position, question=question, label=label, begins=begins)


def _text(cell: str) -> str:
    return tidy(html.unescape(TAG.sub(" ", cell)))


def questions_of(columns: Iterable[Column], values: Values) -> list[Question]:
    """The questions with family, slot, pair and choice, in the order of the file."""
    groups: list[list[Column]] = []
    for column in columns:
        if column.begins or not groups:
            groups.append([])
        groups[-1].append(column)
    bases = only_once(group[0].question for group in groups if len(group) > 1)
    names = iter(bases)
    found: list[Question] = []
    for group in groups:
        found += _placed(next(names), group, values) if len(group) > 1 else [_alone(group[0])]
    return put_together(found)


def _alone(column: Column) -> Question:
    wording = column.question or column.label
    return Question(position=column.position, wording=wording)


def _placed(base: str, group: Sequence[Column], values: Values) -> list[Question]:
    if plain(group[0].label) in GENERIC or not group[0].label:
        answer = replace(_alone(group[0]), family=base)
        return [answer, *(_beside(base, one) for one in group[1:])]
    ticks = [one for one in group if _is_tick(one, values)]
    are_ticks = len(ticks) >= max(2, len(group) - 1) and any(
        values.get(one.position) for one in ticks
    )
    others = ticks if are_ticks else group
    rows = dict(zip(others, _rows(others), strict=True))
    questions = [
        Question(
            position=one.position,
            wording=one.question,
            group=one.question,
            row=row,
            column=column,
            kind="tick" if are_ticks else "",
        )
        for one, (row, column) in rows.items()
    ]
    texts = [_beside(base, one) for one in group if one not in rows]
    return [*in_grid(base, questions, values.keys()), *texts]


def _beside(base: str, one: Column) -> Question:
    """The box for another answer than those that were offered, or for a comment."""
    return Question(
        position=one.position,
        wording=one.question,
        row=one.label,
        kind="text",
        family=f"{base} [{one.label}]",
    )


def _is_tick(column: Column, values: Values) -> bool:
    """Whether the column holds nothing but its own option, as ticked options are written."""
    held = {plain(answer) for answer in values.get(column.position, ())}
    own = {plain(column.label), *(plain(part) for part in column.label.split(MARK))}
    return len(held) <= 1 and held <= own


def _rows(group: Sequence[Column]) -> list[tuple[str, str]]:
    """Row and column of each label, where the labels of the group make up a whole grid."""
    cut = [column.label.rpartition(MARK) for column in group]
    rows = {head for head, _, _ in cut}
    columns = {tail for _, _, tail in cut}
    if all(mark for _, mark, _ in cut) and len(rows) * len(columns) == len(group):
        return [(head, tail) for head, _, tail in cut]
    return [(column.label, "") for column in group]
