"""How a part of the plan begins: its topic, the sentence, what it rests on."""

from pathlib import Path

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.figure import table
from netaudit.ui.markdown import md

LOOKS = (Path(__file__).with_name("person.css"), Path(__file__).with_name("my_plan.css"))


def looks() -> None:
    """The styles of the page, once."""
    for sheet in LOOKS:
        st.html(sheet)


def section(topic: str, headline: str, base: str = "") -> None:
    """The topic as a heading, its sentence and a line under it."""
    st.header(md(topic), anchor=False)
    st.markdown(f"**{md(headline)}**")
    if base:
        st.caption(md(base))


def told(topic: str, finding: Finding) -> None:
    """A section with its table in full view, so that it can be printed."""
    section(topic, finding.headline, finding.base)
    if not finding.table.empty:
        table(finding.table, finding.headline)


def offers(cards: list[tuple[str, ...]]) -> None:
    """Cards beside each other: a title, and lines under it of which the first is the quiet one."""
    grid = st.grid(2, min_column_width=300, gap="small")
    for title, quiet, *lines in cards:
        with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{md(title)}**")
            st.caption(md(quiet))
            for line in lines:
                st.markdown(md(line))
