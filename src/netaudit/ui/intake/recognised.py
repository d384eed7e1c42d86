"""What was recognised in files that were dropped: the tables of an export."""

import pandas as pd
import streamlit as st

from netaudit.engine.contents import Contents
from netaudit.importers.platforms import format_words
from netaudit.schema import TABLES
from netaudit.ui.figure import table
from netaudit.ui.intake.uploads import Drop
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.vocabulary import readable
from netaudit.wording import NOTHING, counted


def recognised(held: Contents, platform: str, drop: Drop, title: str) -> None:
    """The tables of an export with their rows, cohorts and waves, and those it goes without."""
    st.subheader(title, anchor=False)
    if not held.tables:
        st.warning(
            f"No table of an export was found in {md(drop.name)}\\. It needs participants, audits"
            " and contacts, as CSV files or as sheets; there are empty ones under Templates\\.",
            icon=":material/search_off:",
        )
        return
    st.markdown("  \n".join(md(words) for words in _about(held, platform)))
    with st.expander(f"{counted(len(held.tables), 'table')} with rows and columns"):
        table(_contents_table(held), "Tables that were recognised, with rows and columns")
    if held.missing:
        st.warning(
            f"An import also needs these tables: {md(', '.join(held.missing))}\\.",
            icon=":material/search_off:",
        )


def _about(held: Contents, platform: str) -> list[str]:
    rows = ", ".join(
        f"{found.table.replace('_', ' ')} {NOTHING if found.rows is None else f'{found.rows:,}'}"
        for found in held.tables
    )
    said = [f"An export in {format_words(platform)}. Rows: {rows}."]
    for one, names in (("Cohort", held.cohorts), ("Wave", held.waves)):
        if names:
            said.append(f"{one if len(names) == 1 else one + 's'}: {', '.join(names)}.")
    absent = [t.name for t in TABLES.values() if not t.required]
    absent = [name for name in absent if name not in {found.table for found in held.tables}]
    if absent:
        stays = "" if workspace().is_empty else " What earlier imports hold of these stays."
        said.append(f"Not in it: {', '.join(name.replace('_', ' ') for name in absent)}.{stays}")
    return said


def _contents_table(held: Contents) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Table": readable(found.table),
                "File": found.file,
                "Rows": "could not be read" if found.rows is None else f"{found.rows:,}",
                "Columns": ", ".join(found.columns),
                "Left aside": ", ".join(found.left_aside),
            }
            for found in held.tables
        ]
    )
