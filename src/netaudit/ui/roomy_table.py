"""A table of many columns: as it is where there is room, else a few lines a row."""

from collections.abc import Hashable, Mapping

import pandas as pd
import streamlit as st

from netaudit.ui.markdown import md, md_table
from netaudit.wording import NOTHING

MOST_COLUMNS = 4
"""So many columns fit a telephone."""

LOOKS = """<style>
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-narrow-"]) { display: none; }
@media screen and (max-width: 640px) {
  [data-testid="stLayoutWrapper"]:has(> [class*="st-key-narrow-"]) { display: flex; }
  [data-testid="stLayoutWrapper"]:has(> [class*="st-key-roomy-"]) { display: none; }
}
</style>"""


def roomy_table(rows: pd.DataFrame, key: str, alternative: str) -> None:
    """The rows as `st.table` shows them; `key` tells the tables of a page apart."""
    if len(rows.columns) <= MOST_COLUMNS:
        _table(rows, alternative)
        return
    st.html(LOOKS)
    with st.container(key=f"roomy-{key}"):
        _table(rows, alternative)
    with st.container(key=f"narrow-{key}"):
        st.markdown("\n\n".join(_lines(row) for row in rows.to_dict("records")))


def _table(rows: pd.DataFrame, alternative: str) -> None:
    st.table(md_table(rows), border="horizontal", hide_index=True, alt=alternative)


def _lines(row: Mapping[Hashable, object]) -> str:
    """The first cell as a title, the others that say something each after its heading."""
    (_, title), *cells = row.items()
    said = " · ".join(f"{heading}: {cell}" for heading, cell in cells if cell and cell != NOTHING)
    return f"**{md(title)}**  \n{md(said)}"
