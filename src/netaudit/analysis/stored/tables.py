"""The canonical tables of a selection, as one viewer may take them away."""

import pandas as pd

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.schema import CONTACTS, TABLES
from netaudit.store.database import Database

CONTACT_KEY = list(CONTACTS.key)


def stored_tables(
    database: Database, viewer: Viewer, selection: Selection
) -> dict[str, pd.DataFrame]:
    """By name, in the schema's columns and order, what people decided about who is who applied.

    Tables that need not be there are left out where they hold nothing, as questions that were not
    asked. Further attributes are `x_` columns of the contacts. Evaluators get codes in place of
    participants, and neither names, labels nor texts.
    """
    tables = {
        name: ask(database, viewer, f"export_{name}", selection)[list(table.column_names)]
        for name, table in TABLES.items()
    }
    tables["contacts"] = _with_attributes(
        tables["contacts"], ask(database, viewer, "export_contact_attributes", selection)
    )
    return {name: rows for name, rows in tables.items() if TABLES[name].required or not rows.empty}


def answered_pairs(
    database: Database, viewer: Viewer, selection: Selection
) -> frozenset[tuple[str, str]]:
    """The audits, by participant and wave, in which every pair of core contacts was answered."""
    rows = ask(database, viewer, "export_known_pairs", selection)
    return frozenset(zip(rows["participant_id"], rows["wave"], strict=True))


def _with_attributes(contacts: pd.DataFrame, attributes: pd.DataFrame) -> pd.DataFrame:
    if attributes.empty:
        return contacts
    wide = attributes.pivot(index=CONTACT_KEY, columns="attribute", values="category")
    return contacts.merge(wide.reset_index(), how="left", on=CONTACT_KEY)
