"""The figures of all pages as tables: one workbook, or a CSV a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from netaudit.exports.results_files import ResultFiles, asked, tables_of
from netaudit.store.access_log import Actor
from netaudit.ui.downloads import SPREADSHEET, file_name
from netaudit.ui.frame import View
from netaudit.ui.opened import taking_away
from netaudit.ui.report.readers import choose_readers
from netaudit.ui.sign_in import identity
from netaudit.ui.workspace import workspace

WHAT = {False: "tables of results", True: "tables of results for readers outside the team"}
INSIDE = (
    "Who answered, composition, variety, balance, patterns, mentoring, change and groups: a table"
    " each, with a codebook and notes on what every figure rests on."
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a button gives, asked when the page was run: `note` says that it is taken away."""

    view: View
    leaves: bool
    by: Actor
    note: Callable[[], None]


def tables(view: View) -> None:
    """The two downloads for the readers chosen."""
    if not view.size.completed:
        st.info("There are tables once somebody in the cohort has completed an audit.")
        return
    leaves = choose_readers("table readers")
    st.markdown(INSIDE)
    wanted = Wanted(view=view, leaves=leaves, by=identity.actor(), note=taking_away(WHAT[leaves]))
    name = "results-outside" if leaves else "results"
    with st.container(horizontal=True):
        _button("Excel", wanted, workbook, f"{name}.xlsx", SPREADSHEET)
        _button("CSV (ZIP)", wanted, archive, f"{name}.zip", "application/zip")
    st.caption("They are made when you press the button, which takes some seconds.")


def _button(
    words: str, wanted: Wanted, make: Callable[[Wanted], bytes], name: str, mime: str
) -> None:
    stem, _, ending = name.rpartition(".")
    chosen = {"cohort": str(wanted.view.selection.cohort)}
    st.download_button(
        words,
        partial(make, wanted),
        file_name=f"{file_name(stem, chosen)}.{ending}",
        mime=mime,
        icon=":material/download:",
        on_click="ignore",
        key=f"tables {name}",
    )


def workbook(wanted: Wanted) -> bytes:
    """The bytes of the .xlsx file."""
    return _made(wanted).as_workbook()


def archive(wanted: Wanted) -> bytes:
    """The bytes of the .zip file."""
    return _made(wanted).as_archive()


def _made(wanted: Wanted) -> ResultFiles:
    """The tables, once it is noted who takes them away and, outside, what they hold."""
    wanted.note()
    here, view = workspace(), wanted.view
    results = asked(view.database, view.viewer, view.selection, here.ledger, leaves=wanted.leaves)
    made = tables_of(results, here.counting()[-1].imported_at.date())
    if results.outgoing is not None:
        results.outgoing.leaves(wanted.by)
    return made
