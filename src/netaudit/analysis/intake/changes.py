"""What was imported, and what an import or its undoing changes, in words."""

from dataclasses import dataclass

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.importers.platforms import format_words
from netaudit.schema import TABLES
from netaudit.store.database import Database
from netaudit.store.effect import Overlap
from netaudit.store.record import ImportRecord
from netaudit.vocabulary import readable
from netaudit.wording import counted, enumerated


@dataclass(frozen=True, kw_only=True)
class Totals:
    """How much is stored in all, seen by one viewer."""

    participants: int = 0
    audits: int = 0
    contacts: int = 0


def totals(database: Database, viewer: Viewer, _: Selection) -> Totals:
    """How many participants, audits and contacts the figures rest on."""
    row = ask(database, viewer, "import_totals").iloc[0]
    return Totals(
        participants=int(row["participants"]),
        audits=int(row["audits"]),
        contacts=int(row["contacts"]),
    )


def change(before: Totals, now: Totals) -> str:
    """What is stored, after a change and before it."""
    return f"Stored now: {_held(now)}. Before: {_held(before)}."


def _held(held: Totals) -> str:
    if held == Totals():
        return "nothing"
    parts = (
        counted(held.participants, "participant"),
        counted(held.audits, "audit"),
        counted(held.contacts, "contact"),
    )
    return ", ".join(parts)


def outcome(record: ImportRecord) -> str:
    """What an import brought: new audits, and those that took the place of earlier ones."""
    new = record.rows.get("audits", 0) - record.replaced
    said = [f"{counted(new, 'audit')} {'is' if new == 1 else 'are'} new."] if new else []
    if record.replaced:
        takes = "takes" if record.replaced == 1 else "take"
        said.append(f"{counted(record.replaced, 'audit')} {takes} the place of an earlier answer.")
    if record.left_out:
        said.append(f"{counted(len(record.left_out), 'row')} stayed out.")
    return " ".join(said) or "It holds no audits."


def facts(record: ImportRecord) -> str:
    """One line on an import: who, how it was read, rows, warnings, rows left out."""
    parts = (
        f"by {record.imported_by}" if record.imported_by else "",
        f"in {format_words(record.platform)}",
        counted(_rows(record), "row"),
        counted(record.warnings, "warning"),
        counted(len(record.left_out), "row") + " left out" if record.left_out else "",
        counted(record.replaced, "audit") + " replaced" if record.replaced else "",
    )
    return " · ".join(part for part in parts if part)


def _rows(record: ImportRecord) -> int:
    return sum(rows for name, rows in record.rows.items() if name in TABLES)


def rows_table(record: ImportRecord) -> pd.DataFrame:
    """How many rows of each table an import holds."""
    held = [name for name in TABLES if name in record.rows]
    return pd.DataFrame(
        {
            "Table": [readable(name) for name in held],
            "Rows": [f"{record.rows[name]:,}" for name in held],
        }
    )


def details_title(record: ImportRecord) -> str:
    """What there is to see of an import beyond its line."""
    parts = [
        "Rows",
        counted(record.warnings, "warning") if record.warnings else "",
        counted(len(record.left_out), "row") + " left out" if record.left_out else "",
    ]
    more = [part for part in parts if part]
    return enumerated(more) if more[1:] else "Rows of each table"


def undo_effect(of: Overlap) -> tuple[str, ...]:
    """What undoing an import takes away, and what comes back in its place."""
    return _said(
        (of.alone, "audit", "is", "are", "in no other import and would disappear"),
        (of.participants_alone, "participant", "would go", "would go", "with them"),
        (of.over_earlier, "audit", "would go", "would go", "back to what an earlier import says"),
        (
            of.under_later,
            "audit",
            "stays",
            "stay",
            "as a later import says, save for tables that only this import holds",
        ),
    )


def redo_effect(of: Overlap) -> tuple[str, ...]:
    """What counting an import again brings back, and what it takes the place of."""
    return _said(
        (of.alone, "audit", "would come", "would come", "back"),
        (of.participants_alone, "participant", "would come", "would come", "back with them"),
        (
            of.over_earlier,
            "audit",
            "would change",
            "would change",
            "from what an earlier import says to what this one says",
        ),
        (
            of.under_later,
            "audit",
            "stays",
            "stay",
            "as a later import says, save for tables that only this import holds",
        ),
    )


def _said(*parts: tuple[int, str, str, str, str]) -> tuple[str, ...]:
    return tuple(
        f"{counted(number, noun)} {one if number == 1 else many} {rest}."
        for number, noun, one, many, rest in parts
        if number
    )
