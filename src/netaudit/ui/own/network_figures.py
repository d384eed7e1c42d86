"""What a participant's network is made of: sentences on cards, and small bars."""

from collections.abc import Iterator, Mapping

import streamlit as st

from netaudit.analysis.finding import Finding
from netaudit.analysis.person import makeup as person_makeup
from netaudit.analysis.person import measures
from netaudit.analysis.person import purposes as person_purposes
from netaudit.analysis.person.sentences import PROPERTIES
from netaudit.charts.bars import count_bars
from netaudit.charts.sides import sides
from netaudit.charts.theme import Chart, in_page_colours
from netaudit.definitions.guidance import guidance
from netaudit.ui.chart import draw_chart
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import section
from netaudit.vocabulary import label

SHOWN_AS_BARS = ("closeness", "years_known", "function")
TOLD_ELSEWHERE = ("Less close", "Purposes served", "Resting on one contact")
"""Cards that would repeat what another part of this page says."""


def made_of(own: OwnPage) -> None:
    """Size, inside and outside, purposes, closeness, years and kinds of work."""
    sentences = own.ask(measures.key_measures, wave=own.at.wave).sentences
    section("What it is made of", f"The list in figures, at {own.at.title.lower()}")
    cards(
        {
            title: said
            for title, said in sentences.items()
            if title not in (*PROPERTIES, *TOLD_ELSEWHERE)
        }
    )
    grid = st.grid(2, min_column_width=300, gap="medium")
    for title, finding, chart in _charts(own):
        with grid.cell():
            st.markdown(f"**{md(title)}**")
            st.caption(md(f"{finding.headline}."))
            draw_chart(in_page_colours(chart), alt=finding.alternative)
    texts = guidance("purpose")
    st.caption(md(" ".join(f"{label('purpose', code)}: {texts[code]['is']}" for code in texts)))


def properties(own: OwnPage) -> None:
    """Breadth, connectivity and dynamism, each with its parts, beside each other."""
    sentences = own.ask(measures.key_measures, wave=own.at.wave).sentences
    section(
        "Breadth, connectivity, dynamism",
        "Three ways to look at the whole list",
        "Each says something else, so they are never added up. More is not better, nor is less.",
    )
    cards({title: sentences[title] for title in PROPERTIES})


def cards(sentences: Mapping[str, str]) -> None:
    """One card a sentence, under its title."""
    grid = st.grid(3, min_column_width=250, gap="small")
    for title, sentence in sentences.items():
        with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f"**{md(title)}**")
            st.markdown(md(sentence))


def _charts(own: OwnPage) -> Iterator[tuple[str, Finding, Chart]]:
    """One an aspect; those without answers are told of at the end of the page."""
    served = own.ask(person_purposes.purposes, wave=own.at.wave)
    data = person_purposes.sides(served)
    parts = [part for part in person_purposes.SIDES.values() if part in set(data["part"])]
    if parts:
        yield "What for", served, sides(data, parts)
    for aspect in SHOWN_AS_BARS:
        finding = own.ask(person_makeup.makeup, wave=own.at.wave, aspect=aspect)
        if not finding.is_empty:
            yield person_makeup.TITLES[aspect], finding, count_bars(finding.data, "Contacts")
