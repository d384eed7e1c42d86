"""Reads an export: its tables checked, typed and written, or everything that is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from netaudit.engine.checks import listed_problems, run_checks
from netaudit.engine.contents import Contents, contents
from netaudit.engine.duckdb import Connection, Progress, quiet
from netaudit.engine.leaving_out import leave_out
from netaudit.engine.staging import SourceTable, note_held, open_staging, stage
from netaudit.engine.typed import write_tables
from netaudit.errors import NetauditError, Problem
from netaudit.importers.background import Background, Known
from netaudit.importers.delimited import regular
from netaudit.importers.files import gather
from netaudit.importers.mapping.proposal import OpenQuestion, Proposal
from netaudit.importers.platforms import importer_for, reading_of
from netaudit.importers.reading import Reading
from netaudit.importers.survey import Flow
from netaudit.programme import Programme, read_programme


@dataclass(frozen=True)
class ReadExport:
    """An export as it was read.

    `tables` gives the Parquet file of each canonical table the export holds (rows in the order of
    its file, typed as the schema says), with `contact_attributes` where contacts has `x_` columns;
    it is empty where the export is refused. `programme` are the settings in force for it,
    `programme_text` its own programme.toml. `problems` is everything found, by file and row;
    `left_out` the rows that were left out, each with its reason. `contents` is what was found
    before anything was refused or left out. Of an export of a survey tool, `mapping` is how it was
    understood and what of that is open, `flow` what became of its responses.
    """

    platform: str
    programme: Programme
    programme_text: str | None
    tables: dict[str, Path]
    rows: dict[str, int]
    problems: tuple[Problem, ...]
    left_out: tuple[Problem, ...]
    contents: Contents
    mapping: Proposal | None = None
    flow: Flow | None = None

    @property
    def refused(self) -> bool:
        """Whether nothing of it can be stored."""
        return not self.tables

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What a person has to say about the file before it can be imported."""
        return self.mapping.open_questions if self.mapping else ()


def read_export(
    paths: Sequence[Path],
    into: Path,
    settings: Programme,
    *,
    platform: str | None = None,
    leave_out_bad_rows: bool = False,
    background: Known = Background,
    progress: Progress = quiet,
) -> ReadExport:
    """The export in `paths`, its tables written to the folder `into`.

    `settings` hold where it brings no programme.toml of its own; `background` looks up what
    else is known, which exports of survey tools are put beside. With `leave_out_bad_rows` only
    what concerns a whole file refuses it. NetauditError where a path or the platform does not
    exist; everything else is a problem.
    """
    into.mkdir(parents=True, exist_ok=True)
    # Answers of people do not belong in the system's folder for temporary files.
    with TemporaryDirectory(prefix="reading-", dir=into) as name:
        folder = Path(name)
        files, problems = gather(paths, folder)
        importer = importer_for(files, platform, folder)
        reading = reading_of(
            importer, files, folder, lambda: replace(background(), settings=settings)
        )
        reading.problems += problems
        programme = settings
        if reading.programme_text is not None:
            programme, found = read_programme(reading.programme_text)
            reading.problems += found
        con = open_staging(folder, programme)
        try:
            _stage_all(con, reading, folder, progress)
            held = contents(con)
            outcome = _outcome(con, reading, into, leave_out_bad_rows, progress)
        finally:
            con.close()
    return ReadExport(
        importer.NAME,
        programme,
        reading.programme_text,
        *outcome,
        held,
        reading.mapping,
        reading.flow,
    )


Outcome = tuple[dict[str, Path], dict[str, int], tuple[Problem, ...], tuple[Problem, ...]]


def _outcome(
    con: Connection, reading: Reading, into: Path, leave_out_bad_rows: bool, progress: Progress
) -> Outcome:
    """Tables, rows, problems and the rows left out."""
    failed = any(problem.severity == "error" for problem in reading.problems)
    if failed and not reading.tables and not reading.unreadable:
        # What could not even be opened is not asked for its tables.
        return {}, {}, _ordered(reading.problems), ()
    whole = run_checks(con, progress) and not failed
    found = _ordered([*reading.problems, *reading.bad_rows, *listed_problems(con)])
    if not whole or (not leave_out_bad_rows and any(p.severity == "error" for p in found)):
        return {}, {}, found, ()
    left_out: tuple[Problem, ...] = ()
    if leave_out_bad_rows:
        left_out = _ordered([*reading.bad_rows, *leave_out(con, progress)])
    progress("writing the tables")
    tables, rows = write_tables(con, into)
    return tables, rows, found, left_out


def _stage_all(con: Connection, reading: Reading, folder: Path, progress: Progress) -> None:
    for source in reading.tables:
        progress(f"reading {source.file}")
        try:
            _stage(con, source, reading, folder)
        except NetauditError as error:
            reading.unreadable.append((source.table, source.file))
            reading.problems.append(
                Problem(
                    severity="error",
                    file=source.file,
                    row=error.row,
                    message=error.message,
                    hint=error.hint,
                )
            )
    for table, file in reading.unreadable:
        note_held(con, table, file, is_whole=False)


def _stage(con: Connection, source: SourceTable, reading: Reading, folder: Path) -> None:
    if stage(con, source):
        return
    rewritten, bad_rows = regular(source, folder)
    reading.bad_rows += bad_rows
    if not stage(con, rewritten):
        raise NetauditError(
            "The file cannot be read as a table.",
            "Open it in a spreadsheet and save it as CSV UTF-8.",
        )


def _ordered(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (p.file, p.row or 0, p.column or "")))
