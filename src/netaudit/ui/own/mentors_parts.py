"""The parts of My mentors, one of them on the screen at a time."""

from functools import partial

from netaudit.ui import parts
from netaudit.ui.own import mentors_help, mentors_portfolio, mentors_search
from netaudit.ui.own.frame import OwnPage

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
        "portfolio": [partial(mentors_portfolio.portfolio, own)],
        "help": [
            partial(mentors_help.knowing, own),
            partial(mentors_help.giving, own),
            partial(mentors_help.kind, own),
        ],
        "search": [
            partial(mentors_search.gaps, own),
            partial(mentors_search.preparation, own),
        ],
    }
    if mentors_portfolio.has_waves(own):
        drawn["waves"] = [partial(mentors_portfolio.waves, own)]
    parts.in_parts(KEY, PARTS, drawn)
