"""How complete the stored data are, as the page shows it."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.intake import arrivals, quality
from netaudit.analysis.intake.contradictions import contradictions, left_out
from netaudit.analysis.intake.fields import fields
from netaudit.analysis.selection import Selection
from netaudit.charts.bars import share_bars
from netaudit.store.own_cohorts import Cohorts, imports_within
from netaudit.store.record import ImportRecord
from netaudit.ui import data
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import show, table
from netaudit.ui.filters import filter_row
from netaudit.ui.intake.import_change import WHO
from netaudit.ui.intake.who_participants import open_proposals
from netaudit.ui.markdown import md
from netaudit.ui.workspace import workspace
from netaudit.wording import counted


def show_quality() -> None:
    """What arrived, audits and ties of every cohort, then the fields of the cohort chosen."""
    if workspace().is_empty:
        st.info("Nothing was imported yet.", icon=":material/inbox:")
        return
    database, viewer = data.database(), data.viewer()
    records = _counting(viewer.cohorts)
    if records:
        _with_table(arrivals.flow(records))
    _with_table(data.answer(arrivals.waves, database, viewer, Selection()))
    _two_codes()
    for question in (quality.audits, quality.ties):
        _with_table(data.answer(question, database, viewer, Selection()))
    _contradictions(data.answer(contradictions, database, viewer, Selection()), left_out(records))
    chosen = filter_row(database, viewer, cohort=True, wave=False, group=False)
    answers = data.answer(quality.answers, database, viewer, chosen)
    show(answers, share_bars(answers.data, of="Contacts"))
    show(data.answer(fields, database, viewer, chosen))
    show(data.answer(quality.not_asked, database, viewer, chosen))


def _counting(within: Cohorts) -> tuple[ImportRecord, ...]:
    """The imports that count, oldest first, as far as they are about one's own cohorts alone."""
    found = [one for one in reversed(imports_within(workspace(), within)) if not one.undone]
    others = len(workspace().counting()) - len(found)
    if others:
        st.caption(f"Not told of here: {counted(others, 'import')} about other cohorts as well.")
    return tuple(found)


def _two_codes() -> None:
    """A hint for those who may look into it, where somebody may stand under two codes."""
    waiting = len(open_proposals()) if data.viewer().role == "coordinator" else 0
    if waiting:
        st.info(
            f"{counted(waiting, 'participant')} seen at one wave only may be somebody who is"
            f" missing then. Look under {WHO}.",
            icon=":material/group:",
        )


def _contradictions(finding: Finding, left_aside: str) -> None:
    """Those that are stored, with a table only where there are any, and those that stayed out."""
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(f"{finding.base} {left_aside}"))
    if not finding.table.empty:
        table(finding.table, finding.alternative)
        downloads(finding.table, finding.id)
    st.space("small")


def _with_table(finding: Finding) -> None:
    """A finding whose table says it better than a chart would."""
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(" ".join(filter(None, (finding.base, finding.caution)))))
    table(finding.table, finding.alternative)
    downloads(finding.table, finding.id)
    st.space("small")
