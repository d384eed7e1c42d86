"""The parts of the patterns page that are not one figure: its filters and one pattern closely."""

import streamlit as st

from netaudit.analysis import methods
from netaudit.analysis.choices import Choice
from netaudit.analysis.patterns import agreement as pattern_agreement
from netaudit.analysis.patterns import cut_offs as pattern_cut_offs
from netaudit.analysis.patterns import people
from netaudit.charts.heat import heat
from netaudit.schema import PATTERNS
from netaudit.ui.cohort.people_table import people_table
from netaudit.ui.downloads import downloads
from netaudit.ui.figure import show, table
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.vocabulary import label

FILTERS = (
    ("Pattern", "pattern", people.PATTERN_CHOICES),
    ("Shown as", "state", people.STATE_CHOICES),
    ("Basis", "basis", people.BASIS_CHOICES),
    ("Order", "sort", people.SORT_CHOICES),
)


def participants(view: View) -> None:
    """The list of participants and patterns under its own filters, which the address keeps."""
    row = st.grid(len(FILTERS), min_column_width=150)
    chosen = {}
    for words, key, choices in FILTERS:
        with row.cell():
            chosen[key] = choose(words, key, choices)
    people_table(view, view.ask(people.pattern_list, **chosen), **_reason(**chosen))


def _reason(pattern: str | None, state: str | None, **_: str | None) -> dict[str, str]:
    """The list that the participants page has of the same people, if it has one."""
    if state != "watch":
        return {}
    return {"show": "watch" if pattern == people.ALL else f"watch_{pattern}"}


def closely(view: View) -> None:
    """One pattern: its rule with the cut-offs in force, own ratings, and other cut-offs."""
    st.header("One pattern closely", anchor=False)
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
