"""The folder that an export is written to: all of it, or nothing."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from netaudit.errors import NetauditError
from netaudit.output_files import without_formula

README = "readme.txt"
"""Passed over when the folder is imported."""

TEXTS = ("name", "email", "label", "text", "end_reason")
"""What people wrote. Codes stay as they are even where they begin with a sign of a formula: what is
imported again must meet what is stored."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same data give the same archive."""

Files = Mapping[str, str]
"""What each file holds, by its path inside the folder."""


def check_folder(out: Path) -> None:
    """NetauditError where there is something already, which must not be mixed with an export."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise NetauditError(f"{out} is there already.", "Name a new folder, or an empty one.")


def write_files(files: Files, out: Path) -> None:
    """Writes every file, making the folders it needs."""
    for name, text in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """The same files in one .zip; the same files give the same archive."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            zipped.writestr(entry, content)
    return buffer.getvalue()


def in_a_path(words: str) -> str:
    """Words from the data as part of a file's name."""
    return re.sub(r"[^\w-]+", "-", words)


def csv_text(rows: pd.DataFrame) -> str:
    """Rows as an export has them: ISO days, blank for unknown; no text runs as a formula."""
    safe = rows.copy()
    for name in rows.columns.intersection(list(TEXTS)):
        safe[name] = rows[name].map(without_formula)
    return safe.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")
