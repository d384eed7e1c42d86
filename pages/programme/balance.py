import streamlit as st

from netaudit.analysis.cohort import balance, closure, for_analysts, purpose_balance
from netaudit.charts.bars import share_bars
from netaudit.charts.closure import closure_chart
from netaudit.charts.measures import share_ladder, stacked
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards, show
from netaudit.ui.frame import frame
from netaudit.ui.markdown import md

view = frame(
    "Balance",
    "How much lies inside and how much outside, what for, and do the contacts know each other?",
)

st.header("Inside and outside", anchor=False)
st.markdown(md(view.ask(balance.boundary)))

draw(view.ask(balance.positions), share_bars)
draw(view.ask(balance.internal_share), share_ladder)
draw(view.ask(balance.affiliations), stacked)

st.header("What the contacts are for", anchor=False)
purposes = view.ask(purpose_balance.purposes)
draw(purposes, share_bars)
if not purposes.is_empty:
    draw(view.ask(purpose_balance.purpose_boundary), stacked)
    draw(view.ask(purpose_balance.dependence), stacked)

st.header("Do the contacts know each other?", anchor=False)
draw(view.ask(closure.closure), closure_chart)
cards(view.ask(closure.structure_figures))

with st.expander("For analysts"):
    show(view.ask(for_analysts.structure))
