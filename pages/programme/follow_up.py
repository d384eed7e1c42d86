from netaudit.ui.follow_up.page import whom_to_talk_to
from netaudit.ui.frame import frame

view = frame(
    "Follow-up",
    "Whom to talk to this week, and why?",
    audience="coordinator",
    empty_too=True,
)
whom_to_talk_to(view)
