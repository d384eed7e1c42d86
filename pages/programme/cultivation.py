from netaudit.ui.cohort import cultivation_view
from netaudit.ui.frame import frame
from netaudit.ui.parts import choose_part

PARTS = {
    "activities": ("Activities", cultivation_view.activities),
    "actions": ("Actions", cultivation_view.actions),
    "aims": ("Purposes and patterns", cultivation_view.aims),
    "exchange": ("Knowledge exchange", cultivation_view.exchange),
    "written": ("Strengths, weaknesses, reflection", cultivation_view.written),
    "people": ("Whom to ask", cultivation_view.people),
}

view = frame("Cultivation", "What do participants do about their networks after the audit?")
_, show_part = PARTS[choose_part("see", {name: words for name, (words, _) in PARTS.items()})]
show_part(view)
