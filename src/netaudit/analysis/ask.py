"""The one way in which an analysis function reaches the database."""

from typing import Any

import pandas as pd

from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.database import Database


def ask(
    database: Database,
    viewer: Viewer,
    summary: str,
    selection: Selection = EVERYTHING,
    **parameters: Any,
) -> pd.DataFrame:
    """The rows of one summary (sql/summaries) for this viewer and selection.

    The SQL gets $viewer, $selection and the further parameters that its header names.
    """
    definition = registry.summaries()[summary]
    given: dict[str, Any] = {"viewer": viewer.scope, "selection": selection.scope, **parameters}
    return database.query(
        definition.sql,
        {name: given[name] for name in definition.takes},
        pseudonymous=viewer.sees_pseudonyms,
    )


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows one by one, each as its values by column."""
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]
