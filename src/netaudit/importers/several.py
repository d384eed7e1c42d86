"""What the exports with several tables have in common, whichever tool they come from."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from netaudit.errors import NetauditError, Problem
from netaudit.importers.survey import CHOICE, Question, Sheet, SubRow
from netaudit.importers.wide import Row, at, cells_at, check_widths

IN_WORKBOOK = ", sheet "
"""What stands between the names of a workbook and of its sheet."""

FIRST_CONTACT, SECOND_CONTACT = "First contact", "Second contact"
WHO_KNOWS_WHOM = "Who knows whom"
"""Wordings for columns of which the tool itself says that they name a pair, or what ties it."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a row stands: in which response, in which repeat of it and at which number there."""

    response: str
    name: str = ""
    number: int = 0


class Table:
    """A table whose columns are asked for by name; of two with one name the first is meant.

    `astray` are the rows that turned out to belong to nothing else in the export. NetauditError
    names file and row where a row is longer than the header.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.file = sheet.file
        self.header = sheet.header
        self.body: Sequence[Row] = sheet.body
        self.places: dict[str, int] = {}
        for position, name in enumerate(sheet.header, start=1):
            if name:
                self.places.setdefault(name, position)
        check_widths(sheet.file, sheet.body, len(sheet.header))
        self.astray: list[Problem] = []

    @property
    def title(self) -> str:
        """Its name: that of its sheet, or of its file without the ending."""
        name = self.file.rpartition(IN_WORKBOOK)[2]
        return name if IN_WORKBOOK in self.file else name.rpartition(".")[0] or name

    def said(self, row: Row, name: str) -> str:
        """The cell in the column of that name; blank where there is no such column."""
        return at(row[1], self.places.get(name, 0))

    def column(self, name: str) -> list[str]:
        """All cells of a column, blank ones included."""
        return [self.said(row, name) for row in self.body]

    def damaged(self, row: Row, what: str, hint: str) -> NetauditError:
        """The error of a row that does not fit the rest; `what` goes on from "The row"."""
        return NetauditError(f"The row {what}.", hint, row[0], self.file)

    def leave(self, row: Row, what: str, hint: str) -> None:
        """Notes that a row cannot be placed, so that it can be left out and the others read."""
        problem = Problem(
            severity="error",
            file=self.file,
            row=row[0],
            message=f"The row {what}.",
            hint=f"{hint} Or leave the row out.",
        )
        self.astray.append(problem)

    def sub_row(self, row: Row, questions: Iterable[Question], place: Place, key: str) -> SubRow:
        """The row with the cells of its questions, at its place."""
        return SubRow(
            file=self.file,
            row=row[0],
            parent=place.response,
            number=place.number,
            cells=cells_at(row[1], (question.position for question in questions)),
            key=key,
        )


def in_rows(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions of a table with a row for each contact or pair, each a family of its own.

    A number in their names counts nothing there: "person_1" and "person_2" are the ends of a pair.
    """
    found: list[Question] = []
    for question in questions:
        family = question.family or _family(question)
        again = any(one.family == family and not one.choice for one in found)
        family += f" (column {question.position})" if again else ""
        found.append(replace(question, family=family))
    return tuple(found)


def _family(question: Question) -> str:
    text = question.reference
    if not question.choice:
        return text
    head, choice, tail = text.rpartition(question.choice)
    if choice:
        return f"{head}{CHOICE}{tail}"
    return f"{question.group or text} [{CHOICE}]"


def counted(owners: Iterable[Hashable]) -> Iterator[int]:
    """For each the number of times that its owner has come up so far, itself included."""
    seen: Counter[Hashable] = Counter()
    for owner in owners:
        seen[owner] += 1
        yield seen[owner]


def within(
    questions: Sequence[Question], rows: Sequence[SubRow], parents: Sequence[Place], position: int
) -> tuple[tuple[Question, ...], tuple[SubRow, ...]]:
    """A repeat inside another: the number of the row it belongs to as one more answer.

    Nothing is added where no row has such a parent; `position` is free for the answer.
    """
    name = next((parent.name for parent in parents if parent.number), "")
    if not name:
        return tuple(questions), tuple(rows)
    asked = Question(position=position, name=name, wording=FIRST_CONTACT, family=f"{name} [number]")
    placed = (
        replace(row, cells={**row.cells, position: str(parent.number)})
        for row, parent in zip(rows, parents, strict=True)
    )
    return (*questions, asked), tuple(placed)
