"""The parts of the cultivation page."""

from datetime import date

import pandas as pd
import streamlit as st

from netaudit.analysis.cultivation import actions as cultivation_actions
from netaudit.analysis.cultivation import activities as cultivation_activities
from netaudit.analysis.cultivation import aims as cultivation_aims
from netaudit.analysis.cultivation import exchange as cultivation_exchange
from netaudit.analysis.cultivation import patterns, reflection, states
from netaudit.analysis.cultivation import people as cultivation_people
from netaudit.charts.bars import count_bars, share_bars
from netaudit.charts.heat import heat
from netaudit.charts.measures import stacked
from netaudit.charts.share_points import share_points, share_points_by_wave
from netaudit.charts.theme import Chart
from netaudit.ui.coding import counts
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards
from netaudit.ui.filters import choose
from netaudit.ui.frame import View
from netaudit.ui.markdown import md
from netaudit.ui.people.table import people_table


def activities(view: View) -> None:
    """How far the seven activities have come, now, since they were planned, and wave by wave."""
    draw(view.ask(cultivation_activities.taken_up), stacked)
    draw(view.ask(cultivation_activities.plans), share_points)
    draw(view.ask(cultivation_activities.along_waves), share_points_by_wave)


def actions(view: View) -> None:
    """How many plan actions, and how far these have come."""
    because = view.ask(cultivation_actions.nothing_because)
    if because:
        st.info(md(because))
        return
    today = date.today()
    cards(view.ask(cultivation_actions.action_cards, today=today))
    draw(view.ask(cultivation_actions.per_person, today=today), share_bars)
    draw(view.ask(states.by_status, today=today), _actions)
    draw(view.ask(states.by_due_date, today=today), _actions)
    draw(view.ask(states.carried_over), _actions)


def aims(view: View) -> None:
    """What actions are for, against which patterns, and beside which purposes."""
    draw(view.ask(cultivation_aims.wanted_purposes), stacked)
    since = choose("On watch at", "since", view.ask(patterns.since_choices))
    draw(view.ask(patterns.against_patterns, since=since), share_points)
    aim = choose("Actions by", "aim", cultivation_aims.AIM_CHOICES)
    draw(view.ask(cultivation_aims.aims, aim=aim), share_bars)


def exchange(view: View) -> None:
    """How knowledge is exchanged, and in which role."""
    parts = view.ask(cultivation_exchange.parts_taken)
    draw(parts, share_bars)
    if not parts.is_empty:
        draw(view.ask(cultivation_exchange.formats), _formats)


def written(view: View) -> None:
    """How many wrote down strengths and weaknesses, of which themes, and answered the questions."""
    draw(view.ask(reflection.written), share_bars)
    counts.by_theme(view)
    st.header("Questions for reflection", anchor=False)
    for kind in reflection.KINDS:
        draw(view.ask(reflection.questions, kind=kind), share_bars)


def people(view: View) -> None:
    """Whom to ask about their plans, and why."""
    because = view.ask(cultivation_actions.nobody_answered)
    if because:
        st.info(md(because))
        return
    reason = choose("Participants with", "reason", cultivation_people.REASON_CHOICES) or "any"
    listed = view.ask(cultivation_people.people, reason=reason, today=date.today())
    people_table(view, listed, {"list": "cultivation", "reason": reason})


def _actions(data: pd.DataFrame) -> Chart:
    return count_bars(data, "Actions")


def _formats(data: pd.DataFrame) -> Chart:
    shown = [name for name in cultivation_exchange.FORMATS if name in set(data["row"])]
    return heat(data, cultivation_exchange.ROLES, shown, across="Role")
