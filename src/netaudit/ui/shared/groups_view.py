"""Who could meet about a subject, and in which way."""

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.introductions import groups as meetings
from netaudit.analysis.introductions import suggestions
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import table
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md

NOBODY = "Nobody who agrees to be introduced has answered about what a group could be on."


def groups(view: View) -> None:
    """A subject, the way to meet that suits it, and who could be asked."""
    about = choose("A group about", "about", view.ask(meetings.topic_choices))
    st.caption(md(view.ask(suggestions.coverage)))
    if about is None:
        st.info(NOBODY)
        return
    meeting = view.ask(meetings.meeting, about=about)
    reason, what, first = meeting.advice
    with st.container(border=True):
        st.markdown(f"**What suits: {md(meeting.way.lower())}**")
        st.markdown(md(reason))
        st.markdown(md(f"{what} A way to begin: {first}"))
    for finding in (meeting.offer, meeting.seek, meeting.host):
        _people(finding)


def _people(finding: Finding) -> None:
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    if finding.table.empty:
        return
    table(finding.table, finding.headline)
    downloads(finding.table, finding.id, about=finding)
