from netaudit.ui import theme_page
from netaudit.ui.frame import frame

view = frame(
    "Theme coding",
    "What do participants write of as strengths and weaknesses, and do two readers see it alike?",
    wave=False,
    group=False,
)
theme_page.parts(view)
