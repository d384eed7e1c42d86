from netaudit.ui import my_network_parts, my_network_view, own_section
from netaudit.ui.own_frame import own_frame

own = own_frame("My network", "Whom do I turn to, and how do they hang together?")
own_section.looks()
my_network_parts.show(own)
my_network_view.ways_on(own)
