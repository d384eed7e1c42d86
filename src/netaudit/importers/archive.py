"""Zip archives, looked over before anything in them is unpacked."""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from netaudit.errors import NetauditError
from netaudit.importers.limits import (
    HIGHEST_RATIO,
    LARGEST_ARCHIVE,
    MOST_FILES,
    SMALL_ENOUGH,
)
from netaudit.importers.reading import ExportFile, is_clutter

ENCRYPTED = 0x1
SEND_PLAIN = "Save the export again, or put the unpacked files into a folder and choose that."

Found = tuple[str, zipfile.ZipInfo]
"""A file's name without its folder, and where it is in the archive."""


def unpack(path: Path, folder: Path) -> list[ExportFile]:
    """The files of a zip export, unpacked into `folder`; its only top folder is looked through.

    NetauditError where it is damaged, protected, or unpacks to more than is sensible.
    """
    with _opened(path) as (archive, found):
        return _extract(archive, found, folder)


def digests(path: Path) -> list[str]:
    """The SHA-256 of each file that `unpack` would give, and NetauditError where it would."""
    with _opened(path) as (archive, found):
        return [_digest(archive, entry) for _, entry in found]


def _digest(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    with archive.open(entry) as packed:
        return hashlib.file_digest(packed, "sha256").hexdigest()  # type: ignore[arg-type]


@contextmanager
def _opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, list[Found]]]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _top_level(checked_entries(archive, LARGEST_ARCHIVE))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise NetauditError(
            "The zip archive is damaged and cannot be opened.", SEND_PLAIN
        ) from None


def checked_entries(archive: zipfile.ZipFile, largest: int) -> list[zipfile.ZipInfo]:
    """The archive's files, by its directory alone; NetauditError where they are not to be trusted.

    Reading an entry never gives more than its directory says, so the sizes there are enough.
    """
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES:
        raise NetauditError(f"The archive holds more than {MOST_FILES} files.", SEND_PLAIN)
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise NetauditError("The archive is protected with a password.", "Save it without one.")
    if any(_leads_out(entry.filename) for entry in entries):
        raise NetauditError("The archive names files outside its own folder.", SEND_PLAIN)
    _check_sizes(entries, largest)
    return entries


def _leads_out(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or parts[:1] == ("/",) or (bool(parts) and ":" in parts[0])


def _check_sizes(entries: Sequence[zipfile.ZipInfo], largest: int) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > largest:
        raise NetauditError(
            f"Unpacked, the file comes to {total / 2**20:,.0f} MB;"
            f" at most {largest / 2**20:,.0f} MB are read.",
            "Send the tables as CSV files in a folder.",
        )
    packed = sum(entry.compress_size for entry in entries)
    if total > SMALL_ENOUGH and total > HIGHEST_RATIO * max(packed, 1):
        raise NetauditError(
            "The file unpacks to far more than its size, which tables of answers do not.",
            SEND_PLAIN,
        )


def _top_level(
    entries: Sequence[zipfile.ZipInfo],
) -> list[Found]:
    """Name and entry of the files at the top, or inside the one folder that holds everything."""
    inside = [(PurePosixPath(entry.filename.replace("\\", "/")), entry) for entry in entries]
    inside = [
        (path, entry) for path, entry in inside if not any(is_clutter(part) for part in path.parts)
    ]
    while inside and all(len(path.parts) > 1 for path, _ in inside):
        if len({path.parts[0] for path, _ in inside}) > 1:
            break
        inside = [(PurePosixPath(*path.parts[1:]), entry) for path, entry in inside]
    return [(path.name, entry) for path, entry in inside if len(path.parts) == 1]


def _extract(archive: zipfile.ZipFile, found: Sequence[Found], folder: Path) -> list[ExportFile]:
    folder.mkdir()
    files = []
    for number, (name, entry) in enumerate(found):
        # Names are only shown: files are written under numbers, whatever the archive calls them.
        path = folder / str(number)
        with archive.open(entry) as packed, path.open("wb") as plain:
            shutil.copyfileobj(packed, plain)
        files.append(ExportFile(name=name, path=path))
    return files
