"""The second list, what contacts could offer, and how the participant sees them."""

import streamlit as st

from netaudit.analysis import person_makeup, person_ratings, person_resources, person_weak_list
from netaudit.definitions.guidance import guidance
from netaudit.ui.markdown import md
from netaudit.ui.my_network_section import further, rows, told
from netaudit.ui.my_plan_section import section
from netaudit.ui.own_frame import OwnPage
from netaudit.vocabulary import label


def second_list(own: OwnPage) -> None:
    """The weak ties, where there are any."""
    finding = own.ask(person_weak_list.weak_list, wave=own.at.wave)
    if not finding.is_empty:
        told("The second list", finding)


def offers(own: OwnPage) -> None:
    """Resources, contacts who stand alone for something, and knowledge that goes both ways."""
    found = own.ask(person_resources.resources, wave=own.at.wave)
    alone = own.ask(person_resources.only_one, wave=own.at.wave)
    knowledge = own.ask(person_makeup.makeup, wave=own.at.wave, aspect="knowledge_flow")
    if found.is_empty and alone.is_empty and knowledge.is_empty:
        return
    if found.is_empty:
        section("What they are there for", alone.headline, alone.base)
        rows(alone)
    else:
        told("What they could offer", found)
        _ways_to_ask(found.data["resource"].dropna().tolist())
        further(alone)
    if not knowledge.is_empty:
        further(knowledge)


def _ways_to_ask(offered: list[str]) -> None:
    """For each resource that netaudit has words for, a small way to draw on it."""
    texts = guidance("resource")
    lines = [
        f"- **{md(label('resource', code))}**: {md(texts[code]['ask'])}"
        for code in offered
        if code in texts
    ]
    if lines:
        st.markdown("**A small way to ask**")
        st.markdown("\n".join(lines))


def ratings(own: OwnPage) -> None:
    """The participant's own dots, where they gave any."""
    finding = own.ask(person_ratings.ratings, wave=own.at.wave)
    if not finding.is_empty:
        section("How I see them", finding.headline, finding.base)
        rows(finding, download=False)
