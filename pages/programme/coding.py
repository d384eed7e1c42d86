from netaudit.ui.coding import page
from netaudit.ui.frame import frame

view = frame(
    "Theme coding",
    "What do participants write of as strengths and weaknesses, and do two readers see it alike?",
    wave=False,
    group=False,
)
page.parts(view)
