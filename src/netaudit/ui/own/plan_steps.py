"""What the participant does: the first step, actions, activities, and what they are for."""

from datetime import date

import streamlit as st

from netaudit.analysis.person import plan as person_plan
from netaudit.analysis.person import plan_aims, plan_offers
from netaudit.analysis.person.plan_actions import ActionPlan, PlannedAction, action_plan
from netaudit.ui.markdown import md
from netaudit.ui.own.frame import OwnPage
from netaudit.ui.own.section import in_cards, offers, section, told

GROUPS = (
    ("open", "Still open", "radio_button_unchecked"),
    ("done", "Done: you made these happen", "check_circle"),
    ("dropped", "Let go", "remove_circle_outline"),
)


def first_step(plan: ActionPlan) -> None:
    """The open first step above everything else; nothing where there is none."""
    step = next((action for action in plan.open if action.is_first_step), None)
    if step is not None:
        with st.container(border=True, gap="xxsmall"):
            st.markdown(f":material/flag: **Your first step:** {md(step.title)}")
            st.caption(md(step.when))


def purposes(own: OwnPage) -> None:
    """Purposes to develop, beside the contacts that serve each."""
    finding = own.ask(plan_aims.purposes, today=date.today())
    in_cards("Purposes to develop", finding, texts=1, columns=3)


def activities(own: OwnPage) -> None:
    """The seven activities at each wave, and a small way into those not begun."""
    told("Activities", own.ask(person_plan.activities))
    steps = own.ask(plan_offers.activity_offers)
    if steps:
        st.markdown("**A small first step**")
        offers([(one.title, one.state, one.brings, one.first_step) for one in steps])


def plan_of(own: OwnPage) -> ActionPlan:
    """Every action, as of today."""
    return own.ask(action_plan, today=date.today())


def actions(plan: ActionPlan) -> None:
    """A card an action: open ones, those done, those let go."""
    section("Actions", plan.headline, plan.base)
    if plan.note:
        st.caption(f":material/event: {md(plan.note)}")
    if not plan.everything:
        st.caption(
            "One small step with a date is a plan already. Noted in the next audit, it shows here"
            " and is followed from wave to wave."
        )
    for state, title, icon in GROUPS:
        group: tuple[PlannedAction, ...] = getattr(plan, state)
        if group:
            st.markdown(f"**{title}**")
            grid = st.grid(2, min_column_width=300, gap="small")
            for action in group:
                with grid.cell(), st.container(border=True, height="stretch", gap="xsmall"):
                    _card(action, icon)


def _card(action: PlannedAction, icon: str) -> None:
    mark = " :blue-badge[First step]" if action.is_first_step else ""
    st.markdown(f":material/{icon}: **{md(action.title)}**{mark}")
    st.markdown(md(action.when))
    for line in (" · ".join(action.aims), action.history):
        if line:
            st.caption(md(line))
    if action.worded_before:
        st.caption(md(f"Worded before: “{action.worded_before}”"))


def patterns(own: OwnPage) -> None:
    """Which pattern on watch has an action, and which has none."""
    finding = own.ask(plan_aims.patterns, wave=own.at.wave, today=date.today())
    in_cards("Actions and patterns", finding, texts=2)
    own.link("my_network", "See your patterns in My network", network_part="patterns")
