from netaudit.analysis.person import mentors_portfolio
from netaudit.ui.own import mentors_parts, mentors_search, section
from netaudit.ui.own import mentors_portfolio as my_mentors_portfolio
from netaudit.ui.own.frame import own_frame

own = own_frame("My mentors", "Who helps me along, with what, and where might I look?")
section.looks()
standing = own.ask(mentors_portfolio.standing, wave=own.at.wave)
if standing == "some":
    mentors_parts.show(own)
else:
    mentors_search.beginning(own, standing)
    mentors_search.preparation(own)
    if my_mentors_portfolio.has_waves(own):
        my_mentors_portfolio.waves(own)
section.ways_on(own, my_network="My network", my_plan="My plan")
