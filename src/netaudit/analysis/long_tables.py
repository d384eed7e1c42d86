"""Whole result tables, too long for one frame: every row a viewer may have, in batches."""

import pyarrow as pa

from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.definitions import registry
from netaudit.store.database import Database


def long_table(
    database: Database, viewer: Viewer, summary: str, selection: Selection
) -> pa.RecordBatchReader:
    """The rows of one summary (sql/summaries) without further parameters, in its order."""
    definition = registry.summaries()[summary]
    given = {"viewer": viewer.scope, "selection": selection.scope}
    return database.batches(definition.sql, given, pseudonymous=viewer.sees_pseudonyms)
