"""The tables of results with codebook and notes, as a workbook or as CSV files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from netaudit.analysis.change.choices import span_choices, span_of
from netaudit.analysis.change.outcomes import chosen_in
from netaudit.analysis.chosen_wave import at_one_wave
from netaudit.analysis.release.outgoing import Outgoing
from netaudit.analysis.release.same_people import same_people
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.exports.codebook import codebook
from netaudit.exports.folder import Files, archive, write_files
from netaudit.exports.results import Results
from netaudit.exports.results_notes import DataInForce, notes
from netaudit.exports.workbook import workbook
from netaudit.output_files import without_formula, write_whole
from netaudit.store.database import Database
from netaudit.store.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class ResultFiles:
    """Every table by its name, and the day of the data they come from."""

    tables: Mapping[str, pd.DataFrame]
    made_of: date

    def as_workbook(self) -> bytes:
        """The bytes of an .xlsx file."""
        return workbook(self.tables, self.made_of)

    def write(self, out: Path) -> None:
        """Writes the workbook, or one CSV a table where `out` is no .xlsx file."""
        if out.suffix.lower() == ".xlsx":
            write_whole(out, self.as_workbook())
        else:
            write_files(self._as_csv(), out)

    def as_archive(self) -> bytes:
        """The bytes of a .zip with one CSV a table."""
        return archive(self._as_csv())

    def _as_csv(self) -> Files:
        return {f"{name.replace(' ', '_')}.csv": _csv(rows) for name, rows in self.tables.items()}


def asked(
    database: Database,
    viewer: Viewer,
    selection: Selection,
    ledger: Ledger,
    *,
    leaves: bool = False,
) -> Results:
    """The results of the selection at its wave, or at the latest with answers.

    With `leaves` they are for readers outside the team, and noted once their `outgoing` leaves.
    """
    here = at_one_wave(database, viewer, selection)
    spans = [one.value for one in span_choices(database, viewer, here) if one.is_default]
    span = span_of(database, viewer, here, value=spans[0]) if spans else None
    return Results(
        database=database,
        viewer=viewer,
        selection=same_people(database, viewer, here, span) if leaves else here,
        span=span,
        chosen=chosen_in(ledger, database, viewer, here),
        outgoing=Outgoing(database=database, viewer=viewer, ledger=ledger) if leaves else None,
    )


def tables_of(results: Results, imported_on: date) -> ResultFiles:
    """Asks for all of it; `imported_on` is the day of the newest import that counts."""
    sheets = results.sheets()
    data = DataInForce(imported_on=imported_on, fingerprint=results.database.fingerprint)
    return ResultFiles(
        tables={
            **{one.name: one.rows for one in sheets if len(one.rows)},
            "codebook": codebook(),
            "notes": notes(results, sheets, data),
        },
        made_of=imported_on,
    )


def _csv(rows: pd.DataFrame) -> str:
    safe = rows.rename(columns=without_formula).map(without_formula)
    return safe.to_csv(index=False, lineterminator="\n")
