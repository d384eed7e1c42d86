"""How the cohort is going: what is due, what is new since last week, answers so far."""

from datetime import date, datetime, timedelta

import streamlit as st

from netaudit.analysis.cohort import health
from netaudit.analysis.finding import Finding
from netaudit.store import follow_ups, retention
from netaudit.store.clock import now
from netaudit.store.own_cohorts import imports_within
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import on_paper
from netaudit.ui.follow_up import entries
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.roomy_table import roomy_table
from netaudit.ui.workspace import workspace
from netaudit.wording import counted, day, moment

AHEAD = timedelta(days=30)
MOST_ROWS = 40


def how_it_is_going(view: View) -> None:
    """Two short lists, then the answers so far and how complete they are."""
    today = date.today()
    left, right = st.columns(2)
    with left:
        st.subheader("What is due", anchor=False)
        _lines((*view.ask(health.due, today=today), *_follow_ups_due(view), *_retention(view)))
        follow_up_link(view)
    with right:
        st.subheader("New in the last seven days", anchor=False)
        _lines(
            (*view.ask(health.answered_lately, today=today), *_imports(view), *_written(view))
            or ("Nothing.",)
        )
    _table(view.ask(health.response_so_far))
    _table(view.ask(health.completeness))
    view.link("imports", "Data quality, question by question", part="Data quality")


def follow_up_link(view: View) -> None:
    """The way to the people to talk to, for those who have it."""
    if view.viewer.role == "coordinator":
        view.link("follow_up", "Whom to talk to this week")


def _lines(sentences: tuple[str, ...]) -> None:
    st.markdown("\n".join(f"- {md(one)}" for one in sentences))


def _follow_ups_due(view: View) -> tuple[str, ...]:
    if view.viewer.role != "coordinator":
        return ()
    people = entries.everybody(view)
    there = sum(any(r.code == "step_due" for r in one.reasons) for one in people)
    waiting = sum(one.standing == "waiting" for one in people)
    if not there and not waiting:
        return ()
    return (f"Follow-ups: {there:,} to be taken up again, {waiting:,} waiting for their day.",)


def _retention(view: View) -> tuple[str, ...]:
    due = retention.due(workspace(), date.today() + AHEAD, view.viewer.cohorts)
    what = {"labels": "names of contacts", "everything": "everything"}
    return tuple(
        f"Cohort {one.cohort}: {what[one.what]} to be deleted from {day(one.until)}."
        for one in due
        if view.selection.cohort in (None, one.cohort)
    )


def _imports(view: View) -> tuple[str, ...]:
    """The imports of the week, those about other cohorts left out; looked up only if there are."""
    since = datetime.now().astimezone() - health.LATELY
    if not any(one.imported_at.astimezone() >= since for one in workspace().imports()):
        return ()
    return tuple(
        f"Import of {moment(record.imported_at)}"
        f"{' (undone)' if record.undone else ''}:"
        f" {counted(record.rows.get('audits', 0), 'audit')},"
        f" {counted(record.rows.get('contacts', 0), 'contact')}."
        for record in imports_within(workspace(), view.viewer.cohorts)
        if record.imported_at.astimezone() >= since
    )


def _written(view: View) -> tuple[str, ...]:
    if view.viewer.role != "coordinator":
        return ()
    cohort = view.selection.cohort
    cohorts = view.viewer.cohorts if cohort is None else (cohort,)
    lately = follow_ups.since(workspace().ledger, now() - health.LATELY, cohorts)
    if not lately:
        return ()
    about = len({one.participant_id for one in lately})
    done = sum(one.status == "done" for one in lately)
    people = counted(about, "participant")
    return (f"Follow-ups: {counted(len(lately), 'entry', 'entries')} on {people}, {done:,} done.",)


def _table(finding: Finding) -> None:
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    if not finding.table.empty and len(finding.table) <= MOST_ROWS:
        roomy_table(finding.table, finding.id, finding.alternative)
    elif not finding.table.empty:
        st.dataframe(finding.table, hide_index=True, alt=finding.alternative)
        on_paper(len(finding.table))
    if finding.withheld:
        st.caption(f":material/visibility_off: {md(finding.withheld)}")
    if not finding.table.empty:
        downloads(finding.table, finding.id, about=finding)
