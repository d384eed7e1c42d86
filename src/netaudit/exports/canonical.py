"""A canonical export of what is stored: imported again it gives the same measures."""

from collections.abc import Mapping

import pandas as pd

from netaudit.exports.folder import Files, csv_text
from netaudit.schema import SETTINGS_FILE, TABLES


def canonical_files(tables: Mapping[str, pd.DataFrame], settings: str) -> Files:
    """One CSV a table, and programme.toml."""
    files = {TABLES[name].file: csv_text(rows) for name, rows in tables.items()}
    return {SETTINGS_FILE: settings, **files}
