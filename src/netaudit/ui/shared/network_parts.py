"""The parts of the page that show the cohort as one network."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from netaudit.analysis.choices import Choice
from netaudit.analysis.shared import bridging, leaning, overlap, roster
from netaudit.analysis.shared.drawing import Drawing
from netaudit.analysis.shared.roster_network import roster_drawing
from netaudit.analysis.shared.shared_network import shared_drawing
from netaudit.charts.bars import count_bars
from netaudit.charts.crossing import crossing_chart
from netaudit.charts.share_points import share_bars_by_wave
from netaudit.charts.theme import Chart, in_page_colours
from netaudit.charts.whole_network import NARROW_SHEET, WIDE_SHEET, whole_network
from netaudit.ui.chart import draw_chart
from netaudit.ui.downloads import downloads
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards, show, table
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md

LOOKS = f"""<style>
[class*="st-key-whole-"] {{ container-type: inline-size; }}
.st-key-sheet-{NARROW_SHEET.name} {{ display: none; }}
@container (max-width: {WIDE_SHEET.width}px) {{
  .st-key-sheet-{NARROW_SHEET.name} {{ display: flex; }}
  .st-key-sheet-{WIDE_SHEET.name} {{ display: none; }}
}}
@media print {{ [class*="st-key-whole-"] {{ container-type: normal; }} }}
</style>"""
"""The small drawing takes the place of the large one where there is no room for it."""

RELATION_CHOICES = tuple(
    Choice(value=code, words=words, is_default=code == "any")
    for code, words in roster.RELATIONS.items()
)


def named_by_several(view: View) -> None:
    """The people whom several name, drawn and listed."""
    figures = view.ask(leaning.cards)
    if figures.figures:
        cards(figures)
    draw(view.ask(leaning.named_by_several), _counts("People"))
    _network(view.ask(shared_drawing))
    if view.viewer.role == "coordinator":
        view.link("imports", "Decide which contacts are one person")


def lists_in_common(view: View) -> None:
    """Whose lists overlap, and clusters of them."""
    draw(view.ask(overlap.overlap), _counts("Pairs of participants"))
    show(view.ask(overlap.shared_clusters))


def inside_the_cohort(view: View) -> None:
    """Who knows whom among the participants, what changed, and how far that joins organisations."""
    draw(view.ask(roster.ties_by_wave), share_bars_by_wave)
    show(view.ask(roster.change))
    relation = choose("Ties drawn", "relation", RELATION_CHOICES) or "any"
    _network(view.ask(roster_drawing, relation=relation))
    draw(view.ask(bridging.bridging), crossing_chart)


def _counts(title: str) -> Callable[[pd.DataFrame], Chart]:
    return lambda data: count_bars(data, title)


def _network(shown: Drawing) -> None:
    """The drawing in the size of the screen, and the table that says the same."""
    finding = shown.finding
    if finding.is_empty:
        show(finding)
        return
    st.subheader(md(finding.headline), anchor=False)
    st.caption(md(finding.base))
    st.html(LOOKS)
    with st.container(key=f"whole-{finding.id}"):
        for sheet in (WIDE_SHEET, NARROW_SHEET):
            with st.container(key=f"sheet-{sheet.name}"):
                chart = whole_network(shown.nodes, shown.ties, shown.groups, sheet)
                draw_chart(in_page_colours(chart), alt=finding.alternative, width="content")
    if finding.withheld:
        st.caption(f":material/visibility_off: {md(finding.withheld)}")
    with st.expander("The same as a table, and download"):
        table(finding.table, finding.headline)
        downloads(finding.table, finding.id, about=finding)
    st.space("small")
