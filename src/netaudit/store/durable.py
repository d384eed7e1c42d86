"""Files that survive a crash: written beside, flushed to the disk, then put in place at once."""

import os
import shutil
import time
from pathlib import Path

PATIENCE_SECONDS = 5.0
"""How long a file that somebody has open is waited for (Windows does not replace open files)."""


def write_text(path: Path, text: str) -> None:
    """The file holds the old text or the whole new one, whatever happens meanwhile."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(beside, path)


def put_in_place(new: Path, final: Path) -> None:
    """Renames a file or folder, over an older file if there is one, and flushes the folder."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            new.replace(final)
            break
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
    flush_folder(final.parent)


def flush_file(path: Path) -> None:
    """What was written to the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_tree(folder: Path) -> None:
    """Every file and folder below, and the folder itself, is on the disk."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            flush_folder(path)
        else:
            flush_file(path)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """The names in the folder are on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Deletes a file or folder if it can be; one that is open stays for the next time."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return
