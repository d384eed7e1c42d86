"""What is held about one participant as one archive: JSON that explains itself, and CSV tables."""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from netaudit.analysis.my_data import HeldTable
from netaudit.output_files import without_formula
from netaudit.store.held_imports import HeldImport
from netaudit.vocabulary import readable
from netaudit.wording import counted, moment

SPREADSHEET_MARK = "\ufeff"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same data give the same archive."""

ABOUT = (
    "This is what netaudit holds about you: what your programme's survey passed on, and what"
    " netaudit worked out from it. my-data.json has all of it with an explanation of every field;"
    " the .csv files hold the same tables for a spreadsheet."
)
NOT_IN_HERE = (
    "What other participants wrote is theirs and is not in here, even where they named you. Who may"
    " open your pages, and who did, is kept by the programme team: ask them for it."
)
THE_OTHERS = "The people you named did not ask to be here. Keep these files where you keep letters."


def my_data_archive(
    participant: str, tables: Sequence[HeldTable], imports: Sequence[HeldImport]
) -> bytes:
    """A .zip with LOOK-HERE-FIRST.txt, my-data.json and a CSV for each table."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in _files(participant, tables, imports):
            archive.writestr(_entry(name), text.encode())
    return buffer.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _files(
    participant: str, tables: Sequence[HeldTable], imports: Sequence[HeldImport]
) -> Iterator[tuple[str, str]]:
    yield "LOOK-HERE-FIRST.txt", _guide(tables, imports)
    document = my_data_document(participant, tables, imports)
    yield "my-data.json", json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    for table in tables:
        yield f"{table.name}.csv", _csv(table)


def my_data_document(
    participant: str, tables: Sequence[HeldTable], imports: Sequence[HeldImport]
) -> dict[str, Any]:
    """Everything in one document: where it came from, then table by table with its fields."""
    return {
        "about": ABOUT,
        "not_in_here": NOT_IN_HERE,
        "please_note": THE_OTHERS,
        "participant_id": participant,
        "imports": [
            {
                "id": one.record.id,
                "imported_at": one.record.imported_at.isoformat(),
                "platform": one.record.platform,
                "files": list(one.record.files),
                "rows_about_you": one.rows,
            }
            for one in imports
        ],
        "tables": {
            table.name: {
                "meaning": table.meaning,
                "fields": dict(table.columns),
                "codes": {column: dict(codes) for column, codes in table.codes.items()},
                "rows": [
                    {str(name): _plain(value) for name, value in row.items()}
                    for row in table.rows.to_dict("records")
                ],
            }
            for table in tables
        },
    }


def _plain(value: Any) -> Any:
    """A cell as JSON has it: undefined is null, a day is written as a day."""
    if value is None or value != value:
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _csv(table: HeldTable) -> str:
    """UTF-8 that spreadsheets recognise; a text that one would run begins with an apostrophe."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([without_formula(str(name)) for name in table.rows.columns])
    for row in table.rows.to_dict("records"):
        writer.writerow([without_formula(_cell(value)) for value in row.values()])
    return SPREADSHEET_MARK + text.getvalue()


def _cell(value: Any) -> Any:
    plain = _plain(value)
    return "" if plain is None else plain


def _guide(tables: Sequence[HeldTable], imports: Sequence[HeldImport]) -> str:
    held = [
        f"{table.name}.csv: {table.meaning} {counted(len(table.rows), 'row')}." for table in tables
    ]
    came = [
        f"{moment(one.record.imported_at)}: {', '.join(one.record.files)}"
        f" ({readable(one.record.platform)})"
        for one in imports
    ]
    parts = [ABOUT, *_listed("The tables", held), *_listed("Where they came from", came)]
    return "\r\n".join([*parts, "", NOT_IN_HERE, "", THE_OTHERS, ""])


def _listed(title: str, lines: Iterable[str]) -> list[str]:
    return ["", title, *(f"- {line}" for line in lines)]
