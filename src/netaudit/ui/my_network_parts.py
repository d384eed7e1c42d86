"""The parts of My network: what there is to look at of one wave, one thing at a time."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from netaudit.ui import (
    my_network_figures,
    my_network_offers,
    my_network_patterns,
    my_network_view,
    my_network_waves,
    parts,
)
from netaudit.ui.own_frame import OwnPage

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
    yield "list", my_network_view.network
    if own.at.count("size"):
        yield "figures", my_network_figures.made_of
        yield "figures", my_network_figures.properties
    if not own.at.is_completed:
        return
    yield "patterns", my_network_patterns.patterns
    if my_network_offers.is_told(own):
        yield "offers", my_network_offers.second_list
        yield "offers", my_network_offers.offers
        yield "offers", my_network_offers.ratings
    if any(one.count("size") for one in own.waves):
        yield "waves", my_network_waves.waves
        yield "waves", my_network_waves.figures
    if my_network_view.is_left_out(own):
        yield "left_out", my_network_view.left_out
