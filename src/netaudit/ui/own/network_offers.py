"""The second list, what contacts could offer, and how the participant sees them."""

import streamlit as st

from netaudit.analysis.person import makeup as person_makeup
from netaudit.analysis.person import ratings as person_ratings
from netaudit.analysis.person import resources as person_resources
from netaudit.analysis.person import weak_list as person_weak_list
from netaudit.definitions.guidance import guidance
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.network_section import lines, rows, sentence, told
from netaudit.ui.own.section import section
from netaudit.vocabulary import label


def is_told(own: OwnPage) -> bool:
    """Whether anything of this was answered."""
    here = {"wave": own.at.wave}
    findings = (
        own.ask(person_weak_list.weak_list, **here),
        own.ask(person_resources.resources, **here),
        own.ask(person_resources.only_one, **here),
        own.ask(person_makeup.makeup, **here, aspect="knowledge_flow"),
        own.ask(person_ratings.ratings, **here),
    )
    return not all(finding.is_empty for finding in findings)


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
    if not found.is_empty:
        told("What they could offer", found)
        _ways_to_ask(person_resources.untapped_resources(found.data))
    elif not alone.is_empty or not knowledge.is_empty:
        st.header("What they are there for", anchor=False)
    if not alone.is_empty:
        sentence(alone)
        lines(dict(zip(alone.table["Contact"], alone.table["Only one for"], strict=True)))
    if not knowledge.is_empty:
        sentence(knowledge)


def _ways_to_ask(untapped: list[str]) -> None:
    """For each resource that could be drawn on and that there are words for, a small way to ask."""
    texts = guidance("resource")
    ways = {label("resource", code): texts[code]["ask"] for code in untapped if code in texts}
    if ways:
        st.markdown("**A small way to ask**")
        lines(ways)


def ratings(own: OwnPage) -> None:
    """The participant's own dots, where they gave any."""
    finding = own.ask(person_ratings.ratings, wave=own.at.wave)
    if not finding.is_empty:
        section("How I see them", finding.headline, finding.base)
        rows(finding)
