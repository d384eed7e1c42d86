"""Parts of the change page about yes or no, about contacts, and about those who left."""

import pandas as pd
import streamlit as st

from netaudit.analysis.change import binary, patterns
from netaudit.analysis.change import leavers as left
from netaudit.analysis.change.contacts import contacts as turnover
from netaudit.analysis.choices import Choice
from netaudit.analysis.patterns.agreement import agreement
from netaudit.analysis.patterns.cut_offs import only_cut_off
from netaudit.analysis.patterns.words import STATE_WORDS
from netaudit.charts.bars import count_bars
from netaudit.charts.forest import forest
from netaudit.charts.heat import heat
from netaudit.charts.theme import Chart
from netaudit.schema import PATTERNS
from netaudit.ui.change.compared import IN_POINTS, Compared
from netaudit.ui.change.measures_view import P_HELP, P_KEY, P_VALUES
from netaudit.ui.change.open_table import with_open_table
from netaudit.ui.drawing import draw
from netaudit.ui.filters import choose, switch
from netaudit.ui.markdown import md
from netaudit.vocabulary import label, readable


def yes_or_no(compared: Compared) -> None:
    """Patterns and mentoring uptake among the same people, then one pattern closely."""
    with_p = switch(P_VALUES, P_KEY, tip=md(P_HELP))
    draw(compared.ask(binary.patterns_changed, with_p=with_p), in_points)
    draw(compared.ask(binary.uptake_changed, with_p=with_p), in_points)
    st.header("One pattern closely", anchor=False)
    pattern = choose_pattern()
    waves = (readable(compared.span.first), readable(compared.span.last))

    def states(rows: pd.DataFrame) -> Chart:
        words = list(STATE_WORDS.values())
        return heat(rows, words, words, across=waves[1], down=waves[0])

    def cut_offs(rows: pd.DataFrame) -> Chart:
        columns, down = (list(dict.fromkeys(rows[name])) for name in ("column", "row"))
        return heat(rows, columns, down, across=only_cut_off(pattern))

    draw(compared.ask(patterns.transitions, pattern=pattern), states)
    draw(compared.ask(patterns.at_other_cut_offs, pattern=pattern), cut_offs)
    with_open_table(compared.at_the_later_wave().ask(agreement, pattern=pattern))
    compared.view.link("patterns", "Who shows which pattern", closely=pattern)


def choose_pattern() -> str:
    """One of the four patterns, under the same name in the address as on the patterns page."""
    choices = [Choice(value=name, words=label("pattern", name)) for name in PATTERNS]
    return choose("Pattern to look at", "closely", choices) or PATTERNS[0]


def contacts(compared: Compared) -> None:
    """Who stayed on the lists, who came and who went."""
    draw(compared.ask(turnover), _each)


def leavers(compared: Compared) -> None:
    """Those who left beside those who stayed, and what the changes would be with them."""
    draw(compared.ask(left.leavers, chosen=compared.chosen), _apart)
    with_open_table(compared.ask(left.if_leavers, chosen=compared.chosen))


def in_points(rows: pd.DataFrame) -> Chart:
    """Differences of shares in percentage points."""
    return forest(rows, IN_POINTS)


def _each(rows: pd.DataFrame) -> Chart:
    return count_bars(rows, "Contacts per participant")


def _apart(rows: pd.DataFrame) -> Chart:
    title = "Stayed less left, in standard deviations"
    return forest(rows, title, zero_words="Alike")
