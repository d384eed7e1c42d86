from netaudit.ui import my_network_parts, own_section
from netaudit.ui.own_frame import own_frame

own = own_frame("My network", "Whom do I turn to, and how do they hang together?")
own_section.looks()
my_network_parts.show(own)
own_section.ways_on(own, my_mentors="My mentors", my_plan="My plan")
