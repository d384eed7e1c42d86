import streamlit as st

from netaudit.analysis import mentoring, mentoring_ways
from netaudit.charts.bars import share_bars
from netaudit.charts.share_points import share_points, share_points_by_wave
from netaudit.ui import mentoring_view
from netaudit.ui.figure import cards, show
from netaudit.ui.frame import frame

view = frame("Mentoring", "How far has mentoring been taken up?")
asked = view.ask(mentoring.was_asked)
if asked:
    cards(view.ask(mentoring.mentoring_cards))
    uptake = view.ask(mentoring.uptake)
    show(uptake, share_points(uptake.data))
else:
    st.info("No figures on mentoring here: it was not asked about, or too few people answered.")

waves = view.ask(mentoring.along_waves)
if not waves.is_empty:
    show(waves, share_points_by_wave(waves.data))

mentoring_view.people(view)

if asked:
    portfolios = view.ask(mentoring_ways.portfolios)
    show(portfolios, share_bars(portfolios.data))
    mentoring_view.kinds(view)
    knowing = view.ask(mentoring.knowing)
    show(knowing, share_points(knowing.data) if not knowing.is_empty else None)
    mentoring_view.found(view)
    mentoring_view.groups(view)
