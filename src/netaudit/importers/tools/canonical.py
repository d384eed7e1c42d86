"""The canonical export itself: one CSV file or one sheet per table, and programme.toml."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from netaudit.errors import NetauditError, Problem
from netaudit.importers.delimited import source_table
from netaudit.importers.limits import LARGEST_SETTINGS_FILE
from netaudit.importers.reading import ExportFile, Reading
from netaudit.importers.survey import Sheet
from netaudit.importers.workbook import SUFFIXES, sheet_names, write_sheets
from netaudit.schema import SETTINGS_FILE, TABLES

NAME = "canonical"
TITLE = "netaudit"
TABLE_SUFFIXES = (".csv", ".tsv", ".txt")


def recognises(files: Sequence[ExportFile], heads: Sequence[Sheet] = ()) -> bool:
    """Whether a file or a sheet has the name of a canonical table."""
    return any(file.stem in TABLES or _has_table(file) for file in files)


def read(files: Sequence[ExportFile], folder: Path) -> Reading:
    """Every canonical table among the files; `folder` takes what has to be rewritten."""
    reading = Reading()
    held: dict[str, str] = {}
    for file in files:
        try:
            _read_file(file, reading, held, folder)
        except NetauditError as error:
            _refuse(reading, file.name, error)
    return reading


def _has_table(file: ExportFile) -> bool:
    if file.suffix not in SUFFIXES:
        return False
    try:
        return any(_table(name) for name in sheet_names(file.path))
    except NetauditError:
        return False


def _table(name: str) -> str | None:
    return name.strip().lower() if name.strip().lower() in TABLES else None


def _read_file(file: ExportFile, reading: Reading, held: dict[str, str], folder: Path) -> None:
    if file.name.lower() == SETTINGS_FILE:
        reading.programme_text = _settings(file, reading.programme_text)
    elif file.suffix in SUFFIXES or file.suffix == ".xls":
        _read_workbook(file, reading, held, folder)
    elif file.suffix in TABLE_SUFFIXES and file.stem in TABLES:
        _read_table(file.stem, file.name, file.path, reading, held, folder)
    elif file.suffix in TABLE_SUFFIXES and file.stem != "readme":
        _left_aside(file.name, file.stem, reading)


def _settings(file: ExportFile, earlier: str | None) -> str:
    if earlier is not None:
        raise NetauditError("There are two programme.toml.", "Give only one of them.")
    with file.path.open("rb") as stream:
        content = stream.read(LARGEST_SETTINGS_FILE + 1)
    if len(content) > LARGEST_SETTINGS_FILE:
        raise NetauditError("The file is too large to be a settings file.", "Take the template's.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NetauditError("The file is not readable as text.", "Save it as UTF-8.") from None


def _read_workbook(file: ExportFile, reading: Reading, held: dict[str, str], folder: Path) -> None:
    wanted: dict[str, Path] = {}
    for title in sheet_names(file.path):
        if _table(title):
            wanted[title] = folder / f"{len(held)}-{len(wanted)}-sheet.csv"
        elif get_close_matches(title.strip().lower(), TABLES):
            _left_aside(f"{file.name}, sheet {title}", title.strip().lower(), reading)
    write_sheets(file.path, wanted)
    for title, path in wanted.items():
        name = f"{file.name}, sheet {title}"
        _read_table(title.strip().lower(), name, path, reading, held, folder)


def _read_table(
    table: str, name: str, path: Path, reading: Reading, held: dict[str, str], folder: Path
) -> None:
    try:
        if table in held:
            raise NetauditError(
                f"The table {table} is there twice, here and in {held[table]}.",
                "Give one file or sheet for each table.",
            )
        held[table] = name
        reading.tables.append(source_table(table, name, path, folder))
    except NetauditError as error:
        reading.unreadable.append((table, name))
        _refuse(reading, name, error)


def _refuse(reading: Reading, name: str, error: NetauditError) -> None:
    reading.problems.append(
        Problem(severity="error", file=name, message=error.message, hint=error.hint)
    )


def _left_aside(name: str, stem: str, reading: Reading) -> None:
    near = get_close_matches(stem, TABLES, n=1, cutoff=0.75)
    hint = (
        f"Did you mean {near[0]}? Then rename it."
        if near
        else f"Tables of an export are: {', '.join(TABLES)}."
    )
    reading.problems.append(
        Problem(
            severity="warning",
            file=name,
            message="This is no table of an export and is left aside.",
            hint=hint,
        )
    )
