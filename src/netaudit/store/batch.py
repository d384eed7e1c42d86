"""Exports taken in together: each is read against those before it, and all count or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from netaudit.engine.duckdb import Progress
from netaudit.errors import ImportRefused, Problem
from netaudit.importers.background import Known
from netaudit.store import folder
from netaudit.store.durable import remove
from netaudit.store.erasing.erased_before import without_erased
from netaudit.store.incoming import Given, refusal, take_in
from netaudit.store.known import background_of
from netaudit.store.ledger import Ledger
from netaudit.store.matching import corrections
from netaudit.store.merge import StoredImport, merged_programme, stored_import
from netaudit.store.own_cohorts import Cohorts, check_import
from netaudit.store.record import ImportRecord
from netaudit.store.state import State


@dataclass(frozen=True, kw_only=True)
class ImportResult:
    """What became of an import. `already`: the same export counts already, nothing was changed."""

    record: ImportRecord
    already: bool = False


@dataclass(kw_only=True)
class Batch:
    """The state and the imports that count, as they will be once every export is taken in.

    `within` are the cohorts that whoever imports has a role in.
    """

    state: State
    active: list[StoredImport]
    within: Cohorts = None
    results: list[ImportResult] = field(default_factory=list)
    refused: list[tuple[str, ImportRefused]] = field(default_factory=list)

    def add(self, root: Path, ledger: Ledger, given: Given, progress: Progress) -> None:
        """Takes one more export in, or notes why it is refused."""
        for stored in self.active:
            if stored.record.checksum == given.checksum:
                self.results.append(ImportResult(record=stored.record, already=True))
                return
        name = folder.next_import(self.state.imports, date.today())
        incoming = folder.incoming_folder(root, name)
        settings = merged_programme([stored.record for stored in self.active])
        try:
            standing = corrections.in_force(ledger)
            known = self._known(ledger, given)
            stored = take_in(
                given, incoming, name, self.active, settings, known, standing, progress
            )
            undone = [stored_import(folder.import_folder(root, one)) for one in self.state.undone]
            check_import(stored, self.active, undone, standing, self.within)
            stored = without_erased(ledger, stored)
        except ImportRefused as refused:
            remove(incoming)
            self.refused.append((given.paths[0].name, refused))
            return
        self.state = self.state.with_import(name)
        self.active.append(stored)
        self.results.append(ImportResult(record=stored.record))

    def _known(self, ledger: Ledger, given: Given) -> Known:
        return partial(
            background_of,
            ledger,
            tuple(self.active),
            given.mapping,
            stores=True,
            within=self.within,
        )

    def refuse_together(self) -> None:
        """Raises ImportRefused, with the problems of all, where an export was refused."""
        if self.refused and len(self.refused) + len(self.results) == 1:
            raise self.refused[0][1]
        if self.refused:
            raise refusal(told_apart([(name, each.problems) for name, each in self.refused]))


def told_apart(found: Sequence[tuple[str, Sequence[Problem]]]) -> tuple[Problem, ...]:
    """The problems of several exports in one list, where the file says of which export it is."""
    return tuple(
        replace(problem, file=f"{export}: {problem.file}")
        for export, problems in found
        for problem in problems
    )
