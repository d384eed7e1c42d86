import streamlit as st

from netaudit.analysis.finding import SingleFigure
from netaudit.analysis.patterns import states
from netaudit.charts.pattern_states import pattern_states
from netaudit.charts.share_points import share_bars_by_wave
from netaudit.ui.cohort import pattern_view
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards, show
from netaudit.ui.frame import frame


def see_who(figure: SingleFigure) -> None:
    """Narrows this page's list to the people on watch; nothing where there is nobody."""
    if not figure.value.startswith("0 "):
        view.turn_to("See who", f"who {figure.id}", pattern=figure.id, state="watch")


view = frame(
    "Patterns",
    "Which networks show an echo chamber, birds of a feather, network lag or pigeonholing?",
)
cards(view.ask(states.pattern_cards), way_on=see_who)
st.caption(states.ON_WATCH)

pattern_view.participants(view)

basis = view.ask(states.by_basis)
show(basis, pattern_states(basis.data, states.WATCH_PARTS))

draw(view.ask(states.along_waves), share_bars_by_wave)

pattern_view.closely(view)
