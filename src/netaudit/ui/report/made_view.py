"""A report that was made: what is in it, what was held back, and the way to take it away."""

from functools import partial

import pandas as pd
import streamlit as st

from netaudit.analysis.viewer import Viewer
from netaudit.errors import NetauditError
from netaudit.reports.cohort.held_back import NOTHING_HELD
from netaudit.reports.cohort.making import FORMATS, Made
from netaudit.store.access_log import Actor
from netaudit.ui.downloads import file_name
from netaudit.ui.frame import View
from netaudit.ui.markdown import md, md_table
from netaudit.ui.report.making import Making, stop
from netaudit.ui.report.readers import READERS
from netaudit.ui.sign_in import identity
from netaudit.ui.sign_in.identity import Nobody, Principal
from netaudit.ui.without_paths import without_paths
from netaudit.ui.workspace import workspace
from netaudit.wording import counted

MIMES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
}
OUTDATED = "The data have changed since this report was made. Make it again."


def show_made(view: View, making: Making) -> None:
    """Each report of the order; what stood in the way of one, in its place."""
    if making.database.fingerprint != view.database.fingerprint:
        st.warning(OUTDATED, icon=":material/update:")
        stop()
        return
    try:
        made = making.job.result
    except NetauditError as error:
        st.error(md(without_paths(error.message)), icon=":material/error:")
        st.text(without_paths(error.hint))
        stop()
        return
    except Exception:
        stop()  # the page must not fail over it again and again
        raise
    for one in made:
        _show(view, one)


def _show(view: View, made: Made) -> None:
    cohort = made.about.cohort["cohort"]
    readers = READERS["release" if made.about.leaves else "team"].lower()
    figures, tables = made.drawn
    with st.container(border=True, key=f"made {cohort}"):
        st.subheader(md(made.document.title), anchor=False)
        st.caption(md(f"For {readers} · {counted(figures, 'figure')} · {counted(tables, 'table')}"))
        with st.container(horizontal=True):
            for ending in made.files:
                _button(view.viewer, made, ending)
        with st.expander("What is in it"):
            st.markdown(_outline(made))
        _held_back(made)


def _outline(made: Made) -> str:
    """The headings as a list of two levels."""
    return "\n".join(f"{'    ' if one.level > 1 else ''}- {md(one.text)}" for one in made.headings)


def _held_back(made: Made) -> None:
    rows = made.held_back
    if not rows:
        st.caption(NOTHING_HELD)
        return
    with st.expander(f"Held back: {counted(len(rows), 'figure')}"):
        table = md_table(pd.DataFrame(rows, columns=["Figure", "Held back"]))
        st.table(table, border="horizontal", hide_index=True, alt="What was held back, and why")


def _button(viewer: Viewer, made: Made, ending: str) -> None:
    readers = "outside" if made.about.leaves else "team"
    chosen = {"cohort": made.about.cohort["cohort"]}
    st.download_button(
        FORMATS[ending],
        partial(taken, identity.principal(), viewer, identity.actor(), made, ending),
        file_name=f"{file_name(f'report-{readers}', chosen)}{ending}",
        mime=MIMES[ending],
        icon=":material/download:",
        on_click="ignore",
        key=f"report {chosen['cohort']}{ending}",
    )


def taken(who: Principal | Nobody, viewer: Viewer, by: Actor, made: Made, ending: str) -> bytes:
    """The file's bytes, once it is noted that it is taken away.

    NetauditError where that is not theirs any more, where the data changed since, or where it must
    not stand beside what was given out meanwhile.
    """
    if not identity.still(who, viewer):
        raise NetauditError("That is not open to you any more.", "Load the page again.")
    if workspace().current_database().fingerprint != made.about.database.fingerprint:
        raise NetauditError(OUTDATED)
    made.hand_over(by)
    return made.files[ending]
