import streamlit as st

from netaudit.analysis import mentoring, mentoring_ways
from netaudit.charts.bars import share_bars
from netaudit.charts.share_points import share_points, share_points_by_wave
from netaudit.ui import mentoring_view
from netaudit.ui.drawing import draw
from netaudit.ui.figure import cards
from netaudit.ui.frame import frame

view = frame("Mentoring", "How far has mentoring been taken up?")
asked = view.ask(mentoring.was_asked)
if asked:
    cards(view.ask(mentoring.mentoring_cards))
    draw(view.ask(mentoring.uptake), share_points)
else:
    st.info("No figures on mentoring here: it was not asked about, or too few people answered.")

waves = view.ask(mentoring.along_waves)
if not waves.is_empty:
    draw(waves, share_points_by_wave)

if asked:
    mentoring_view.people(view)
    draw(view.ask(mentoring_ways.portfolios), share_bars)
    mentoring_view.kinds(view)
    draw(view.ask(mentoring.knowing), share_points)
    mentoring_view.found(view)
    mentoring_view.groups(view)
