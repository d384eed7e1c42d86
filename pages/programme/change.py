from netaudit.ui.change.parts import show_parts
from netaudit.ui.frame import frame

view = frame(
    "Change",
    "What changed between two waves in the same people, and how sure is that?",
    wave=False,
    empty_too=True,
)
show_parts(view)
