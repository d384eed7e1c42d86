from netaudit.ui import (
    my_network_figures,
    my_network_offers,
    my_network_patterns,
    my_network_view,
    my_network_waves,
)
from netaudit.ui.own_frame import own_frame

own = own_frame("My network", "Whom do I turn to, and how do they hang together?")
my_network_view.network(own)
if own.at.count("size"):
    my_network_figures.made_of(own)
    my_network_figures.properties(own)
if own.at.is_completed:
    my_network_patterns.patterns(own)
    my_network_offers.second_list(own)
    my_network_offers.offers(own)
    my_network_offers.ratings(own)
    if any(one.count("size") for one in own.waves):
        my_network_waves.waves(own)
        my_network_waves.figures(own)
    my_network_view.left_out(own)
my_network_view.ways_on(own)
