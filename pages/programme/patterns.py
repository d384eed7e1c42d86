import streamlit as st

from netaudit.analysis.finding import SingleFigure
from netaudit.analysis.patterns import cut_offs, states
from netaudit.ui.cohort import pattern_view
from netaudit.ui.figure import cards
from netaudit.ui.frame import frame
from netaudit.ui.parts import choose_part

PARTS = {"list": "Working list", "figures": "Figures", "closely": "One pattern closely"}


def see_who(figure: SingleFigure) -> None:
    """Narrows this page's list to the people on watch; nothing where there is nobody."""
    if not figure.value.startswith("0 "):
        view.turn_to("See who", f"who {figure.id}", look="list", pattern=figure.id, state="watch")


view = frame(
    "Patterns",
    "Which networks show an echo chamber, birds of a feather, network lag or pigeonholing?",
)
cards(view.ask(cut_offs.pattern_cards), way_on=see_who)
st.caption(f"{states.ON_WATCH} {cut_offs.TEN_AWAY}")

part = choose_part("look", PARTS)
if part == "list":
    pattern_view.participants(view)
elif part == "figures":
    pattern_view.figures(view)
else:
    pattern_view.closely(view)
