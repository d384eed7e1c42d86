import streamlit as st

from netaudit.analysis.cohort import (
    composition,
    contact_scales,
    for_analysts,
    list_size,
    variety,
    weak_ties,
)
from netaudit.charts.grouped import grouped_shares
from netaudit.charts.measures import chance_ladder, participants_bars, share_ladder
from netaudit.ui.cohort.group_figure import group_figure
from netaudit.ui.drawing import draw
from netaudit.ui.figure import show
from netaudit.ui.filters import choose
from netaudit.ui.frame import frame

view = frame("Composition", "What are the networks made of?")

st.header("Who is on the lists", anchor=False)
attribute = choose("Attribute of the contacts", "of", view.ask(composition.attribute_choices))
if attribute:
    draw(view.ask(composition.makeup, attribute=attribute), grouped_shares)

draw(view.ask(list_size.list_size), participants_bars)

st.header("How close, how long and how lately", anchor=False)
for scale in contact_scales.SCALES:
    draw(view.ask(contact_scales.on_scale, scale=scale), grouped_shares)

st.header("How varied, and how like the participant", anchor=False)
draw(view.ask(variety.variety), chance_ladder)
draw(view.ask(variety.same_as_me), share_ladder)

st.header("Beyond the list", anchor=False)
draw(view.ask(weak_ties.weak_ties), grouped_shares)

st.header("By group of participants", anchor=False)
group_figure(view)

with st.expander("For analysts"):
    show(view.ask(for_analysts.mix))
