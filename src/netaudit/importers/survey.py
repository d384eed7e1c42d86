"""An export of a survey tool as questions and answers, whichever tool it comes from.

A tool's module says what stands where in its files and leaves everything else as it was written;
what the questions mean for a network audit is for the mapping to say (`recipe`, `propose`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from netaudit.errors import Problem

State = Literal["complete", "partial", "preview"]
Kind = Literal["", "text", "single", "multiple", "tick", "number", "date"]

SLOT, FIRST, SECOND, CHOICE = "{n}", "{a}", "{b}", "{choice}"
"""What stands in a family's text for a contact's number, the numbers of a pair, and an option."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer a question offers: as it stands in the cells, and as people read it."""

    code: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One column of answers.

    `position` counts columns as a spreadsheet does, from 1. `name` is the tool's own short name
    (blank where it has none), `wording` what people were asked, `group` the wording or name that a
    grid or a block of tick-boxes shares, `row` and `column` the labels inside a grid.

    The rest is for tools that know it; what is left out is worked out from the texts by
    `families`. `family` is the same text for every repetition of a question, with SLOT, FIRST,
    SECOND or CHOICE where they differ; `slot` is the number of the contact or relationship it is
    about (loops and repeats count from 1), `pair` the numbers of two contacts, `choice` the option
    a tick-box of its own stands for. `separator` is what joins several answers in a cell, blank
    where it is not known. `kind` is blank where it is not known.
    """

    position: int
    wording: str
    name: str = ""
    group: str = ""
    row: str = ""
    column: str = ""
    options: tuple[Option, ...] = ()
    kind: Kind = ""
    separator: str = ""
    family: str = ""
    slot: int | None = None
    pair: tuple[int, int] | None = None
    choice: str = ""

    @property
    def reference(self) -> str:
        """What a mapping calls it: its short name, or else its wording."""
        return self.name or self.wording

    @property
    def words(self) -> str:
        """Everything there is to read about it, for telling what it asks."""
        parts = (self.group, self.wording or self.name, self.row, self.column)
        return " ".join(dict.fromkeys(part for part in parts if part))

    def answer(self, cell: str) -> str:
        """A cell as people read it: the label of its code where the options are known."""
        for option in self.options:
            if cell == option.code:
                return option.label
        return cell


Cells = Mapping[int, str]
"""The cells of one row by the position of their question; blank ones may be missing."""


@dataclass(frozen=True, kw_only=True)
class Response:
    """What one person answered at one time.

    `row` is numbered as a spreadsheet shows it. `key` is what rows of sub-tables name it by.
    `participant` is a code of the programme's that the tool keeps itself (a token, an external
    reference), never a number that the tool gives to a response. `started` and `completed` are as
    written. `reason` says why a response is not complete. `wave` is the tool's own name for the
    time of asking (an event), where it has one.
    """

    file: str
    row: int
    key: str
    cells: Cells
    participant: str = ""
    email: str = ""
    name: str = ""
    started: str = ""
    completed: str = ""
    state: State = "complete"
    reason: str = ""
    wave: str = ""


@dataclass(frozen=True, kw_only=True)
class SubRow:
    """A row that belongs to a response: a contact, a pair, a relationship.

    `parent` is the response's key, `number` its number among its fellows, from 1. `key` is what
    other tables name it by, if they do not use the number.
    """

    file: str
    row: int
    parent: str
    number: int
    cells: Cells
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class SubTable:
    """Rows that belong to responses; `name` is the tool's name for the repeat.

    `only_ties` is for tables of pairs in which a pair that is missing means: not tied.
    """

    name: str
    questions: tuple[Question, ...]
    rows: tuple[SubRow, ...]
    only_ties: bool = False


@dataclass(frozen=True, kw_only=True)
class Survey:
    """The questions and answers of an export; nothing is left out of it or changed.

    `notes` are what people are to know about the reading, in sentences. `bad_rows` are rows of
    sub-tables that belong to no response.
    """

    tool: str
    file: str
    questions: tuple[Question, ...]
    responses: tuple[Response, ...]
    tables: tuple[SubTable, ...] = ()
    notes: tuple[str, ...] = ()
    bad_rows: tuple[Problem, ...] = ()

    def each_table(self) -> Iterator[tuple[str, tuple[Question, ...]]]:
        """The name (blank for the responses) and the questions of each table."""
        yield "", self.questions
        for table in self.tables:
            yield table.name, table.questions

    def cells(self, table: str, position: int) -> Iterator[str]:
        """The answers to a question that are not blank, in the order of the file."""
        held: tuple[Response | SubRow, ...] = self.responses
        for sub in self.tables:
            if table and sub.name == table:
                held = sub.rows
        for one in held:
            if cell := one.cells.get(position, "").strip():
                yield cell


@dataclass(frozen=True, kw_only=True)
class Flow:
    """What became of the responses of an export; `read` is the sum of the others.

    `unidentified` are those that say neither whose they are nor of which wave.
    """

    read: int = 0
    previews: int = 0
    partial: int = 0
    unidentified: int = 0
    duplicates: int = 0
    imported: int = 0


@dataclass(kw_only=True)
class Sheet:
    """A table as it stands in a file: its rows by their numbers, cells as texts."""

    file: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    @property
    def header(self) -> list[str]:
        """The cells of its first row; none where the file is empty."""
        return self.rows[0][1] if self.rows else []

    @property
    def body(self) -> list[tuple[int, list[str]]]:
        """The rows after the first."""
        return self.rows[1:]
