"""The parts of My plan, one of them on the screen at a time."""

from functools import partial

import streamlit as st

from netaudit.analysis.person_plan_actions import ActionPlan
from netaudit.ui import my_plan_around, my_plan_steps, my_plan_words, parts
from netaudit.ui.own_frame import OwnPage
from netaudit.ui.take_away import take_away

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
                partial(my_plan_steps.actions, plan),
                partial(my_plan_steps.purposes, own),
                partial(my_plan_steps.patterns, own),
            ),
            "activities": (partial(my_plan_steps.activities, own),),
            "strengths": (partial(my_plan_words.strengths, own),),
            "questions": (partial(my_plan_words.reflection, own),),
            "passing_on": (partial(my_plan_around.exchange, own),),
            "keep": (partial(my_plan_around.take_along, own), partial(_take_away, own)),
        },
    )


def _take_away(own: OwnPage) -> None:
    """The buttons, which are of no use on paper."""
    with st.container(key="take-away"):
        take_away(own)
