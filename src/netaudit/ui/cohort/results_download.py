"""The figures of all pages on one selection, to take away as one workbook."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from netaudit.exports.results_files import asked, tables_of
from netaudit.ui import address
from netaudit.ui.downloads import NARROWED, SPREADSHEET, file_name
from netaudit.ui.frame import View
from netaudit.ui.opened import taking_away
from netaudit.ui.workspace import workspace

WHAT = "tables of results"


def offer_results(view: View) -> None:
    """A button that makes the workbook for the team, of the view's cohort, wave and group."""
    chosen = {key: value for key, value in address.noted().items() if key in NARROWED}
    st.download_button(
        "All tables (Excel)",
        partial(made, view, taking_away(WHAT)),
        file_name=f"{file_name('results', chosen)}.xlsx",
        mime=SPREADSHEET,
        icon=":material/download:",
        on_click="ignore",
        help="Who answered, composition, balance, patterns, mentoring, change and groups: a sheet"
        " each, with a codebook and notes. It takes some seconds.",
        key="all tables",
    )


def made(view: View, noted: Callable[[], None]) -> bytes:
    """The workbook's bytes, once it is noted who takes it away."""
    noted()
    opened = workspace()
    results = asked(view.database, view.viewer, view.selection, opened.ledger)
    return tables_of(results, opened.counting()[-1].imported_at.date()).as_workbook()
