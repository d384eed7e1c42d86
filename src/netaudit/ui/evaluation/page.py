"""The parts of the evaluation page."""

from netaudit.ui.access.outcome import tell
from netaudit.ui.evaluation import harvest_view, levels_view, model_view
from netaudit.ui.evaluation.files import offer_files
from netaudit.ui.frame import View
from netaudit.ui.parts import choose_part

PARTS = {"model": "Logic model", "levels": "Four levels", "outcomes": "Outcomes"}


def show_parts(view: View) -> None:
    """One part at a time, and what is written down to take away."""
    part = choose_part("frame", PARTS)
    tell()
    cohort = str(view.selection.cohort)
    if part == "levels":
        levels_view.levels(view, cohort)
    elif part == "outcomes":
        harvest_view.outcomes(view, cohort)
    else:
        model_view.model(view, cohort)
    offer_files(cohort)
