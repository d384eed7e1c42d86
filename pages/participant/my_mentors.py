from netaudit.analysis import person_mentors
from netaudit.charts.timeline import timeline_chart
from netaudit.ui.figure import show
from netaudit.ui.own_frame import own_frame

own = own_frame("My mentors", "Who helps me along, with what, and what is missing?")
mentors = own.ask(person_mentors.mentors, wave=own.at.wave)
show(mentors, timeline_chart(mentors.data))
