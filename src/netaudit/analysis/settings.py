"""The programme's settings, as the figures in force were computed with them."""

from typing import Any

from netaudit.analysis.ask import ask
from netaudit.analysis.selection import Selection
from netaudit.analysis.viewer import Viewer
from netaudit.store.database import Database

EVERYTHING = Selection()


def settings(database: Database, viewer: Viewer, _: Selection = EVERYTHING) -> dict[str, Any]:
    """Every setting by its name in programme.toml."""
    row = ask(database, viewer, "settings").to_dict("records")[0]
    return {str(name): value for name, value in row.items()}


def minimum_group(database: Database, viewer: Viewer) -> int:
    """The smallest number of participants that may stand behind a figure of the programme team."""
    return int(settings(database, viewer)["minimum_group"])
