"""The parts of My plan, one of them on the screen at a time."""

from functools import partial

import streamlit as st

from netaudit.analysis.person.plan_actions import ActionPlan
from netaudit.ui import parts
from netaudit.ui.own import plan_around, plan_steps, plan_words
from netaudit.ui.own.erasure_wish import erasure_wish
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.take_away import take_away

KEY = "plan_part"
"""The name of the chosen part in the address, by which another page can lead to it."""

PARTS = {
    "steps": "Steps",
    "activities": "Activities",
    "strengths": "Strengths",
    "questions": "Questions",
    "passing_on": "Passing on",
    "keep": "To take along",
}


def show(own: OwnPage, plan: ActionPlan) -> None:
    """Every part; each has something to say to whoever wrote nothing, too."""
    parts.in_parts(
        KEY,
        PARTS,
        {
            "steps": (
                partial(plan_steps.actions, plan),
                partial(plan_steps.purposes, own),
                partial(plan_steps.patterns, own),
            ),
            "activities": (partial(plan_steps.activities, own),),
            "strengths": (partial(plan_words.strengths, own),),
            "questions": (partial(plan_words.reflection, own),),
            "passing_on": (partial(plan_around.exchange, own),),
            "keep": (partial(plan_around.take_along, own), partial(_take_away, own)),
        },
    )


def _take_away(own: OwnPage) -> None:
    """The buttons, which are of no use on paper."""
    with st.container(key="take-away"):
        take_away(own)
        erasure_wish(own)
