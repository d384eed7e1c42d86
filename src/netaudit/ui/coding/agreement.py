"""How far two coders agree, for the evaluators who code."""

import streamlit as st

from netaudit.analysis.choices import Choice
from netaudit.analysis.themes import agreement as theme_agreement
from netaudit.analysis.themes.given import Given
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import table
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md

ONE_CODER = "Two coders are needed: agreement shows once somebody else has read some of the texts."


def compared(view: View, given: Given) -> None:
    """Two coders chosen, and their agreement theme by theme."""
    coders = view.ask(theme_agreement.coder_choices, given=given)
    if len(coders) < 2:
        st.info(ONE_CODER)
        return
    row = st.grid(2, min_column_width=150)
    with row.cell():
        first = choose("One coder", "one_coder", coders) or coders[0].value
    others: list[Choice] = [choice for choice in coders if choice.value != first]
    with row.cell():
        second = choose("Another coder", "another_coder", others) or others[0].value
    found = view.ask(theme_agreement.agreement, first=first, second=second, given=given)
    st.subheader(md(found.headline), anchor=False)
    st.caption(md(found.base))
    if found.is_empty:
        return
    table(found.table, found.alternative)
    downloads(found.table, found.id, about=found)
    st.caption(f":material/info: {md(found.caution)}")
