from netaudit.ui.frame import frame
from netaudit.ui.person.page import show_person
from netaudit.ui.person.participant_choice import chosen_person, people, ways_on

view = frame(
    "Participants",
    "Who is in the cohort, and what does one person's network look like?",
    empty_too=True,
)
shown = chosen_person(view)
if shown is None:
    people(view)
else:
    ways_on(view, shown)
    show_person(view, shown)
