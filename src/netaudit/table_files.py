"""Tables as files: CSV that a spreadsheet opens safely, or Parquet."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from netaudit.errors import PROBLEM_COLUMNS, NetauditError, Problem

if TYPE_CHECKING:
    import pandas as pd

ENDINGS = (".csv", ".parquet")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these is run by a spreadsheet as a formula."""


def check_target(path: Path, endings: tuple[str, ...] = ENDINGS) -> None:
    """NetauditError unless a table can be written there and the name says which kind."""
    if path.suffix.lower() not in endings:
        raise NetauditError(
            f"{path.name} does not say which kind of file it is.",
            f"Let its name end in {' or '.join(endings)}.",
        )
    if not path.parent.is_dir():
        raise NetauditError(f"There is no folder {path.parent}.", "Make it, or name another one.")


def write_table(frame: "pd.DataFrame", path: Path) -> None:
    """The rows as they stand: undefined is blank, numbers keep every digit."""
    if path.suffix.lower() == ".parquet":
        frame.to_parquet(path, index=False)
        return
    safe = frame.copy()
    for name in _text_columns(frame):
        safe[name] = _neutralised(frame[name])
    safe.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def _text_columns(frame: "pd.DataFrame") -> list[str]:
    from pandas.api.types import is_object_dtype, is_string_dtype

    return [
        str(name)
        for name in frame.columns
        if is_string_dtype(frame[name].dtype) or is_object_dtype(frame[name].dtype)
    ]


def _neutralised(column: "pd.Series[str]") -> "pd.Series[str]":
    risky = column.str.startswith(FORMULA_SIGNS).fillna(False).astype(bool)
    return column.where(~risky, "'" + column)


def write_problems(problems: Iterable[Problem], path: Path) -> None:
    """Every problem, one a row, in the contract's columns; the header alone if there are none."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PROBLEM_COLUMNS)
        for problem in problems:
            writer.writerow([_safe_cell(cell) for cell in problem.as_row().values()])


def _safe_cell(cell: object) -> object:
    risky = isinstance(cell, str) and cell.startswith(FORMULA_SIGNS)
    return f"'{cell}" if risky else cell
