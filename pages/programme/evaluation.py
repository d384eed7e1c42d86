from netaudit.ui.evaluation.page import show_parts
from netaudit.ui.frame import frame

view = frame(
    "Evaluation",
    "What is the programme meant to bring about, and what speaks for it?",
    wave=False,
    group=False,
    empty_too=True,
)
show_parts(view)
