"""The programme's settings, as the figures in force were computed with them."""

from typing import Any
from weakref import WeakKeyDictionary

from netaudit.analysis.ask import ask, records
from netaudit.analysis.release.disclosure import Audience
from netaudit.analysis.selection import EVERYTHING, Selection
from netaudit.analysis.viewer import Viewer
from netaudit.programme import Programme
from netaudit.store.database import Database

_GROUPS = ("waves", "patterns", "cohorts")
"""Settings that hold several values."""

_held: WeakKeyDictionary[Database, dict[str, Any]] = WeakKeyDictionary()
"""By database, as every figure asks for them: they are the same for all who look."""


def settings(database: Database, viewer: Viewer, _: Selection = EVERYTHING) -> dict[str, Any]:
    """Every setting by its name in programme.toml."""
    if database not in _held:
        _held[database] = records(ask(database, viewer, "settings"))[0]
    return dict(_held[database])


def default_settings() -> dict[str, Any]:
    """The same as they hold while nothing was imported."""
    defaults = Programme()
    plain = {name: value for name, value in vars(defaults).items() if name not in _GROUPS}
    return {**plain, **vars(defaults.patterns)}


def audience(database: Database, viewer: Viewer, *, sensitive: bool = False) -> Audience:
    """Who will read what is asked for, with the smallest group that they may be shown.

    `sensitive` asks for groups by gender, age or ethnicity: inside the team too they have to be as
    large as those that leave it.
    """
    held = settings(database, viewer)
    leaves = viewer.audience == "release" or sensitive
    minimum = held["minimum_group_release" if leaves else "minimum_group"]
    return Audience(name=viewer.audience, minimum=int(minimum))


def minimum_group(database: Database, viewer: Viewer) -> int:
    """The smallest number of participants that may stand behind a figure for this viewer."""
    return audience(database, viewer).minimum
