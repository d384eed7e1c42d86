"""Tables as the R package egor reads them: egos, alters and ties in one, two or three files."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from netaudit.errors import NetauditError
from netaudit.importers.families import placed
from netaudit.importers.reading import ExportFile
from netaudit.importers.several import Table
from netaudit.importers.survey import Question, Response, Sheet, SubTable, Survey
from netaudit.importers.tools.ego_keys import Keyed, keyed, keyed_by_contents
from netaudit.importers.tools.ego_tables import (
    BLANK,
    alters_table,
    questions_in,
    ties_table,
    without_blanks,
)
from netaudit.importers.tools.egoweb import is_egoweb
from netaudit.importers.wide import cells_at, tables_of

NAME = "egor"
TITLE = "egor"

PAIR = re.compile(r"^X?\d+\.to\.\d+$")
ENOUGH_PAIRS = 3
SIZE = "netsize"
"""The column that says how many alters an ego listed."""


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet]) -> bool:
    """Whether tables are joined by columns named as egor's, or one has its columns of pairs."""
    if any(is_egoweb(head) for head in heads):
        return False
    found = [keyed(_without_rows(head)) for head in heads]
    return any(one.is_alters or one.is_ties or (one.ego and _has_pairs(one)) for one in found)


def _without_rows(head: Sheet) -> Table:
    return Table(Sheet(file=head.file, rows=head.rows[:1]))


def _has_pairs(one: Keyed) -> bool:
    return sum(bool(PAIR.match(name)) for name in one.table.header) >= ENOUGH_PAIRS


def survey(files: Sequence[ExportFile], folder: Path) -> Survey:
    """Egos with what they were asked, and their alters and ties where these have tables.

    NetauditError where the tables cannot be joined.
    """
    held = _keyed([Table(sheet) for sheet in tables_of(files, folder)])
    egos, alters, ties = (_only(held, what) for what in ("is_egos", "is_alters", "is_ties"))
    questions = questions_in(egos, egos.table.places) if egos else ()
    responses = _responses(egos, questions) if egos else _nameless(alters or ties)
    known = {response.key for response in responses}
    tables = list(_tables(alters, ties))
    for one in (alters, ties):
        _check_owners(one, known)
    return Survey(
        tool=NAME,
        file=responses[0].file,
        questions=questions,
        responses=tuple(responses),
        tables=tuple(tables),
        notes=tuple(_notes(tables)),
        bad_rows=tuple(problem for one in held for problem in one.table.astray),
    )


def _keyed(tables: Sequence[Table]) -> list[Keyed]:
    found = [keyed(table) for table in tables]
    if all(one.ego for one in found) and found:
        return found
    if any(one.is_alters or one.is_ties for one in found):
        return [one for one in found if one.ego]
    return keyed_by_contents(tables)


def _only(held: Sequence[Keyed], what: str) -> Keyed | None:
    found = [one for one in held if getattr(one, what)]
    if len(found) > 1:
        names = " and ".join(one.table.file for one in found)
        raise NetauditError(
            f"There are several tables of one kind: {names}.",
            "Look whether each has the columns that join it, and import one wave at a time.",
        )
    return found[0] if found else None


def _responses(egos: Keyed, questions: Sequence[Question]) -> list[Response]:
    found: dict[str, Response] = {}
    placed_ones = placed(questions)
    for row in egos.table.body:
        key = egos.table.said(row, egos.ego)
        if not key or key in found:
            egos.table.leave(
                row,
                f"is another one of {key}" if key else f"has nothing under {egos.ego}",
                "Give each participant one row; import one wave at a time.",
            )
            continue
        cells = without_blanks(cells_at(row[1], (one.position for one in placed_ones)), BLANK)
        found[key] = Response(
            file=egos.table.file,
            row=row[0],
            key=key,
            cells=_listed(cells, placed_ones),
            participant=key,
        )
    if not found:
        raise NetauditError("The tables hold no answers, only headers.", "Export them again.")
    return list(found.values())


def _listed(cells: dict[int, str], questions: Sequence[Question]) -> dict[int, str]:
    """The answers without what stands at numbers above those of the alters that were listed."""
    sizes = (cells.get(one.position, "") for one in questions if one.name.lower() == SIZE)
    size = next(sizes, "")
    if not size.isdigit():
        return cells
    highest = {one.position: max(one.slot or 0, *(one.pair or (0,))) for one in questions}
    return {place: cell for place, cell in cells.items() if highest[place] <= int(size)}


def _nameless(one: Keyed | None) -> list[Response]:
    """The egos that only rows of alters or ties name."""
    found: dict[str, Response] = {}
    for row in one.table.body if one else ():
        assert one is not None
        key = one.table.said(row, one.ego)
        found.setdefault(
            key,
            Response(file=one.table.file, row=row[0], key=key, cells={}, participant=key),
        )
    if not found:
        raise NetauditError("The tables hold no answers, only headers.", "Export them again.")
    return list(found.values())


def _tables(alters: Keyed | None, ties: Keyed | None) -> Iterator[SubTable]:
    listed = None
    if alters:
        listed = alters_table(alters, questions_in(alters, alters.table.places), alters.ego)
        yield listed
    if ties:
        yield ties_table(ties, questions_in(ties, ties.table.places), ties.ego, listed)


def _check_owners(one: Keyed | None, known: set[str]) -> None:
    for row in one.table.body if one else ():
        assert one is not None
        if one.table.said(row, one.ego) not in known:
            one.table.leave(
                row,
                f"belongs to {one.table.said(row, one.ego) or 'nobody'}, who is not among the egos",
                "Give the tables of one and the same export.",
            )


def _notes(tables: Sequence[SubTable]) -> Iterator[str]:
    if any(table.only_ties for table in tables):
        yield "The ties do not name every pair: those that they leave out count as not tied."
