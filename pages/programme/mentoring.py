from functools import partial

import streamlit as st

from netaudit.analysis.mentoring import levels
from netaudit.ui.cohort import mentoring_view
from netaudit.ui.cohort.mentoring_parts import choose_part
from netaudit.ui.frame import frame

view = frame("Mentoring", "How far has mentoring been taken up?")
parts = {"people": mentoring_view.people, "waves": mentoring_view.waves}
if view.ask(levels.was_asked):
    parts |= {
        "uptake": mentoring_view.uptake,
        "kinds": mentoring_view.kinds,
        "knowing": mentoring_view.knowing,
        "found": mentoring_view.found,
        "network": mentoring_view.network,
    }
    if mentoring_view.has_groups(view):
        parts["groups"] = mentoring_view.groups
else:
    st.info("No figures on mentoring here: it was not asked about, or too few people answered.")

choose_part({name: partial(part, view) for name, part in parts.items()})
