"""The workspace folder: what lies where, who may write, and what is cleared away."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from filelock import FileLock, Timeout

from netaudit.engine.duckdb import Progress
from netaudit.errors import WorkspaceError
from netaudit.store.durable import remove
from netaudit.store.state import FILE, State, read_state, write_state

IMPORTS = "imports"
INCOMING = ".incoming-"
BUILDING = ".building-"
LOCK = ".writing.lock"
DATABASE = "cohorts-"
PRIVATE = 0o700


def import_folder(root: Path, name: str) -> Path:
    """Where an import is kept."""
    return root / IMPORTS / name


def incoming_folder(root: Path, name: str) -> Path:
    """Where an import is put together before it counts."""
    return root / IMPORTS / f"{INCOMING}{name}"


def building_file(root: Path, fingerprint: str) -> Path:
    """Where a database is built before it serves."""
    return root / f"{BUILDING}{fingerprint[:16]}.duckdb"


def database_name(root: Path, fingerprint: str) -> str:
    """A file name for a database that no other one has."""
    first = f"{DATABASE}{fingerprint[:16]}"
    number, name = 1, f"{first}.duckdb"
    while (root / name).exists():
        number += 1
        name = f"{first}-{number}.duckdb"
    return name


def next_import(made: tuple[str, ...], today: date) -> str:
    """The id of the next import: its day, and its number on that day."""
    start = f"{today.isoformat()}-"
    own = [name.removeprefix(start) for name in made if name.startswith(start)]
    numbers = [int(number.partition(".")[0]) for number in own]
    return f"{start}{max(numbers, default=0) + 1}"


def rewritten_import(name: str) -> str:
    """The id of an import once it is written anew: `2026-03-04-1.2` after `2026-03-04-1`."""
    first, _, version = name.partition(".")
    return f"{first}.{int(version or 1) + 1}"


@contextmanager
def writing(root: Path, progress: Progress) -> Iterator[State]:
    """The state, for the one writer at a time; what an interrupted writer left is cleared away."""
    with plain_errors(root):
        _make_workspace(root)
        with _turn(root, progress):
            state = read_state(root)
            if not (root / FILE).exists():
                write_state(root, state)
            _clear_away(root, state)
            try:
                yield state
            finally:
                _clear_away(root, read_state(root))


@contextmanager
def _turn(root: Path, progress: Progress) -> Iterator[None]:
    """Waits until no other process or thread writes; the system frees the lock if a writer dies."""
    lock = FileLock(root / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress("waiting until another import into this workspace is done")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _make_workspace(root: Path) -> None:
    """The folder and what is in it, out of the reach of other people on the computer."""
    check_workspace(root)
    root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    mode = stat.S_IMODE(root.stat().st_mode)
    if mode & stat.S_IRWXO:  # made by somebody's own mkdir; its group stays as they arranged it
        with suppress(PermissionError):  # somebody else's folder, for them to arrange
            root.chmod(mode & ~stat.S_IRWXO)
    (root / IMPORTS).mkdir(mode=PRIVATE, exist_ok=True)


def check_workspace(root: Path) -> None:
    """WorkspaceError where the folder is something else, or has lost its state file."""
    if root.exists() and not root.is_dir():
        raise WorkspaceError(f"{root} is a file.", "Name a folder for the workspace.")
    if not root.is_dir() or (root / FILE).exists():
        return
    if any(not path.name.startswith(INCOMING) for path in (root / IMPORTS).glob("*")):
        raise WorkspaceError(
            f"{root} holds imports, but its {FILE} is gone.",
            "Put the folder's latest backup back in its place.",
        )
    if any(_is_foreign(path) for path in root.iterdir()):
        raise WorkspaceError(
            f"{root} is not a workspace: other files are in it.",
            "Name a folder that is empty, or one that does not exist yet.",
        )


def _is_foreign(path: Path) -> bool:
    return not path.name.startswith((".", "ledger")) and path.name != IMPORTS


def _clear_away(root: Path, state: State) -> None:
    """Deletes what no state names. The database before the one in force may still be read."""
    for path in (root / IMPORTS).iterdir():
        if path.name not in state.imports:
            remove(path)
    for path in root.glob(f"{BUILDING}*"):
        remove(path)
    for path in root.glob(f"{DATABASE}*"):
        if path.name not in (state.database, state.previous):
            remove(path)


@contextmanager
def plain_errors(root: Path) -> Iterator[None]:
    """Turns what the operating system refuses into words for the person at the workspace."""
    try:
        yield
    except OSError as error:
        where = error.filename or root
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            message, hint = "The disk is full.", "Make room on it and try again."
        elif isinstance(error, PermissionError) or error.errno == errno.EROFS:
            message, hint = f"{where} may not be read or written.", "Ask for the permission."
        else:
            message, hint = f"{where}: {error.strerror or error}.", "Nothing was changed."
        raise WorkspaceError(message, hint) from error
