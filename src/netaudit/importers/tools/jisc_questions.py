"""The questions of a Jisc export: grids of texts, choices and tick-boxes, with or without a key."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from netaudit.importers.families import NUMBER
from netaudit.importers.grids import in_grid
from netaudit.importers.mapping.asked_again import put_together
from netaudit.importers.plain import plain
from netaudit.importers.survey import CHOICE, SLOT, Kind, Option, Question
from netaudit.importers.tools.coded_rows import (
    Values,
    are_statements,
    as_statement,
    contact_numbers,
)
from netaudit.importers.tools.jisc_header import Column
from netaudit.importers.tools.jisc_key import Key

TICKED = {"1"}
NOT_TICKED = "0"


@dataclass(frozen=True, kw_only=True)
class _Cell:
    """A column inside its question: number of its row, letter of its column, number of its option.

    `key` is the name a key file lists its options under.
    """

    column: Column
    row: str
    letter: str
    option: str
    key: str


def questions_of(columns: Sequence[Column], key: Key, values: Values) -> list[Question]:
    """The questions with family, slot, pair, choice and options, in the order of the file.

    A column that only heads a grid is left out, as it never holds an answer.
    """
    groups: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        groups[column.base].append(column)
    grids = [_cells(base, group, values) for base, group in groups.items()]
    contacts = contact_numbers(
        [_bare(one) for one in grid] for grid in grids if any(one.letter for one in grid)
    )
    found: list[Question] = []
    for (base, group), grid in zip(groups.items(), grids, strict=True):
        inside = {one.column.position for one in grid}
        heads = bool(grid)
        found += [
            _alone(column, key)
            for column in group
            if column.position not in inside
            and not (heads and not column.parts and column.position not in values)
        ]
        found += _placed(base, group, grid, key, values, contacts)
    return put_together(sorted(found, key=lambda one: one.position))


def _cells(base: str, group: Sequence[Column], values: Values) -> list[_Cell]:
    return [cell for column in group if (cell := _cell(base, column))]


def _cell(base: str, column: Column) -> _Cell | None:
    """Where a column stands: `Q9_2` is an option, `Q7_b` a field, `Q4_3_b` in row 3, column b."""
    row = letter = option = ""
    match [(part, part.isdigit()) for part in column.parts]:
        case [(option, True)]:
            pass
        case [(letter, False)]:
            pass
        case [(row, True), (letter, False)] | [(letter, False), (row, True)]:
            pass
        case [(row, True), (letter, False), (option, True)]:
            pass
        case _:
            return None
    key = "_".join(part for part in (base, row, letter) if part)
    return _Cell(column=column, row=row, letter=letter, option=option, key=key)


def _bare(cell: _Cell) -> Question:
    return Question(position=cell.column.position, wording="", row=cell.row, column=cell.letter)


def _alone(column: Column, key: Key) -> Question:
    return Question(
        position=column.position,
        name=column.name,
        wording=column.text or key.wordings.get(column.name, ""),
        options=tuple(key.options.get(column.name, ())),
    )


def _placed(
    base: str,
    group: Sequence[Column],
    grid: Sequence[_Cell],
    key: Key,
    values: Values,
    contacts: frozenset[int],
) -> list[Question]:
    if not grid:
        return []
    stem = _stem(base, group, grid, key)
    if all(one.option and not one.row for one in grid):
        options = [_option(base, stem, one, key) for one in grid]
        if _are_options(options, values):
            return options
        return [replace(_alone(one.column, key), group=stem) for one in grid]
    if all(one.letter and not one.row for one in grid):
        return _fields(base, stem, grid, key)
    questions = [_in_grid(one, stem, grid, key, values) for one in grid]
    if are_statements(questions, values, contacts):
        return [as_statement(base, one) for one in questions]
    return in_grid(base, questions, _answered(values))


def _answered(values: Values) -> set[int]:
    return {position for position, held in values.items() if set(held) - {NOT_TICKED}}


def _stem(base: str, group: Sequence[Column], grid: Sequence[_Cell], key: Key) -> str:
    """The question over a grid: from the column that heads it, or from the key."""
    head = next((one.text for one in group if not one.parts), "")
    texts = {one.column.text for one in grid}
    shared = next(iter(texts)) if len(texts) == 1 else ""
    return head or key.wordings.get(base, "") or shared


def _option(base: str, stem: str, cell: _Cell, key: Key) -> Question:
    """An option of a question of which several can be chosen."""
    options = {option.code: option.label for option in key.options.get(base, ())}
    label = options.get(cell.option) or cell.column.text or cell.option
    return Question(
        position=cell.column.position,
        name=cell.column.name,
        wording=stem,
        group=stem or base,
        row=label,
        kind="tick",
        family=f"{base} [{CHOICE}]",
        choice=label,
    )


def _are_options(options: Sequence[Question], values: Values) -> bool:
    """Whether nothing but ticks stands in the columns, or the option itself in words."""
    return all(
        answer in (*TICKED, NOT_TICKED) or plain(answer) == plain(one.choice)
        for one in options
        for answer in values.get(one.position, ())
    )


def _fields(base: str, stem: str, grid: Sequence[_Cell], key: Key) -> list[Question]:
    """Fields side by side: a list where all are worded alike, or else questions of their own."""
    wordings = [cell.column.text or key.wordings.get(cell.key, "") for cell in grid]
    if len(set(wordings)) == 1 and len(grid) > 1:
        return [
            Question(
                position=cell.column.position,
                name=cell.column.name,
                wording=wordings[0] or stem,
                family=f"{base} [{SLOT}]",
                slot=order,
            )
            for order, cell in enumerate(grid, start=1)
        ]
    return [replace(_alone(cell.column, key), group=stem) for cell in grid]


def _in_grid(cell: _Cell, stem: str, grid: Sequence[_Cell], key: Key, values: Values) -> Question:
    options = tuple(key.options.get(cell.key, ()))
    kind, column = _column(cell, grid, options, values)
    return Question(
        position=cell.column.position,
        name=cell.column.name,
        wording=stem,
        group=stem or cell.column.base,
        row=_row(cell, grid, key),
        column=column,
        options=() if kind == "tick" else options,
        kind=kind,
    )


def _row(cell: _Cell, grid: Sequence[_Cell], key: Key) -> str:
    """The label of its row; its number where all rows read alike or the label is not known."""
    labels = {one.row: _said(one, key) for one in grid}
    own = labels[cell.row]
    others = [label for row, label in labels.items() if row != cell.row]
    return cell.row if not own or own in others else own


def _said(cell: _Cell, key: Key) -> str:
    return cell.column.text or key.wordings.get(cell.key, "")


def _column(
    cell: _Cell, grid: Sequence[_Cell], options: Sequence[Option], values: Values
) -> tuple[Kind, str]:
    """Whether it is ticked, and what its column is called: as its option, or by its letter."""
    letters = dict.fromkeys(one.letter for one in grid)
    if cell.option:
        return "tick", _named(cell, options)
    if len(letters) == 1:
        return "", ""
    if len(options) == 1:
        return "tick", options[0].label
    return _by_answers(cell, grid, values)


def _named(cell: _Cell, options: Sequence[Option]) -> str:
    """The option's label, or where it stands: its column and number."""
    labels = {option.code: option.label for option in options}
    return labels.get(cell.option) or f"{cell.letter}_{cell.option}"


def _by_answers(cell: _Cell, grid: Sequence[_Cell], values: Values) -> tuple[Kind, str]:
    """A column in which nothing but one text stands is the option of that text.

    So it is only if every column of the grid is like that: the answers are words, not numbers.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for one in grid:
        held[one.letter] |= set(values.get(one.column.position, ()))
    words = [texts for texts in held.values() if texts]
    alike = all(len(texts) == 1 and not next(iter(texts)).isdigit() for texts in words)
    different = len({text for texts in words for text in texts}) == len(words)
    if len(words) > 1 and alike and different:
        return "tick", next(iter(held[cell.letter]), cell.letter)
    return "", _text_of(cell, grid)


def _text_of(cell: _Cell, grid: Sequence[_Cell]) -> str:
    """The wording over a column of a grid, where it is not that of the row; or else its letter.

    It may have the number of the row in it.
    """
    own = {_without_numbers(one) for one in grid if one.letter == cell.letter}
    others = {_without_numbers(one) for one in grid if one.letter != cell.letter}
    return _without_numbers(cell) if len(own) == 1 and not own & others else cell.letter


def _without_numbers(cell: _Cell) -> str:
    return NUMBER.sub("…", cell.column.text)
