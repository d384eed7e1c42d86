"""Tables written to files: CSV that a spreadsheet opens safely, or Parquet."""

import csv
import re
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netaudit.errors import PROBLEM_COLUMNS, NetauditError, Problem
from netaudit.store.durable import put_in_place

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".csv", ".parquet")
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these is run by a spreadsheet as a formula."""

NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def check_target(path: Path, endings: tuple[str, ...] = ENDINGS) -> None:
    """NetauditError unless a table can be written there and the name says which kind."""
    if path.suffix.lower() not in endings:
        raise NetauditError(
            f"{path.name} does not say which kind of file it is.",
            f"Let its name end in {' or '.join(endings)}.",
        )
    if not path.parent.is_dir():
        raise NetauditError(f"There is no folder {path.parent}.", "Make it, or name another one.")


def write_table(batches: "pa.RecordBatchReader", path: Path) -> int:
    """Writes the rows as they come and says how many; undefined is blank, numbers keep every digit.

    In CSV a text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    count = 0
    as_csv = path.suffix.lower() != ".parquet"
    with _csv_writer(path, batches.schema) if as_csv else _parquet_writer(path, batches) as writer:
        for batch in batches:
            writer.write_batch(_neutralised(batch) if as_csv else batch)
            count += batch.num_rows
    return count


@contextmanager
def _csv_writer(path: Path, schema: "pa.Schema") -> Iterator[Any]:
    import pyarrow.csv

    with path.open("wb") as file:
        file.write((",".join(schema.names) + "\n").encode())
        options = pyarrow.csv.WriteOptions(include_header=False)
        with pyarrow.csv.CSVWriter(file, schema, write_options=options) as writer:
            yield writer


@contextmanager
def _parquet_writer(path: Path, batches: "pa.RecordBatchReader") -> Iterator[Any]:
    import pyarrow.parquet

    with pyarrow.parquet.ParquetWriter(path, batches.schema) as writer:
        yield writer


def _neutralised(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    import pyarrow as pa

    columns = [
        _neutralised_text(column) if pa.types.is_string(column.type) else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, schema=batch.schema)


def _neutralised_text(column: "pa.Array") -> "pa.Array":
    import pyarrow as pa
    import pyarrow.compute as pc

    first_sign = pc.utf8_slice_codeunits(column, 0, 1)
    risky = pc.is_in(first_sign, value_set=pa.array(FORMULA_SIGNS))
    if not pc.any(risky).as_py():
        return column
    return pc.if_else(risky, pc.binary_join_element_wise("'", column, ""), column)


def write_whole(path: Path, content: bytes) -> None:
    """Puts the content in place in one step: whoever opens the file finds all of it."""
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    try:
        beside.write_bytes(content)
        put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def write_problems(problems: Iterable[Problem], path: Path) -> None:
    """Every problem, one a row, in PROBLEM_COLUMNS; the header alone if there are none."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PROBLEM_COLUMNS)
        for problem in problems:
            writer.writerow([without_formula(cell) for cell in problem.as_row().values()])


def without_formula(cell: object) -> object:
    """The cell, with an apostrophe before a text that a spreadsheet would run; numbers stay."""
    if not isinstance(cell, str) or not cell.startswith(FORMULA_SIGNS) or NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
