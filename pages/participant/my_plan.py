from datetime import date

from netaudit.analysis import person_plan
from netaudit.ui.figure import table
from netaudit.ui.own_frame import own_frame

own = own_frame("My plan", "What do I want to develop, and what comes first?")
actions = own.ask(person_plan.actions, today=date.today())
table(actions.table, actions.headline)
