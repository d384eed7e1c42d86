"""Takes an export in: copies of what was given, the canonical tables, the record."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path

from netaudit.engine.duckdb import Progress
from netaudit.errors import ImportRefused, Problem
from netaudit.importers.background import Known
from netaudit.importers.export import ReadExport, read_export
from netaudit.importers.mapping.proposal import OpenQuestion, as_mapping
from netaudit.importers.mapping.recipe import Recipe, written
from netaudit.programme import Programme
from netaudit.store.durable import flush_tree, write_text
from netaudit.store.matching.corrections import Corrections
from netaudit.store.matching.keys import audits_replaced
from netaudit.store.merge import StoredImport, waves_held
from netaudit.store.originals import copy_given
from netaudit.store.record import (
    MAPPING_FILE,
    ORIGINAL_FOLDER,
    TABLES_FOLDER,
    ImportRecord,
    who,
    write_record,
)
from netaudit.version import VERSION
from netaudit.wording import counted


@dataclass(frozen=True, kw_only=True)
class Given:
    """What a person asked to be imported, and how."""

    paths: Sequence[Path]
    checksum: str
    platform: str | None
    leave_out_bad_rows: bool
    mapping: Recipe = field(default_factory=Recipe)


def take_in(
    given: Given,
    into: Path,
    name: str,
    earlier: Sequence[StoredImport],
    settings: Programme,
    background: Known,
    corrections: Corrections,
    progress: Progress,
) -> StoredImport:
    """The import `name` in the folder `into`, whole and on the disk.

    Raises ImportRefused, with every problem, when the export holds errors.
    """
    progress("keeping a copy of the files")
    copies = copy_given(given.paths, into / ORIGINAL_FOLDER)
    tables = into / TABLES_FOLDER
    tables.mkdir()
    read = read_export(
        copies,
        tables,
        settings,
        platform=given.platform,
        leave_out_bad_rows=given.leave_out_bad_rows,
        background=background,
        progress=progress,
    )
    if read.refused:
        raise refusal(read.problems, read.open_questions)
    if read.mapping is not None:
        write_text(into / MAPPING_FILE, written(read.mapping.recipe))
    stored = StoredImport(record=_record(given, name, read), folder=into)
    record = replace(
        stored.record,
        replaced=audits_replaced(earlier, stored, corrections),
        waves=waves_held(stored, read.programme.waves),
    )
    write_record(into, record)
    flush_tree(into)
    return replace(stored, record=record)


def refusal(
    problems: tuple[Problem, ...], questions: tuple[OpenQuestion, ...] = ()
) -> ImportRefused:
    """Why nothing is stored, with every problem found."""
    if questions:
        return ImportRefused(
            f"Nothing was imported: {counted(len(questions), 'question')} about the file to answer"
            " first.",
            as_mapping(questions),
            problems,
        )
    errors = sum(problem.severity == "error" for problem in problems)
    found = "is one error" if errors == 1 else f"are {errors} errors"
    return ImportRefused(
        f"Nothing was imported: there {found}.",
        "Mend the rows named and import again, or choose to leave the bad rows out.",
        problems,
    )


def _record(given: Given, name: str, read: ReadExport) -> ImportRecord:
    return ImportRecord(
        id=name,
        imported_at=datetime.now().astimezone(),
        imported_by=who(),
        platform=read.platform,
        files=tuple(path.resolve().name for path in given.paths),
        checksum=given.checksum,
        rows=dict(read.rows),
        waves=(),
        programme_text=read.programme_text,
        problems=tuple(read.problems),
        left_out=tuple(read.left_out),
        software=VERSION,
        flow=asdict(read.flow) if read.flow else {},
    )
