"""Columns that belong to one question of a survey: which contact, pair or option each is about.

A tool's module says which columns belong together and what labels their rows and columns have in
the survey; whether these labels count contacts, name pairs or are options is told here.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from netaudit.importers.families import ENOUGH_PAIRS
from netaudit.importers.numbered import Numbered, numbered
from netaudit.importers.survey import CHOICE, FIRST, SECOND, SLOT, Option, Question

MANY = 5
"""From so many contacts on, a square of numbers is one of pairs, however rows and columns read."""

TICKED = "Ticked"
TICKS = ("1", "Y", "Yes")


@dataclass(frozen=True, kw_only=True)
class _Grid:
    """Columns of one question; `base` is what a mapping calls it."""

    base: str
    members: Sequence[Question]
    rows: Numbered | None
    columns: Numbered | None

    @property
    def is_ticked(self) -> bool:
        return all(member.kind == "tick" for member in self.members)

    def cell(self, member: Question) -> tuple[int, int]:
        assert self.rows is not None
        assert self.columns is not None
        return self.rows.one(member.row), self.columns.one(member.column)


def in_grid(
    base: str, members: Sequence[Question], answered: Collection[int] = ()
) -> list[Question]:
    """The columns with their family, slot, pair and choice, by the labels of rows and columns.

    `base` must be the question's alone; SLOT in it says where its name has the number that the
    rows count by. `answered` are the positions that hold any answer: two
    numbers are not a pair where a contact would be asked about as an acquaintance of itself.
    """
    grid = _Grid(
        base=base,
        members=members,
        rows=numbered(member.row for member in members),
        columns=numbered(member.column for member in members),
    )
    if grid.rows and grid.rows.is_pairs:
        return [_named_pair(grid, member, grid.rows.numbers[member.row]) for member in members]
    if _is_square_of_pairs(grid, answered):
        return [_square_pair(grid, member) for member in members]
    if grid.rows:
        return [_of_slot(grid, m, grid.rows.one(m.row), m.column) for m in members]
    if grid.columns and not grid.columns.is_pairs:
        return [_of_slot(grid, m, grid.columns.one(m.column), m.row) for m in members]
    return [_worded(grid, member) for member in members]


def _is_square_of_pairs(grid: _Grid, answered: Collection[int]) -> bool:
    if not (grid.rows and grid.columns) or grid.columns.is_pairs:
        return False
    cells = [grid.cell(member) for member in grid.members]
    if any(
        low == high and member.position in answered
        for member, (low, high) in zip(grid.members, cells, strict=True)
    ):
        return False
    asked = {(min(cell), max(cell)) for cell in cells if cell[0] != cell[1]}
    numbers = {number for cell in cells for number in cell}
    alike = grid.rows.text == grid.columns.text or len(numbers) >= MANY
    return alike and len(asked) >= max(1, ENOUGH_PAIRS * len(numbers) * (len(numbers) - 1) / 2)


def _named_pair(grid: _Grid, member: Question, pair: tuple[int, ...]) -> Question:
    rest = f" [{CHOICE}]" if grid.is_ticked and member.column else _bracket(member.column)
    return replace(
        member,
        family=f"{grid.base} [{FIRST}, {SECOND}]{rest}",
        pair=(pair[0], pair[1]),
        choice=member.column if grid.is_ticked else "",
    )


def _square_pair(grid: _Grid, member: Question) -> Question:
    first, second = grid.cell(member)
    if first == second:
        return replace(member, family=f"{grid.base} [{SLOT}, {SLOT}]", slot=first)
    family = f"{grid.base} [{FIRST}, {SECOND}]"
    if SLOT in grid.base:
        family = f"{grid.base.replace(SLOT, FIRST)} [{SECOND}]"
    return _as_tick(replace(member, family=family, pair=(first, second)))


def _of_slot(grid: _Grid, member: Question, slot: int, other: str) -> Question:
    base = grid.base if SLOT in grid.base else f"{grid.base} [{SLOT}]"
    if grid.is_ticked and other:
        return replace(member, family=f"{base} [{CHOICE}]", slot=slot, choice=other)
    return _as_tick(replace(member, family=base + _bracket(other), slot=slot))


def _worded(grid: _Grid, member: Question) -> Question:
    if not grid.is_ticked or not (member.row or member.column):
        return replace(member, family=grid.base + _bracket(member.row) + _bracket(member.column))
    if not (member.row and member.column):
        only = member.row or member.column
        return replace(member, family=f"{grid.base} [{CHOICE}]", choice=only)
    family = f"{grid.base}{_bracket(member.row)} [{CHOICE}]"
    return replace(member, family=family, choice=member.column)


def _bracket(label: str) -> str:
    return f" [{label}]" if label else ""


def _as_tick(member: Question) -> Question:
    """A tick-box that says yes of a contact or pair, rather than one option of several."""
    if member.kind != "tick" or member.options:
        return member
    codes = dict.fromkeys((*TICKS, member.row, member.column))
    options = tuple(Option(code=code, label=TICKED) for code in codes if code)
    return replace(member, options=options)
