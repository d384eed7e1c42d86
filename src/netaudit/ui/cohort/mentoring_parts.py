"""The parts of the mentoring page, one shown at a time, so that nobody scrolls through all."""

from collections.abc import Callable, Mapping

from netaudit.ui import parts

KEY = "see"
"""The name of the chosen part in the address, by which another page can lead to it."""

PARTS = {
    "uptake": "Uptake",
    "people": "People",
    "kinds": "Kinds",
    "knowing": "Knowing",
    "found": "Where found",
    "network": "Network",
    "waves": "Over time",
    "groups": "Groups",
}


def choose_part(drawn: Mapping[str, Callable[[], None]]) -> None:
    """A row of the parts in `drawn`, by their names in PARTS, and the chosen one below it."""
    drawn[parts.choose_part(KEY, {name: PARTS[name] for name in PARTS if name in drawn})]()
