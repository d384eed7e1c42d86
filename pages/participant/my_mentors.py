from netaudit.analysis import person_mentors_portfolio
from netaudit.ui import my_mentors_parts, my_mentors_portfolio, my_mentors_search, own_section
from netaudit.ui.own_frame import own_frame

own = own_frame("My mentors", "Who helps me along, with what, and where might I look?")
own_section.looks()
standing = own.ask(person_mentors_portfolio.standing, wave=own.at.wave)
if standing == "some":
    my_mentors_parts.show(own)
else:
    my_mentors_search.beginning(own, standing)
    my_mentors_search.preparation(own)
    if my_mentors_portfolio.has_waves(own):
        my_mentors_portfolio.waves(own)
own_section.ways_on(own, my_network="My network", my_plan="My plan")
