"""The parts of My network: what there is to look at of one wave, one thing at a time."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from netaudit.ui import parts
from netaudit.ui.own import (
    network_figures,
    network_offers,
    network_patterns,
    network_view,
    network_waves,
)
from netaudit.ui.own.frame import OwnPage

KEY = "network_part"
"""The name of the chosen part in the address, by which another page can lead to it."""

PARTS = {
    "list": "My list",
    "figures": "In figures",
    "patterns": "Patterns",
    "offers": "What they offer",
    "waves": "Over time",
    "left_out": "Not here yet",
}
Draw = Callable[[OwnPage], None]


def show(own: OwnPage) -> None:
    """All parts that there is something to say in; without contacts there is no choice of them."""
    drawn: dict[str, list[Callable[[], None]]] = {}
    for name, draw in _drawn(own):
        drawn.setdefault(name, []).append(partial(draw, own))
    if own.at.count("size"):
        parts.in_parts(KEY, PARTS, drawn)
    else:
        for piece in chain.from_iterable(drawn.values()):
            piece()


def _drawn(own: OwnPage) -> Iterator[tuple[str, Draw]]:
    """What is drawn in each part, in the order of the page."""
    yield "list", network_view.network
    if own.at.count("size"):
        yield "figures", network_figures.made_of
        yield "figures", network_figures.properties
    if not own.at.is_completed:
        return
    yield "patterns", network_patterns.patterns
    if network_offers.is_told(own):
        yield "offers", network_offers.second_list
        yield "offers", network_offers.offers
        yield "offers", network_offers.ratings
    if any(one.count("size") for one in own.waves):
        yield "waves", network_waves.waves
        yield "waves", network_waves.figures
    if network_view.is_left_out(own):
        yield "left_out", network_view.left_out
