from netaudit.ui.own import network_parts, section
from netaudit.ui.own.frame import own_frame

own = own_frame("My network", "Whom do I turn to, and how do they hang together?")
section.looks()
network_parts.show(own)
section.ways_on(own, my_mentors="My mentors", my_plan="My plan")
