"""What goes on around the list: knowledge that is passed on, and what to take along."""

from html import escape

import streamlit as st

from netaudit.analysis.person import exchange as person_exchange
from netaudit.definitions.guidance import guidance
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import offers, section, told

LINES = 4
"""Lines to write on under each prompt, on paper."""


def exchange(own: OwnPage) -> None:
    """Formats and roles, a way into those not used, and four questions that nobody counts."""
    told("Passing on what you know", own.ask(person_exchange.exchange))
    further = own.ask(person_exchange.format_offers)
    if further:
        st.markdown("**Further ways, if you like one**")
        offers([(one.title, one.about, one.first_step) for one in further])
    st.markdown("**To think about**")
    st.caption("Four questions for yourself. They have no score, and no answer is kept.")
    st.markdown(
        "\n".join(f"- {md(said['asks'])}" for said in guidance("network_awareness").values())
    )


def take_along(_: OwnPage) -> None:
    """Prompts for the next talk, with lines to write on when the page is printed."""
    section(
        "Take this with you",
        "Four things to note for your next mentoring talk",
        "Printed, this page has room to write under each.",
    )
    for said in guidance("take_along").values():
        lines = '<div class="lines"></div>' * LINES
        st.html(
            f'<div class="writing"><p>{escape(said["asks"])}</p>'
            f'<div class="on-paper">{lines}</div></div>'
        )
