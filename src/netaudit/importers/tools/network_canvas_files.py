"""The files of a Network Canvas export: what each is by its columns, whose and of what type."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from netaudit.errors import NetauditError, Problem
from netaudit.importers.several import Table
from netaudit.importers.survey import Sheet
from netaudit.importers.tools.network_canvas_columns import ENCRYPTED, unescaped
from netaudit.importers.wide import Row, at

EGO, CASE = "networkCanvasEgoUUID", "networkCanvasCaseID"
UUID, SOURCE, TARGET = (
    "networkCanvasUUID",
    "networkCanvasSourceUUID",
    "networkCanvasTargetUUID",
)
EGOS, NODES, EDGES = "_ego", "_attributeList", "_edgeList"
ALL_TOGETHER = "Give all CSV files of the export together, those that end in _ego.csv as well."
COPY = re.compile(r"\s*\(\d+\)$")
"""What a browser puts at the end of a second file of one name."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row: the interview it belongs to, its own id, and its cells by the columns' names."""

    file: str
    row: int
    ego: str
    uuid: str
    cells: dict[str, str]


@dataclass(kw_only=True)
class Contents:
    """The rows of an export: interviews, and nodes and edges by their types.

    `again` counts interviews that are there twice, as in an export with and without the unified
    files; they are read once. `astray` are rows that belong to no interview, or lost their ids.
    """

    egos: list[Entry] = field(default_factory=list)
    nodes: dict[str, list[Entry]] = field(default_factory=dict)
    edges: dict[str, list[Entry]] = field(default_factory=dict)
    again: int = 0
    encrypted: bool = False
    astray: list[Problem] = field(default_factory=list)


def is_network_canvas(sheet: Sheet) -> bool:
    """Whether a table is one of an export of Network Canvas."""
    return EGO in sheet.header


def contents_of(sheets: Sequence[Sheet]) -> Contents:
    """Everything in the files, each interview once.

    NetauditError where there is no interview, or files are missing.
    """
    held = Contents()
    tables = [Table(sheet) for sheet in sheets if is_network_canvas(sheet)]
    for table in tables:
        if CASE in table.places:
            _add_egos(held, table)
    if not held.egos:
        raise NetauditError(
            "None of the files lists the interviews.",
            ALL_TOGETHER,
        )
    _check_all_there(tables)
    known = {entry.ego for entry in held.egos}
    seen: set[str] = set()
    for table in tables:
        if CASE not in table.places and table.body:
            _add_rows(held, table, known, seen)
    held.astray = [problem for table in tables for problem in table.astray]
    return held


def _check_all_there(tables: Sequence[Table]) -> None:
    """NetauditError where files are there for some interviews only, or without the interview.

    Each has such files, though they may hold a header alone: without them no contact, or no tie,
    would look like an answer.
    """
    begun: dict[str, set[str]] = {EGOS: set(), NODES: set(), EDGES: set()}
    for table in tables:
        mark = EGOS if CASE in table.places else EDGES if SOURCE in table.places else NODES
        begun[mark].add(COPY.sub("", table.title).rpartition(mark)[0])
    if "" in begun[EGOS]:
        return
    for mark in (NODES, EDGES):
        missing = sorted(begun[EGOS] - begun[mark])
        if begun[mark] and missing:
            raise NetauditError(f"The file {missing[0]}{mark} … .csv is missing.", ALL_TOGETHER)
        if without := sorted(begun[mark] - begun[EGOS]):
            raise NetauditError(f"The file {without[0]}{EGOS}.csv is missing.", ALL_TOGETHER)


def _add_egos(held: Contents, table: Table) -> None:
    known = {entry.ego for entry in held.egos}
    for row in table.body:
        entry = _entry(table, row, held, (EGO, CASE))
        if entry is None:
            continue
        if entry.ego in known:
            held.again += 1
            continue
        known.add(entry.ego)
        held.egos.append(entry)


def _add_rows(held: Contents, table: Table, known: set[str], seen: set[str]) -> None:
    """The rows of nodes or edges, but for those that were there before."""
    are_edges = SOURCE in table.places
    of_type = (held.edges if are_edges else held.nodes).setdefault(
        _kind(table, EDGES if are_edges else NODES), []
    )
    for row in table.body:
        entry = _entry(table, row, held, (EGO, UUID, SOURCE, TARGET) if are_edges else (EGO, UUID))
        if entry is None:
            continue
        if entry.ego not in known:
            table.leave(row, "belongs to an interview that is not among the files", ALL_TOGETHER)
        elif entry.uuid not in seen:
            seen.add(entry.uuid)
            of_type.append(entry)


def _entry(table: Table, row: Row, held: Contents, needed: Sequence[str]) -> Entry | None:
    """The row as an entry; None, and noted, where it lost one of the ids that are needed."""
    if not all(table.said(row, name) for name in needed):
        table.leave(
            row,
            f"has nothing under {', '.join(n for n in needed if not table.said(row, n))}",
            "Export again, and do not open and save the files in between.",
        )
        return None
    raw = {name: at(row[1], position) for name, position in table.places.items()}
    held.encrypted = held.encrypted or ENCRYPTED in raw.values()
    return Entry(
        file=table.file,
        row=row[0],
        ego=table.said(row, EGO),
        uuid=table.said(row, UUID),
        cells={name: unescaped(cell) for name, cell in raw.items()},
    )


def _kind(table: Table, mark: str) -> str:
    """The type, which only the file's name tells; a prefix may hold anything, so from the right."""
    return COPY.sub("", table.title.rpartition(f"{mark}_")[2])


def answers_of(entries: Sequence[Entry]) -> dict[str, list[str]]:
    """The cells of each column that any of the entries' files has, blank ones included."""
    names = dict.fromkeys(name for entry in entries for name in entry.cells)
    return {name: [entry.cells.get(name, "") for entry in entries] for name in names}
