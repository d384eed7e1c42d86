"""The workspace: a folder with every import as it came, and the database made from them."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from netaudit.engine.duckdb import Progress, quiet
from netaudit.errors import WorkspaceError
from netaudit.importers.export import ReadExport, read_export
from netaudit.importers.mapping.recipe import Recipe
from netaudit.importers.platforms import check_platform
from netaudit.store import folder
from netaudit.store.batch import Batch, ImportResult
from netaudit.store.build import build, fingerprint
from netaudit.store.database import Database
from netaudit.store.durable import put_in_place
from netaudit.store.incoming import Given
from netaudit.store.known import background_of
from netaudit.store.ledger import Ledger
from netaudit.store.matching import corrections
from netaudit.store.matching.decided import decided
from netaudit.store.merge import StoredImport, merged_programme, stored_import
from netaudit.store.originals import checksum
from netaudit.store.own_cohorts import Cohorts, check_switch
from netaudit.store.record import ImportRecord, read_record
from netaudit.store.secret_keys import secret_key
from netaudit.store.state import Stamp, State, read_state, stamp, write_state


class Workspace:
    """One workspace folder; it need not exist before the first import.

    Any number of processes may read while one writes; a second writer waits for the first.
    Whatever happens to a writer, the workspace is afterwards as before or as intended, never
    between. WorkspaceError where the folder, the disk or a permission stands in the way.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.ledger = Ledger.of(root)
        self._served: tuple[Stamp, Database] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no import counts."""
        return not self._state().active

    @property
    def fingerprint(self) -> str | None:
        """Which data the figures come from: the same text, the same data; None before any."""
        return self._state().fingerprint

    def imports(self) -> tuple[ImportRecord, ...]:
        """Every import, those undone too, newest first."""
        state = self._state()
        return tuple(
            read_record(folder.import_folder(self.root, name), undone=name in state.undone)
            for name in reversed(state.imports)
        )

    def counting(self) -> tuple[ImportRecord, ...]:
        """The imports that count, oldest first."""
        return tuple(stored.record for stored in self.stored())

    def stored(self) -> tuple[StoredImport, ...]:
        """The imports that count with their tables as they came, oldest first."""
        return tuple(self._active(self._state()))

    def check_paths(
        self,
        paths: Sequence[Path],
        *,
        platform: str | None = None,
        leave_out_bad_rows: bool = False,
        mapping: Recipe | None = None,
        progress: Progress = quiet,
        keep: Path | None = None,
        within: Cohorts = None,
        makes_key: bool = False,
    ) -> ReadExport:
        """The export as an import would read it, with every problem; nothing is stored.

        With `makes_key` the workspace gets the key for codes at once, so that those it reads now
        are the ones an import will give. The tables it names are gone once it is returned, unless
        they are to be put into `keep`.
        """
        active = self._active(self._state())
        settings = merged_programme([stored.record for stored in active])
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as into:
            return read_export(
                paths,
                keep or Path(into),
                settings,
                platform=platform,
                leave_out_bad_rows=leave_out_bad_rows,
                background=partial(
                    background_of,
                    self.ledger,
                    active,
                    mapping or Recipe(),
                    stores=makes_key,
                    within=within,
                ),
                progress=progress,
            )

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        platform: str | None = None,
        leave_out_bad_rows: bool = False,
        mapping: Recipe | None = None,
        progress: Progress = quiet,
        within: Cohorts = None,
    ) -> ImportResult:
        """One export, given as one or more files or folders, stored and computed.

        ImportRefused, with every problem, when the export holds errors, or is not about the cohorts
        alone that it has to stay `within`; nothing is stored then.
        """
        (result,) = self.import_all(
            [paths],
            platform=platform,
            leave_out_bad_rows=leave_out_bad_rows,
            mapping=mapping,
            progress=progress,
            within=within,
        )
        return result

    def import_all(
        self,
        exports: Sequence[Sequence[Path]],
        *,
        platform: str | None = None,
        leave_out_bad_rows: bool = False,
        mapping: Recipe | None = None,
        progress: Progress = quiet,
        within: Cohorts = None,
    ) -> tuple[ImportResult, ...]:
        """Several exports one after the other, each as import_paths takes it; all count, or none.

        ImportRefused, with the problems of every export, when one of them holds errors.
        """
        check_platform(platform)
        with folder.writing(self.root, progress) as state:
            batch = Batch(state=state, active=self._active(state), within=within)
            for paths in exports:
                given = Given(
                    paths=paths,
                    checksum=checksum(paths, mapping),
                    platform=platform,
                    leave_out_bad_rows=leave_out_bad_rows,
                    mapping=mapping or Recipe(),
                )
                batch.add(self.root, self.ledger, given, progress)
            batch.refuse_together()
            self._refresh(batch.state, batch.active, progress)
            return tuple(batch.results)

    def undo(self, name: str, *, progress: Progress = quiet, within: Cohorts = None) -> None:
        """Sets an import aside: the data are as if it had never been made. Its files are kept.

        WorkspaceError where that would touch other cohorts than it has to stay `within`.
        """
        with folder.writing(self.root, progress) as state:
            self._must_be(name, state.active, "is not among the imports that count")
            self._switch(state, state.without(name), name, within, progress)

    def redo(self, name: str, *, progress: Progress = quiet, within: Cohorts = None) -> None:
        """Counts an import again that was undone, in its old place; `within` as for undo."""
        with folder.writing(self.root, progress) as state:
            self._must_be(name, state.undone, "is not among the imports that were undone")
            self._switch(state, state.again(name), name, within, progress)

    def _switch(
        self, state: State, changed: State, name: str, within: Cohorts, progress: Progress
    ) -> None:
        after = self._active(changed)
        check_switch(
            stored_import(folder.import_folder(self.root, name)),
            self._active(state),
            after,
            self._stored(state.imports),
            corrections.in_force(self.ledger),
            within,
        )
        self._serve(changed, after, progress)

    def replace_imports(
        self, state: State, others: Mapping[str, StoredImport], *, progress: Progress = quiet
    ) -> None:
        """Puts imports written anew in the place of some, by their ids, and rebuilds the database.

        To be called by whoever holds the turn to write. What was there before is deleted.
        """
        names = {name: stored.record.id for name, stored in others.items()}
        changed = replace(
            state,
            imports=tuple(names.get(name, name) for name in state.imports),
            undone=tuple(names.get(name, name) for name in state.undone),
        )
        for stored in others.values():
            put_in_place(stored.folder, folder.import_folder(self.root, stored.record.id))
        if changed.active:
            changed = self._served_by(changed, self._active(changed), progress)
        write_state(self.root, replace(changed, previous=None))
        self._served = None

    @property
    def is_current(self) -> bool:
        """Whether the figures rest on all that counts, what people decided since included."""
        state = self._state()
        return not state.imports or self._is_current(state, self._active(state))

    def ensure_current(self, *, progress: Progress = quiet) -> None:
        """Builds the database again if definitions or netaudit changed since it was built."""
        state = self._state()
        if state.imports and not self._is_current(state, self._active(state)):
            with folder.writing(self.root, progress) as locked:
                self._refresh(locked, self._active(locked), progress)

    def database(self) -> Database:
        """A connection of its own to the data now in force; it stays with them.

        WorkspaceError while nothing was imported.
        """
        for _ in range(3):
            state = self._state()
            if state.database is None or state.fingerprint is None:
                raise WorkspaceError(
                    f"The workspace {self.root} holds no import yet.",
                    "Import an export first: netaudit import PATH.",
                )
            if (self.root / state.database).exists():
                return Database(self.root / state.database, state.fingerprint)
        raise WorkspaceError(
            f"The database {state.database} is gone.", "Run any import or undo to build it again."
        )

    def current_database(self) -> Database:
        """A connection shared by all who ask, to the data in force at this moment.

        It costs one look at the state file. Whoever holds an earlier one may go on with it.
        """
        now = stamp(self.root)
        if self._served is None or now is None or self._served[0] != now:
            database = self.database()
            self._served = (now, database) if now else None
            return database
        return self._served[1]

    def _state(self) -> State:
        with folder.plain_errors(self.root):
            folder.check_workspace(self.root)
            return read_state(self.root)

    def _active(self, state: State) -> list[StoredImport]:
        return self._stored(state.active)

    def _stored(self, names: Sequence[str]) -> list[StoredImport]:
        return [stored_import(folder.import_folder(self.root, name)) for name in names]

    def _must_be(self, name: str, among: tuple[str, ...], complaint: str) -> None:
        if name not in among:
            hint = f"Those are: {', '.join(among)}." if among else "There are none."
            raise WorkspaceError(f"{name} {complaint}.", hint)

    def _is_current(self, state: State, active: Sequence[StoredImport]) -> bool:
        return (
            state.database is not None
            and (self.root / state.database).exists()
            and state.fingerprint == fingerprint(_records(active), decided(self.ledger))
        )

    def _refresh(self, state: State, active: Sequence[StoredImport], progress: Progress) -> None:
        if not self._is_current(state, active):
            self._serve(state, active, progress)

    def _serve(self, state: State, active: Sequence[StoredImport], progress: Progress) -> None:
        """Builds the database of these imports and makes it, and `state`, count in one step."""
        write_state(self.root, self._served_by(state, active, progress))

    def _served_by(self, state: State, active: Sequence[StoredImport], progress: Progress) -> State:
        """The state with a database of these imports that is whole and in its place."""
        now = decided(self.ledger)
        mark = fingerprint(_records(active), now)
        building = folder.building_file(self.root, mark)
        build(building, active, now, secret_key(self.ledger, "pseudonym"), progress)
        for stored in active:
            final = folder.import_folder(self.root, stored.record.id)
            if stored.folder != final:
                put_in_place(stored.folder, final)
        name = folder.database_name(self.root, mark)
        put_in_place(building, self.root / name)
        return state.served_by(name, mark)


def _records(stored: Sequence[StoredImport]) -> list[ImportRecord]:
    return [one.record for one in stored]
