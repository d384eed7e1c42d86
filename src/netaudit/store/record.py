"""What is remembered of an import: who, when, from which files, with which problems."""

import getpass
import json
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from netaudit.errors import Problem, WorkspaceError
from netaudit.store.durable import write_text

FILE = "import.json"
MAPPING_FILE = "mapping.toml"
TABLES_FOLDER = "tables"
ORIGINAL_FOLDER = "original"


@dataclass(frozen=True, kw_only=True)
class ImportRecord:
    """One import as it was made.

    `rows` counts rows by canonical table; a table that is not there was not in the export.
    `replaced` counts the audits (participant and wave) of earlier imports that this one took the
    place of when it was made. `waves` lists the waves its audits were read against.
    `programme_text` is None where the export brought no programme.toml. `left_out` lists the rows
    that were left out on request, each with its reason. `without` tells the data apart from those
    that came, where somebody erased is missing from them. `flow` says, of an export of a survey
    tool, how many responses were read, left aside and imported.
    """

    id: str
    imported_at: datetime
    imported_by: str
    platform: str
    files: tuple[str, ...]
    checksum: str
    rows: dict[str, int]
    waves: tuple[str, ...]
    programme_text: str | None
    problems: tuple[Problem, ...]
    left_out: tuple[Problem, ...]
    software: str
    replaced: int = 0
    undone: bool = False
    without: str = ""
    flow: dict[str, int] = field(default_factory=dict)

    @property
    def warnings(self) -> int:
        """How many warnings came with it."""
        return sum(problem.severity == "warning" for problem in self.problems)

    @property
    def listed(self) -> tuple[Problem, ...]:
        """Every problem, and after them the rows left out only because another row went."""
        told = {(problem.file, problem.row) for problem in self.problems}
        followers = (row for row in self.left_out if (row.file, row.row) not in told)
        return (*self.problems, *followers)


def who() -> str:
    """The name of the operating system's user; blank where there is none, as in containers."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def write_record(folder: Path, record: ImportRecord) -> None:
    """Keeps the record in the import's folder; whether it is undone is the state's to say."""
    document = {**asdict(record), "imported_at": record.imported_at.isoformat()}
    del document["undone"]
    write_text(folder / FILE, json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def read_record(folder: Path, *, undone: bool = False) -> ImportRecord:
    """The record kept in an import's folder; WorkspaceError where it is gone or damaged."""
    try:
        document: dict[str, Any] = json.loads((folder / FILE).read_text(encoding="utf-8"))
        known = {
            each.name: document[each.name] for each in fields(ImportRecord) if each.name in document
        }
        known["imported_at"] = datetime.fromisoformat(document["imported_at"])
        for name in ("files", "waves"):
            known[name] = tuple(document[name])
        for name in ("problems", "left_out"):
            known[name] = tuple(Problem(**problem) for problem in document[name])
        return ImportRecord(**known, undone=undone)
    except FileNotFoundError:
        message = f"The import {folder.name} is listed but its folder is gone."
    except (ValueError, KeyError, TypeError):
        message = f"The record of the import {folder.name} cannot be read."
    raise WorkspaceError(message, "Put the workspace's latest backup back in its place.")
