"""The state file: which imports there are, which of them count, which database is in force.

Replacing this one small file is the moment at which an import, an undo or a rebuild happens.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from netaudit.errors import WorkspaceError
from netaudit.store.durable import write_text

FILE = "state.json"
FORMAT = 1

Stamp = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class State:
    """`imports` in the order in which they were made, those in `undone` set aside.

    `database` and `previous` are file names: the one in force, and the one before it, which a
    reader may still be opening. `fingerprint` belongs to `database`.
    """

    imports: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    database: str | None = None
    previous: str | None = None
    fingerprint: str | None = None

    @property
    def active(self) -> tuple[str, ...]:
        """The imports that count, oldest first."""
        return tuple(name for name in self.imports if name not in self.undone)

    def with_import(self, name: str) -> "State":
        """The state with one more import, the newest."""
        return replace(self, imports=(*self.imports, name))

    def without(self, name: str) -> "State":
        """The state with an import set aside."""
        return replace(self, undone=(*self.undone, name))

    def again(self, name: str) -> "State":
        """The state with an import counted again, in its old place."""
        return replace(self, undone=tuple(other for other in self.undone if other != name))

    def served_by(self, database: str, fingerprint: str) -> "State":
        """The state with another database in force."""
        return replace(self, database=database, previous=self.database, fingerprint=fingerprint)


def read_state(root: Path) -> State:
    """The state as it is now; a workspace that nothing was written to yet has an empty one."""
    path = root / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return State()
    try:
        document: dict[str, Any] = json.loads(text)
        if document.pop("format") == FORMAT:
            lists = {name: tuple(document[name]) for name in ("imports", "undone")}
            return State(**{**document, **lists})
    except (ValueError, KeyError, TypeError, AttributeError):
        raise WorkspaceError(
            f"{path} cannot be read.", "Put back the folder's latest backup, or use another folder."
        ) from None
    raise WorkspaceError(
        f"{path} was written by another version of netaudit.", "Use that version, or a newer one."
    )


def write_state(root: Path, state: State) -> None:
    """Makes this the state, in one step."""
    document = {"format": FORMAT, **asdict(state)}
    write_text(root / FILE, json.dumps(document, indent=2) + "\n")


def stamp(root: Path) -> Stamp | None:
    """Changes whenever the state file is replaced; None while there is none."""
    try:
        found = (root / FILE).stat()
    except FileNotFoundError:
        return None
    return (found.st_mtime_ns, found.st_ino, found.st_size)
