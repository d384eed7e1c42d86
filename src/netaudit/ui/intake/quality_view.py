"""How complete the stored data are, as the page shows it."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.intake import quality
from netaudit.analysis.selection import Selection
from netaudit.charts.bars import share_bars
from netaudit.ui import data
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import show, table
from netaudit.ui.filters import filter_row
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace


def show_quality() -> None:
    """Audits and ties of every cohort, then the questions of the cohort chosen."""
    if workspace().is_empty:
        st.info("Nothing was imported yet.", icon=":material/inbox:")
        return
    database, viewer = data.database(), data.viewer()
    for question in (quality.audits, quality.ties):
        _with_table(data.answer(question, database, viewer, Selection()))
    chosen = filter_row(database, viewer, cohort=True, wave=False, group=False)
    answers = data.answer(quality.answers, database, viewer, chosen)
    show(answers, share_bars(answers.data, of="Contacts"))
    show(data.answer(quality.not_asked, database, viewer, chosen))


def _with_table(finding: Finding) -> None:
    """A finding whose table says it better than a chart would."""
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(" ".join(filter(None, (finding.base, finding.caution)))))
    table(finding.table, finding.alternative)
    downloads(finding.table, finding.id)
    st.space("small")
