"""The parts of My mentors, one of them on the screen at a time."""

from functools import partial

from netaudit.ui import my_mentors_help, my_mentors_portfolio, my_mentors_search, parts
from netaudit.ui.own_frame import OwnPage

KEY = "mentors_part"
"""The name of the chosen part in the address, by which another page can lead to it."""

PARTS = {
    "portfolio": "My portfolio",
    "help": "What it gives",
    "search": "Where to look",
    "waves": "Over time",
}


def show(own: OwnPage) -> None:
    """All parts of somebody with relationships to speak of."""
    drawn = {
        "portfolio": [partial(my_mentors_portfolio.portfolio, own)],
        "help": [
            partial(my_mentors_help.knowing, own),
            partial(my_mentors_help.giving, own),
            partial(my_mentors_help.kind, own),
        ],
        "search": [
            partial(my_mentors_search.gaps, own),
            partial(my_mentors_search.preparation, own),
        ],
    }
    if my_mentors_portfolio.has_waves(own):
        drawn["waves"] = [partial(my_mentors_portfolio.waves, own)]
    parts.in_parts(KEY, PARTS, drawn)
