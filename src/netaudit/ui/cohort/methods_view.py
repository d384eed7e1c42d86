"""How the methods page shows one definition."""

from collections.abc import Sequence

import streamlit as st

from netaudit.analysis.methods import Entry
from netaudit.analysis.worked_example import WorkedExample
from netaudit.charts.small_network import small_network
from netaudit.ui.chart import draw_chart
from netaudit.ui.markdown import md, md_table

FEW = 3
"""So few entries, as a search may leave, are shown opened."""


def show_entries(entries: Sequence[Entry]) -> None:
    """Entries by section, each closed until it is asked for."""
    for section in dict.fromkeys(entry.section for entry in entries):
        st.subheader(md(section), anchor=False)
        for entry in entries:
            if entry.section == section:
                _show_entry(entry, opened=len(entries) <= FEW)


def _show_entry(entry: Entry, opened: bool) -> None:
    key = f"entry {entry.id} {opened}"
    with st.expander(md(entry.title), expanded=opened, key=key, on_change="rerun") as box:
        if not box.open:
            return
        st.markdown(md(entry.lead))
        for name, text in entry.facts:
            st.markdown(f"**{md(name)}** \u2002{md(text)}")
        for number, example in enumerate(entry.examples, start=1):
            _show_example(entry.id, number, example)
        if entry.references:
            st.caption(md("Sources: " + "; ".join(entry.references) + "."))


def _show_example(key: str, number: int, example: WorkedExample) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Example {number}** \u2002{md(example.note)}")
        if example.given:
            st.markdown(md(" ".join(example.given)))
        if example.members:
            draw_chart(
                small_network(example.members, example.ties, example.unanswered),
                width="content",
                alt=f"Who knows whom in example {number}: {' '.join(example.given)}",
                key=f"drawing {key} {number}",
            )
        if not example.table.empty:
            st.table(
                md_table(example.table),
                border="horizontal",
                hide_index=True,
                width="content",
                alt=f"What is given in example {number}",
            )
        st.markdown(f":material/arrow_forward: **{md(example.outcome)}**")
