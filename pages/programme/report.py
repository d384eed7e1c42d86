from netaudit.ui.frame import frame
from netaudit.ui.report.page import show_parts

view = frame(
    "Report",
    "What can be handed on about this cohort, to whom, and what has left already?",
    wave=False,
    group=False,
    empty_too=True,
)
show_parts(view)
