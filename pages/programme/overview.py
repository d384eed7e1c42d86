import streamlit as st

from netaudit.analysis import key_figures, overview
from netaudit.analysis.finding import SingleFigure
from netaudit.charts.bars import share_bars
from netaudit.ui.figure import cards, show
from netaudit.ui.frame import frame


def see_who(figure: SingleFigure) -> None:
    """A link to the people a figure counts; none where it counts nobody."""
    if not figure.value.startswith("0 "):
        view.link("participants", "See who", show=figure.id)


view = frame(
    "Overview",
    "Who took part, what do their networks look like, and what needs attention?",
    empty_too=True,
)

st.subheader("The cohort in five figures", anchor=False)
cards(view.ask(key_figures.key_figures))

st.subheader("What needs attention", anchor=False)
cards(view.ask(overview.attention), way_on=see_who)

response = view.ask(overview.response)
show(response, share_bars(response.data))
