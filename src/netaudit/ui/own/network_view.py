"""A participant's network at one wave: the drawing, or why there is none."""

import streamlit as st

from netaudit.analysis.person import left_out as person_left_out
from netaudit.analysis.person import network as person_network
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.network_section import told
from netaudit.ui.own.section import section
from netaudit.ui.person.network_figure import choose_grouping, show_network

TOPIC = "Who is on my list"


def network(own: OwnPage) -> None:
    """The drawn network with its list; without contacts, a word on what that means."""
    if own.at.has_contacts:
        _drawn(own)
    elif own.at.is_completed:
        _nobody(own)
    else:
        _no_answer(own)


def _drawn(own: OwnPage) -> None:
    place = st.container()
    grouping = choose_grouping()
    shown = own.ask(person_network.person_network, wave=own.at.wave, grouping=grouping)
    with place:
        section(TOPIC, shown.finding.headline, shown.finding.base)
        if own.at.state:
            st.caption(f":material/info: {md(own.at.state)}")
    show_network(shown, grouping)


def _nobody(own: OwnPage) -> None:
    section(TOPIC, own.at.state or "Nobody is on the list")
    st.markdown(
        "That is an answer, and it can change. Many people have nobody to name when they are new"
        " somewhere, or after a change. What you said about yourself is below, and three small"
        " things can come next:"
    )
    st.markdown(
        "- Think of one person you spoke to about work this month, however shortly.\n"
        "- Think of one person you know slightly, in another field or place.\n"
        "- Take both names into your next mentoring talk."
    )
    st.caption("The next audit asks again. Its list will be drawn here.")


def _no_answer(own: OwnPage) -> None:
    section(TOPIC, own.at.state)
    done = [one.title for one in own.waves if one.is_completed]
    if done:
        st.caption(md(f"Choose another wave above to see one: {', '.join(done)}."))


def is_left_out(own: OwnPage) -> bool:
    """Whether any part of the audit was not answered."""
    return not own.ask(person_left_out.left_out, wave=own.at.wave).is_empty


def left_out(own: OwnPage) -> None:
    """What further answers would show."""
    told("What is not here", own.ask(person_left_out.left_out, wave=own.at.wave))
