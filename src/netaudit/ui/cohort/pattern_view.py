"""The parts of the patterns page: the list of people, figures, and one pattern closely."""

import streamlit as st

from netaudit.analysis import methods
from netaudit.analysis.choices import Choice
from netaudit.analysis.patterns import agreement as pattern_agreement
from netaudit.analysis.patterns import cut_offs as pattern_cut_offs
from netaudit.analysis.patterns import people, states
from netaudit.charts.heat import heat
from netaudit.charts.pattern_states import pattern_states
from netaudit.charts.share_points import share_bars_by_wave
from netaudit.schema import PATTERNS
from netaudit.ui.downloads import downloads
from netaudit.ui.drawing import draw
from netaudit.ui.figure import show, table
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.people.table import people_table
from netaudit.vocabulary import label

FILTERS = {
    "pattern": "Pattern",
    "state": "Shown as",
    "turn": "Since",
    "organisation": "Organisation",
    "basis": "Basis",
    "sort": "Order",
}


def participants(view: View) -> None:
    """The list of participants and patterns under its own filters, which the address keeps."""
    row = st.grid(len(FILTERS), min_column_width=115)
    chosen = {}
    for key, choices in view.ask(people.offered).items():
        with row.cell():
            chosen[key] = choose(FILTERS[key], key, choices) or people.ALL
    people_table(view, view.ask(people.pattern_list, **chosen), {"list": "patterns", **chosen})


def figures(view: View) -> None:
    """What each watch rests on, and how many were on watch at each wave."""
    basis = view.ask(states.by_basis)
    show(basis, pattern_states(basis.data, states.WATCH_PARTS))
    draw(view.ask(states.along_waves), share_bars_by_wave)


def closely(view: View) -> None:
    """One pattern: its rule with the cut-offs in force, own ratings, and other cut-offs."""
    choices = [Choice(value=name, words=label("pattern", name)) for name in PATTERNS]
    pattern = choose("Pattern to look at", "closely", choices) or PATTERNS[0]
    _explanation(view, pattern)
    compared = view.ask(pattern_agreement.agreement, pattern=pattern)
    st.subheader(md(compared.headline), anchor=False)
    st.caption(md(compared.base))
    for note in filter(None, (compared.caution, compared.withheld)):
        st.caption(f":material/info: {md(note)}")
    if not compared.is_empty:
        table(compared.table, compared.alternative)
        downloads(compared.table, compared.id)
    moved = view.ask(pattern_cut_offs.cut_offs, pattern=pattern)
    columns, rows = (list(dict.fromkeys(moved.data[name])) for name in ("column", "row"))
    show(moved, heat(moved.data, columns, rows, across=pattern_cut_offs.only_cut_off(pattern)))


def _explanation(view: View, pattern: str) -> None:
    entry = next(e for e in view.ask(methods.pattern_entries) if e.id == pattern)
    facts = dict(entry.facts)
    st.markdown(md(entry.lead))
    for name in ("The rule", "Cut-offs in force", "Needs at least", "Read with care"):
        st.markdown(f"**{name}.** {md(facts[name])}")
    view.link("methods", "How patterns are worked out")
