"""A measure by group of participants: what to compare and by what, then the figure."""

import streamlit as st

from netaudit.analysis.cohort.group_means import (
    group_attribute_choices,
    group_means,
    measure_choices,
)
from netaudit.charts.measures import mean_ladder, number_ladder
from netaudit.definitions.registry import measures
from netaudit.ui.drawing import draw
from netaudit.ui.filters import choose
from netaudit.ui.frame import View


def group_figure(view: View) -> None:
    """Two choices, kept in the address, and the means they lead to."""
    left, right = st.columns(2)
    with left:
        measure = choose("Measure", "mean_of", view.ask(measure_choices))
    with right:
        attribute = choose("Participants by", "grouped_by", view.ask(group_attribute_choices))
    if measure is None or attribute is None:
        st.caption("No groups of participants are known that are large enough to be compared.")
        return
    chart = mean_ladder if measures()[measure].unit == "share" else number_ladder
    draw(view.ask(group_means, attribute=attribute, measure=measure), chart)
