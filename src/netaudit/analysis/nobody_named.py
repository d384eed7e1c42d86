"""Whether a figure is missing because nobody named anybody, which is an answer and no gap."""

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database

NOBODY_NAMED = "Everybody who answered named nobody."
WHY_NOTHING = "It was not asked, or nobody answered."


def nobody_named(database: Database, viewer: Viewer, selection: Selection) -> bool:
    """Whether audits of the wave were completed and every list is empty."""
    rows = ask(database, viewer, "composition_list_size", selection)
    return not rows.empty and bool(rows["nobody"].iloc[0] == rows["whole"].iloc[0])


def why_nothing(database: Database, viewer: Viewer, selection: Selection) -> str:
    """Why nothing is known of contacts at the wave."""
    return NOBODY_NAMED if nobody_named(database, viewer, selection) else WHY_NOTHING
