"""Files that were dropped on the page: which of them are one export, and where they lie."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout
from streamlit.runtime.uploaded_file_manager import UploadedFile

from netaudit.engine.duckdb import Progress
from netaudit.importers.export import ReadExport
from netaudit.importers.mapping.proposal import Proposal
from netaudit.importers.mapping.recipe import Recipe, is_recipe
from netaudit.store.batch import ImportResult
from netaudit.store.folder import check_workspace, plain_errors
from netaudit.store.originals import checksum
from netaudit.store.own_cohorts import Cohorts, others_in
from netaudit.store.preview import AuditPreview, previewed
from netaudit.store.record import ImportRecord
from netaudit.store.workspace import Workspace

PREFIX = ".uploads-"
IN_USE = "in-use.lock"
FIRST_SHOWN = 4
"""How many audits of a survey are shown before it is imported."""

ENDINGS = (".zip", ".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt", ".toml")
"""How the names of files end that exports are made of."""


@dataclass(frozen=True, kw_only=True)
class Drop:
    """The files of one export; `key` changes whenever they do.

    `mapping` is the file of a mapping that came beside it.
    """

    name: str
    files: tuple[UploadedFile, ...]
    mapping: UploadedFile | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """One id for each file."""
        return tuple(file.file_id for file in self.files)


@dataclass(frozen=True, kw_only=True)
class Review:
    """An export as it would be read; `earlier` is the import that the same files made already.

    `others` are the cohorts that keep it from coming in, `audits` the first that an import would
    make.
    """

    read: ReadExport
    earlier: ImportRecord | None
    others: tuple[str, ...] = ()
    audits: tuple[AuditPreview, ...] = ()


def drops(files: Sequence[UploadedFile]) -> tuple[tuple[Drop, ...], tuple[str, ...]]:
    """The exports among the files, and the names of files that can be no part of one.

    Everything is one export unless there are several archives: each is then one of its own, and
    so are the other files together.
    """
    usable = [file for file in files if file.name.lower().endswith(ENDINGS)]
    others = tuple(file.name for file in files if file not in usable)
    mapping = next(filter(_is_mapping, usable), None)
    usable = [file for file in usable if not _is_mapping(file)]
    archives = [file for file in usable if file.name.lower().endswith(".zip")]
    apart = archives if len(archives) > 1 else []
    together = [file for file in usable if file not in apart]
    groups = [[file] for file in apart] + ([together] if together else [])
    found = (Drop(name=_names(group), files=tuple(group), mapping=mapping) for group in groups)
    return tuple(found), others


def _is_mapping(file: UploadedFile) -> bool:
    return file.name.lower().endswith(".toml") and is_recipe(file.getvalue())


def _names(files: Sequence[UploadedFile]) -> str:
    first = files[0].name
    return first if len(files) == 1 else f"{first} and {len(files) - 1} more"


def review(
    workspace: Workspace,
    drop: Drop,
    mapping: Recipe,
    progress: Progress,
    *,
    within: Cohorts = None,
) -> Review:
    """The export read and checked, with what would stay if its bad rows were left out.

    `within` are the cohorts that whoever dropped it has a role in.
    """
    with on_disk(workspace.root, drop.files) as paths:
        # What people answered lies nowhere but in the folder that goes with the files.
        tables = paths[0].parent / "tables"
        read = workspace.check_paths(
            paths,
            leave_out_bad_rows=True,
            mapping=mapping,
            progress=progress,
            keep=tables,
            within=within,
            makes_key=True,
        )
        return Review(
            read=read,
            earlier=_earlier(workspace, paths, read.mapping),
            others=others_in(workspace, read, within),
            audits=previewed(read.tables, FIRST_SHOWN) if read.mapping else (),
        )


def _earlier(
    workspace: Workspace, paths: Sequence[Path], understood: Proposal | None
) -> ImportRecord | None:
    """The import of these files, under this mapping; one that counts before one undone."""
    marks = {checksum(paths), checksum(paths, understood.recipe if understood else None)}
    same = [record for record in workspace.imports() if record.checksum in marks]
    counting = [record for record in same if not record.undone]
    return next(iter([*counting, *same]), None)


def take_in(
    workspace: Workspace,
    drop: Drop,
    mapping: Recipe | None,
    progress: Progress,
    *,
    leave_out_bad_rows: bool,
    within: Cohorts,
) -> ImportResult:
    """The export stored and computed; ImportRefused when it holds errors or others' cohorts."""
    with on_disk(workspace.root, drop.files) as paths:
        return workspace.import_paths(
            paths,
            leave_out_bad_rows=leave_out_bad_rows,
            mapping=mapping,
            progress=progress,
            within=within,
        )


@contextmanager
def on_disk(root: Path, files: Sequence[UploadedFile]) -> Iterator[tuple[Path, ...]]:
    """The files in a folder of the workspace that only this user may open, until they were read."""
    with plain_errors(root):
        check_workspace(root)
        root.mkdir(parents=True, exist_ok=True)
        with FileLock(root / f"{PREFIX}lock"):
            _clear_away(root)
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
            in_use = FileLock(folder / IN_USE)
            in_use.acquire()
        try:
            with plain_errors(root):
                paths = tuple(_written(folder / str(n), file) for n, file in enumerate(files))
            yield paths
        finally:
            in_use.release()
            shutil.rmtree(folder, ignore_errors=True)


def _written(folder: Path, file: UploadedFile) -> Path:
    """One file under its own name, which importers read and problems tell."""
    folder.mkdir()
    name = PurePosixPath(file.name.replace("\\", "/")).name
    path = folder / (name if name not in ("", ".", "..") else "file")
    path.write_bytes(file.getbuffer())
    return path


def _clear_away(root: Path) -> None:
    """Removes what a server left that was stopped meanwhile; the system freed its locks."""
    for folder in root.glob(f"{PREFIX}*/"):
        in_use = FileLock(folder / IN_USE)
        try:
            in_use.acquire(timeout=0)
        except Timeout:
            continue
        in_use.release()
        shutil.rmtree(folder, ignore_errors=True)
