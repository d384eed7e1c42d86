"""How a finding of a person's network looks: in full view, since the page is made to be printed."""

from collections.abc import Mapping

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.downloads import downloads
from netaudit.ui.markdown import md
from netaudit.ui.own.section import section
from netaudit.ui.roomy_table import roomy_table


def told(topic: str, finding: Finding, *, download: bool = False) -> None:
    """The topic as a heading, then the finding."""
    section(topic, finding.headline, finding.base)
    rows(finding, download=download)


def sentence(finding: Finding) -> None:
    """What a further finding of the same topic says, and on whom it rests."""
    st.markdown(f"**{md(finding.headline)}**")
    if finding.base:
        st.caption(md(finding.base))


def lines(said: Mapping[str, str]) -> None:
    """A list of short answers, each after its title."""
    st.markdown("\n".join(f"- **{md(title)}**: {md(words)}" for title, words in said.items()))


def rows(finding: Finding, *, download: bool = False) -> None:
    """Every row of the table, and what the figures must not be taken for."""
    if not finding.table.empty:
        roomy_table(finding.table, finding.id, finding.headline)
    if finding.caution:
        st.caption(f":material/info: {md(finding.caution)}")
    if download and not finding.table.empty:
        with st.popover("Download", type="tertiary", icon=":material/download:"):
            downloads(finding.table, finding.id, about=finding)
