"""How a part of an own page begins and looks: its topic, the sentence, what it rests on."""

from pathlib import Path

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.ui.figure import table
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.wording import NOTHING

UNBROKEN = "\N{NO-BREAK SPACE}"
LOOKS = (
    Path(__file__).parents[1] / "person/person.css",
    Path(__file__).with_name("own_pages.css"),
)


def looks() -> None:
    """The styles of the page, once."""
    for sheet in LOOKS:
        st.html(sheet)


def section(topic: str, headline: str, base: str = "") -> None:
    """The topic as a heading, its sentence and a line under it."""
    st.header(md(topic), anchor=False)
    st.markdown(f"**{md(headline)}**")
    if base:
        st.caption(md(base))


def told(topic: str, finding: Finding) -> None:
    """A section with its table in full view, so that it can be printed."""
    section(topic, finding.headline, finding.base)
    if not finding.table.empty:
        table(finding.table, finding.headline)


def in_cards(topic: str, finding: Finding, texts: int, columns: int = 2) -> None:
    """A section with a card a row, for texts too long for cells; the last `texts` columns are such.

    The first column is the card's title, those between stand in one quiet line.
    """
    section(topic, finding.headline, finding.base)
    names = list(finding.table.columns)
    cards: list[tuple[str, ...]] = []
    for title, *cells in finding.table.itertuples(index=False):
        between = zip(names[1:-texts], cells[:-texts], strict=True)
        quiet = " · ".join(f"{name}: {cell}".replace(" ", UNBROKEN) for name, cell in between)
        cards.append((title, quiet, *(cell for cell in cells[-texts:] if cell != NOTHING)))
    offers(cards, columns)


def offers(cards: list[tuple[str, ...]], columns: int = 2) -> None:
    """Cards beside each other: a title, and lines under it of which the first is the quiet one."""
    if not cards:
        return
    grid = st.grid(columns, min_column_width=600 // columns, gap="small")
    for title, quiet, *lines in cards:
        with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{md(title)}**")
            if quiet:
                st.caption(md(quiet))
            for line in lines:
                st.markdown(md(line))


def ways_on(own: OwnPage, **pages: str) -> None:
    """The links to the other own pages, in their words, and to what there is to print and keep.

    The latter is a part of My plan, where no link is needed.
    """
    with st.container(horizontal=True):
        for page, words in pages.items():
            own.link(page, words)
        if "my_plan" in pages:
            own.link("my_plan", "Print or keep all of it", plan_part="keep")
