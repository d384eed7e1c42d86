import streamlit as st

from netaudit.analysis.cohort import key_figures, overview
from netaudit.analysis.finding import SingleFigure
from netaudit.analysis.person.header import REASONS
from netaudit.charts.bars import share_bars
from netaudit.ui.access.retention_reminder import remind
from netaudit.ui.cohort.health_view import follow_up_link, how_it_is_going
from netaudit.ui.cohort.results_download import offer_results
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards
from netaudit.ui.frame import frame
from netaudit.ui.parts import choose_part

PARTS = {"cohort": "The cohort", "health": "How it is going"}
COUNTED = {"echo_chamber": "watch_echo_chamber", "mentors_active": "has_mentor"}


def see_who(figure: SingleFigure) -> None:
    """A link to the people a figure counts; none where it counts nobody."""
    reason = COUNTED.get(figure.id, figure.id)
    if reason in REASONS and figure.value[0].isdigit() and not figure.value.startswith("0 "):
        view.link("participants", "See who", show=reason)


def the_cohort() -> None:
    """The five figures, what needs attention, and who answered."""
    st.subheader("The cohort in five figures", anchor=False)
    cards(view.ask(key_figures.key_figures), way_on=see_who)
    st.subheader("What needs attention", anchor=False)
    cards(view.ask(overview.attention), way_on=see_who)
    follow_up_link(view)
    draw(view.ask(overview.response), share_bars)
    view.link("change", "What changed since an earlier wave")
    offer_results(view)


view = frame(
    "Overview",
    "Who took part, what do their networks look like, and what needs attention?",
    empty_too=True,
)
remind(view.viewer)
if choose_part("view", PARTS) == "health":
    how_it_is_going(view)
else:
    the_cohort()
