"""The files of an export, from a folder, a zip archive or the files themselves."""

from collections.abc import Sequence
from pathlib import Path

from netaudit.errors import NetauditError, Problem
from netaudit.importers.archive import unpack
from netaudit.importers.limits import MOST_FILES
from netaudit.importers.reading import ExportFile, is_clutter

WHOLE_EXPORTS = (".zip", ".xlsx", ".xls")


def exports_in(paths: Sequence[Path]) -> tuple[tuple[Path, ...], ...]:
    """The exports that the paths amount to, in the order given.

    A folder, an archive or a workbook is an export of its own. Single files make up one together,
    or belong to the only folder, archive or workbook beside them.
    """
    whole = [path for path in paths if path.is_dir() or path.suffix.lower() in WHOLE_EXPORTS]
    if len(whole) <= 1:
        return (tuple(paths),)
    single = tuple(path for path in paths if path not in whole)
    return (*((path,) for path in whole), *((single,) if single else ()))


def gather(paths: Sequence[Path], folder: Path) -> tuple[list[ExportFile], list[Problem]]:
    """Every file given, archives unpacked into `folder`, and archives that cannot be opened.

    NetauditError where a path does not exist.
    """
    files: list[ExportFile] = []
    problems: list[Problem] = []
    for number, path in enumerate(paths):
        try:
            files += _files(Path(path), folder / f"unpacked-{number}")
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise NetauditError(
                f"{path} cannot be read: {reason}.",
                "Check the name and that you may open it.",
            ) from None
        except NetauditError as error:
            problems.append(
                Problem(
                    severity="error",
                    file=Path(path).name,
                    message=error.message,
                    hint=error.hint,
                )
            )
    return files, problems


def _files(path: Path, folder: Path) -> list[ExportFile]:
    if path.is_dir():
        return _in_folder(path)
    if path.suffix.lower() == ".zip":
        return unpack(path, folder)
    with path.open("rb"):
        return [ExportFile(name=path.name, path=path)]


def _in_folder(path: Path) -> list[ExportFile]:
    """Its files; those of its only subfolder where it has no files itself."""
    entries = [entry for entry in sorted(path.iterdir()) if not is_clutter(entry.name)]
    folders = [entry for entry in entries if entry.is_dir()]
    if len(entries) == len(folders) == 1:
        return _in_folder(folders[0])
    if len(entries) > MOST_FILES:
        raise NetauditError(
            f"The folder holds more than {MOST_FILES} files.",
            "Put the files of the export into a folder of their own.",
        )
    return [ExportFile(name=e.name, path=e) for e in entries if e.is_file()]
