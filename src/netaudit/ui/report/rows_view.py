"""What is stored, row by row and under codes, for whoever computes with it elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.exports.folder import archive
from netaudit.exports.stored_files import Kind, stored_files
from netaudit.ui.downloads import file_name
from netaudit.ui.frame import View
from netaudit.ui.opened import taking_away

WHO_FOR = (
    "For evaluators who go on computing elsewhere. Participants stand under codes; names, contacts'"
    " labels, texts, ratings of single contacts, gender, age and ethnicity are left out. Each row"
    " is still about one person, so these files stay in the team and are no publication."
)
WITH_NAMES = (
    "Everything with names, to move it to another computer or to keep a copy, is written by whoever"
    " has the workspace's files: `netaudit export`."
)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """One kind of files: what it is for, and the name of its file."""

    kind: Kind
    title: str
    words: str


OFFERED = (
    Offered(
        kind="canonical",
        title="Canonical tables",
        words="One CSV a table, with the settings. netaudit reads them in again, with the same"
        " measures.",
    ),
    Offered(
        kind="graphml",
        title="GraphML",
        words="One graph an audit: the contacts and who of them know each other. For Gephi, igraph"
        " or visone.",
    ),
    Offered(
        kind="egor",
        title="egor",
        words="Egos, alters and ties of alters, a folder for each wave. For the R package egor.",
    ),
)


def rows(view: View) -> None:
    """A download for each kind of files."""
    st.markdown(WHO_FOR)
    grid = st.grid(3, min_column_width=220, border=True)
    for one in OFFERED:
        with grid.cell():
            st.markdown(f"**{one.title}**")
            st.caption(one.words)
            _button(view, one)
    st.caption(f":material/terminal: {WITH_NAMES}")


def _button(view: View, one: Offered) -> None:
    chosen = {"cohort": str(view.selection.cohort)}
    st.download_button(
        "ZIP",
        partial(made, view, one.kind, taking_away(f"{one.kind} export, audience evaluator")),
        file_name=f"{file_name(f'rows-{one.kind}', chosen)}.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
        key=f"rows {one.kind}",
    )


def made(view: View, kind: Kind, noted: Callable[[], None]) -> bytes:
    """The bytes of the archive, once it is noted who takes it away; under codes for everybody."""
    noted()
    under_codes: Viewer = replace(view.viewer, role="evaluator")
    return archive(stored_files(view.database, under_codes, view.selection, kind, from_a_page=True))
