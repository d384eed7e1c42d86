"""What a participant's network is made of: sentences on cards, and small bars."""

from collections.abc import Mapping

import streamlit as st

from netaudit.analysis import person_makeup, person_measures, person_purposes
from netaudit.analysis.person_sentences import PROPERTIES
from netaudit.charts.bars import count_bars
from netaudit.charts.sides import sides
from netaudit.charts.theme import in_page_colours
from netaudit.definitions.guidance import guidance
from netaudit.ui.markdown import md
from netaudit.ui.my_plan_section import section
from netaudit.ui.own_frame import OwnPage
from netaudit.vocabulary import label

SHOWN_AS_BARS = ("closeness", "years_known", "function")
TOLD_BY_BARS = ("Less close", "Purposes served")
"""Cards that would repeat what a chart of this page says."""


def made_of(own: OwnPage) -> None:
    """Size, inside and outside, purposes, closeness, years and kinds of work."""
    sentences = own.ask(person_measures.key_measures, wave=own.at.wave).sentences
    section("What it is made of", f"The list in figures, at {own.at.title.lower()}")
    cards(
        {
            title: said
            for title, said in sentences.items()
            if title not in (*PROPERTIES, *TOLD_BY_BARS)
        }
    )
    _purposes(own)
    _bars(own)


def properties(own: OwnPage) -> None:
    """Breadth, connectivity and dynamism, each with its parts, beside each other."""
    sentences = own.ask(person_measures.key_measures, wave=own.at.wave).sentences
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


def _purposes(own: OwnPage) -> None:
    finding = own.ask(person_purposes.purposes, wave=own.at.wave)
    if finding.is_empty:
        return
    st.markdown(f"**{md(finding.headline)}**")
    st.caption(md(finding.base))
    data = person_purposes.sides(finding)
    parts = [part for part in person_purposes.SIDES.values() if part in set(data["part"])]
    if parts:
        chart = in_page_colours(sides(data, parts))
        st.altair_chart(chart, alt="; ".join(data["label"].unique()))
    texts = guidance("purpose")
    st.caption(md(" ".join(f"{label('purpose', code)}: {texts[code]['is']}" for code in texts)))


def _bars(own: OwnPage) -> None:
    """One small chart an aspect; an aspect without answers is told of at the end of the page."""
    findings = {
        aspect: own.ask(person_makeup.makeup, wave=own.at.wave, aspect=aspect)
        for aspect in SHOWN_AS_BARS
    }
    answered = {aspect: one for aspect, one in findings.items() if not one.is_empty}
    if not answered:
        return
    grid = st.grid(3, min_column_width=300, gap="medium")
    for aspect, finding in answered.items():
        with grid.cell():
            st.markdown(f"**{md(person_makeup.TITLES[aspect])}**")
            st.caption(md(f"{finding.headline}."))
            chart = in_page_colours(count_bars(finding.data, "Contacts"))
            st.altair_chart(chart, alt=finding.alternative)
