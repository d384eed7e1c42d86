"""An invented cohort of four, for the pages that participants read about themselves.

N10    ten contacts at each of three waves, and every other table filled in
N02    two contacts, the ties between them never asked, next to nothing else answered
N00    opened the audit and said that there was nobody to name
NLEFT  six contacts at the baseline, then left the programme

Nobody in it exists. The rows lie in own_pages/ as people jot down tables: a `.` is a blank and a
`~` stands for a blank inside a text. What is said of a contact once holds at every wave the
contact is listed in, until a line of contacts_changed says otherwise.
"""

import csv
from pathlib import Path
from typing import Any

from netaudit.definitions.examples import small_table

FOLDER = Path(__file__).parent / "own_pages"
AS_THEY_STAND = (
    "participants",
    "audits",
    "mentoring",
    "reflections",
    "activities",
    "actions",
    "exchange",
    "cohort_ties",
)

Row = dict[str, Any]


def own_pages_export(folder: Path) -> Path:
    """The canonical export of the four, in a new folder inside `folder`."""
    export = folder / "own_pages_export"
    export.mkdir()
    (export / "programme.toml").write_text((FOLDER / "programme.toml").read_text("utf-8"), "utf-8")
    for name in AS_THEY_STAND:
        _write(export, name, _table(name))
    _write(export, "contacts", _contacts())
    _write(export, "ties", _ties())
    return export


def _table(name: str) -> list[Row]:
    rows = small_table((FOLDER / f"{name}.txt").read_text("utf-8"), "")
    return [{key: _cell(cell) for key, cell in row.items()} for row in rows]


def _cell(cell: str) -> str:
    return "" if cell == "." else cell.replace("~", " ")


def _contacts() -> list[Row]:
    """One row per wave that `contacts_listed` names a contact in."""
    facts = {(row["participant_id"], row["contact_id"]): row for row in _table("contacts")}
    changed = _table("contacts_changed")
    return [
        {
            "wave": listed["wave"],
            **facts[listed["participant_id"], contact],
            **_changes(changed, listed, contact),
        }
        for listed in _table("contacts_listed")
        for contact in listed["contacts"].split("|")
    ]


def _changes(changed: list[Row], listed: Row, contact: str) -> Row:
    return {
        row["column"]: row["value"]
        for row in changed
        if (row["participant_id"], row["wave"], row["contact_id"])
        == (listed["participant_id"], listed["wave"], contact)
    }


def _ties() -> list[Row]:
    """One row per pair; `introduced` pairs were brought together by the participant."""
    return [
        {
            "participant_id": row["participant_id"],
            "wave": row["wave"],
            "contact_a": pair.split("-")[0],
            "contact_b": pair.split("-")[1],
            "tie": row["tie"],
            "introduced_by_me": row["introduced_by_me"],
        }
        for row in _table("ties")
        for pair in row["pairs"].split("|")
    ]


def _write(export: Path, name: str, rows: list[Row]) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with (export / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
