"""Strengths and weaknesses by theme, for the page on cultivation."""

import streamlit as st

from netaudit.analysis.themes import agreement, counts
from netaudit.charts.bars import share_bars
from netaudit.ui.coding.given import given
from netaudit.ui.drawing import draw
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md

NOBODY_CODED = (
    "No text has been given a theme yet: neither in the export nor on the page Theme coding."
)


def by_theme(view: View) -> None:
    """How many wrote of each theme, and whose coding the counts rest on."""
    now = given()
    readers = view.ask(counts.readers, given=now)
    if not readers:
        st.info(NOBODY_CODED)
    else:
        reader = choose("Themes as given by", "reader", readers) or readers[0].value
        agree = view.ask(agreement.overall_words, given=now)
        if agree:
            st.caption(md(agree))
        for item in counts.ITEMS:
            draw(view.ask(counts.themes, item=item, reader=reader, given=now), share_bars)
    view.link("coding", "Read and code texts, or change the themes")
