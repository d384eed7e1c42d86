"""The files a person gave: which they are, what they hold, and untouched copies of them."""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from netaudit.errors import NetauditError
from netaudit.importers.archive import digests
from netaudit.importers.files import gather
from netaudit.importers.mapping.recipe import Recipe, written
from netaudit.store.durable import flush_tree


def given_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or those files of the folder that an export may consist of.

    NetauditError where there is nothing at the path, or far too much.
    """
    if path.is_file():
        return (path,)
    files, problems = gather([path], path)
    for problem in problems:
        raise NetauditError(problem.message, problem.hint)
    return tuple(file.path for file in files)


def checksum(paths: Iterable[Path], mapping: Recipe | None = None) -> str:
    """One SHA-256 over the contents, whatever the files are called and whatever their order.

    The same files have the same checksum in a folder, in an archive and in one packed anew. Read
    under another mapping they are another export.
    """
    contents = [one for path in paths for file in given_files(path) for one in _hashes(file)]
    if mapping is not None:
        contents.append(hashlib.sha256(written(mapping).encode()).hexdigest())
    return hashlib.sha256("\n".join(sorted(contents)).encode()).hexdigest()


def _hashes(file: Path) -> list[str]:
    if file.suffix.lower() == ".zip":
        # An archive that cannot be opened is for the reading to explain.
        with suppress(NetauditError):
            return digests(file)
    with file.open("rb") as opened:
        return [hashlib.file_digest(opened, "sha256").hexdigest()]


def copy_given(paths: Sequence[Path], into: Path) -> tuple[Path, ...]:
    """Untouched copies, one file or folder for each path given, under names that do not clash."""
    into.mkdir(parents=True)
    copies = tuple(into / name for name in _names(paths))
    for path, copy in zip(paths, copies, strict=True):
        if path.is_dir():
            copy.mkdir()
        for file in given_files(path):
            target = copy / file.relative_to(path) if path.is_dir() else copy
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    flush_tree(into)
    return copies


def _names(paths: Sequence[Path]) -> list[str]:
    plain = [path.resolve().name for path in paths]
    return [
        name if plain.count(name) == 1 else f"{number}-{name}"
        for number, name in enumerate(plain, start=1)
    ]
