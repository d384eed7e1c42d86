"""The contacts and ties of a Network Canvas export as tables of a survey."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from netaudit.importers.several import FIRST_CONTACT, SECOND_CONTACT, WHO_KNOWS_WHOM, counted
from netaudit.importers.survey import Question, SubRow, SubTable
from netaudit.importers.tools.network_canvas_columns import Column, columns_of, question
from netaudit.importers.tools.network_canvas_files import (
    SOURCE,
    TARGET,
    Contents,
    Entry,
    answers_of,
)
from netaudit.importers.tools.network_canvas_protocol import EDGE, NODE, Protocol

TIES, TYPE = "ties", "edge type"
YES, BESIDE = "Yes", " + "
"""What stands for a tie: yes where all are of one type, else the types that a pair has at once."""

FIRST, SECOND, TIE, REST = 1, 2, 3, 4
"""Where the answers of a tie stand: both ends, what it is, and what was asked about it."""

Tie = Mapping[str, Sequence[Entry]]
"""The edges between two contacts, by their types."""


def questions_of(
    columns: Sequence[Column], start: int, *, numbered: bool = False
) -> dict[str, Question]:
    """The questions by the names of their columns, at positions from `start` on."""
    return {
        column.name: question(column, position, numbered=numbered)
        for position, column in enumerate(columns, start)
    }


def cells_of(entry: Entry, questions: Mapping[str, Question]) -> dict[int, str]:
    """The answers of a row by the positions of their questions."""
    return {
        one.position: cell for name, one in questions.items() if (cell := entry.cells.get(name))
    }


def node_tables(held: Contents, protocol: Protocol) -> Iterator[SubTable]:
    """A table for each type of node, that with most rows first."""
    for kind, entries in sorted(held.nodes.items(), key=lambda one: -len(one[1])):
        columns = columns_of(answers_of(entries), protocol.of(NODE, kind))
        questions = questions_of(columns, start=1)
        numbers = counted(entry.ego for entry in entries)
        yield SubTable(
            name=protocol.name(NODE, kind),
            questions=tuple(questions.values()),
            rows=tuple(
                _sub_row(entry, number, cells_of(entry, questions), key=entry.uuid)
                for entry, number in zip(entries, numbers, strict=True)
            ),
        )


def tie_tables(held: Contents, protocol: Protocol) -> Iterator[SubTable]:
    """One row for each pair with a tie, whatever its types and however often it was drawn.

    There is no such table where no interview has a tie: then none were asked for.
    """
    pairs: dict[tuple[str, frozenset[str]], dict[str, list[Entry]]] = defaultdict(dict)
    columns: dict[str, Column] = {}
    for kind, entries in held.edges.items():
        found = columns_of(answers_of(entries), protocol.of(EDGE, kind))
        columns |= {column.name: column for column in found}
        for entry in entries:
            ends = frozenset((entry.cells[SOURCE], entry.cells[TARGET]))
            pairs[entry.ego, ends].setdefault(protocol.name(EDGE, kind), []).append(entry)
    if not pairs:
        return
    types = [protocol.name(EDGE, kind) for kind in held.edges]
    questions = questions_of(list(columns.values()), start=REST)
    numbers = counted(ego for ego, _ in pairs)
    yield SubTable(
        name=TIES,
        questions=(*_pair_questions(types), *questions.values()),
        rows=tuple(
            _row(tie, number, questions, BESIDE.join(sorted(tie)) if len(types) > 1 else YES)
            for tie, number in zip(pairs.values(), numbers, strict=True)
        ),
        only_ties=True,
    )


def _pair_questions(types: Sequence[str]) -> tuple[Question, ...]:
    name = TYPE if len(types) > 1 else types[0]
    return (
        Question(position=FIRST, name=SOURCE, wording=FIRST_CONTACT, family=SOURCE),
        Question(position=SECOND, name=TARGET, wording=SECOND_CONTACT, family=TARGET),
        Question(position=TIE, name=name, wording=WHO_KNOWS_WHOM, family=name),
    )


def _row(tie: Tie, number: int, questions: Mapping[str, Question], answer: str) -> SubRow:
    """The tie in the row of its first edge; of what was asked about it the first answers count."""
    entries = [entry for held in tie.values() for entry in held]
    first = entries[0]
    cells: dict[int, str] = {}
    for entry in reversed(entries):
        cells |= cells_of(entry, questions)
    ends = {FIRST: first.cells[SOURCE], SECOND: first.cells[TARGET]}
    return _sub_row(first, number, {**cells, **ends, TIE: answer})


def _sub_row(entry: Entry, number: int, cells: dict[int, str], key: str = "") -> SubRow:
    return SubRow(
        file=entry.file, row=entry.row, parent=entry.ego, number=number, cells=cells, key=key
    )
