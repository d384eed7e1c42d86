"""Parts of the change page about measures: in short, all of them, and one looked at closely."""

import pandas as pd
import streamlit as st

from netaudit.analysis.change import measured, one
from netaudit.analysis.change.cards import change_cards
from netaudit.analysis.change.choices import MAIN, theme_choices
from netaudit.analysis.change.flow import flow
from netaudit.analysis.change.outcomes import timing
from netaudit.analysis.change.words import measure_words
from netaudit.charts.bars import share_bars
from netaudit.charts.forest import forest
from netaudit.charts.pairs import pairs_chart
from netaudit.charts.theme import Chart
from netaudit.ui.change.compared import IN_AMOUNTS, Compared, choose_measure, is_share
from netaudit.ui.change.open_table import with_open_table
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards
from netaudit.ui.filters import choose, switch
from netaudit.ui.markdown import md

P_VALUES, P_KEY = "With p-values in the table", "p_values"


def in_short(compared: Compared) -> None:
    """The primary outcomes, or three measures to begin with, and who answered."""
    if compared.chosen.outcomes:
        _primary(compared)
    else:
        _to_begin_with(compared)
    draw(compared.ask(flow), share_bars)


def _primary(compared: Compared) -> None:
    chosen = compared.chosen
    st.header("Primary outcomes", anchor=False)
    cards(compared.ask(change_cards, chosen=chosen))
    with_p = switch(P_VALUES, P_KEY, tip=md(P_HELP))
    draw(compared.ask(measured.primary, chosen=chosen, with_p=with_p), in_amounts)


def _to_begin_with(compared: Compared) -> None:
    """What is looked at first while nobody has said what the cohort is about."""
    view = compared.view
    st.header("Three measures to begin with", anchor=False)
    st.caption(md(view.ask(timing, first=compared.span.first, chosen=compared.chosen)))
    cards(compared.ask(change_cards))
    with st.container(horizontal=True):
        view.turn_to("Choose primary outcomes", "to planning", see="planning")
        view.turn_to("All measures with their intervals", "to all", see="all")


P_HELP = (
    "From 20 pairs on. A p-value says how rare such a change would be if everybody's ups and downs"
    " were chance alone; it does not say how large or how important the change is."
)


def all_measures(compared: Compared) -> None:
    """Everything that is no primary outcome, a theme at a time."""
    theme = choose("Theme", "theme", compared.view.ask(theme_choices)) or MAIN
    draw(compared.ask(measured.exploratory, theme=theme, chosen=compared.chosen), in_amounts)


def one_measure(compared: Compared) -> None:
    """One measure: every pair without a name, and what other statistics say."""
    measure, attribute = choose_measure(compared)
    asked = {"measure": measure, "attribute": attribute}

    def lines(rows: pd.DataFrame) -> Chart:
        title = measure_words(measure, attribute)
        return pairs_chart(rows, title, ".0%" if is_share(measure) else "~f")

    with_open_table(compared.ask(one.checks, chosen=compared.chosen, **asked))
    draw(compared.ask(one.pairs, **asked), lines)


def in_amounts(rows: pd.DataFrame) -> Chart:
    """Changes on one scale, on which 1 is the smallest change of interest of each measure."""
    return forest(rows, IN_AMOUNTS, smallest=1.0)
