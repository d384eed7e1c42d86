"""What an importer makes of the files of an export, before anything is checked."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from netaudit.engine.staging import SourceTable
from netaudit.errors import Problem
from netaudit.importers.mapping.proposal import Proposal
from netaudit.importers.survey import Flow


@dataclass(frozen=True, kw_only=True)
class ExportFile:
    """One file of an export; `name` is what the person knows it by."""

    name: str
    path: Path

    @property
    def stem(self) -> str:
        """Its name without folders and ending, in small letters."""
        return Path(self.name).stem.strip().lower()

    @property
    def suffix(self) -> str:
        """Its ending, in small letters, with the dot."""
        return Path(self.name).suffix.lower()


@dataclass(kw_only=True)
class Reading:
    """The canonical tables found in an export, and what stood in the way of reading it.

    Errors among `problems` concern whole files and keep the export out; `bad_rows` are single rows
    that could not be read and can be left out. `unreadable` names tables the export holds but
    which could not be read, each with its file. Of an export of a survey tool `mapping` is how its
    questions were understood and what of that is open, `flow` what became of its responses.
    """

    tables: list[SourceTable] = field(default_factory=list)
    programme_text: str | None = None
    problems: list[Problem] = field(default_factory=list)
    bad_rows: list[Problem] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    mapping: Proposal | None = None
    flow: Flow | None = None


def is_clutter(name: str) -> bool:
    """Whether a file is what systems and Excel leave behind, and no part of an export."""
    return name.startswith((".", "~$", "__MACOSX")) or name.lower() in (
        "thumbs.db",
        "desktop.ini",
    )


PlacedRow = tuple[str, int, Sequence[str | None]]
"""A row from another shape of export: the file and row it came from, and its values as texts."""


def placed_table(
    table: str, columns: Sequence[str], rows: Iterable[PlacedRow], folder: Path
) -> SourceTable:
    """Rows that an importer put together, written to `folder` as a table to be checked.

    `columns` are canonical names, or `x_` names for contacts. Problems then name the file and row
    each row came from.
    """
    path = folder / f"{table}-placed.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow(["source_file", "source_row", *columns])
        for file, row, values in rows:
            writer.writerow([file, row, *("" if v is None else v for v in values)])
    return SourceTable(
        table=table,
        path=path,
        file=f"{table}.csv",
        columns=tuple(columns),
        written=tuple(columns),
        placed=True,
    )
