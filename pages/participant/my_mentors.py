from netaudit.analysis import person_mentors_portfolio
from netaudit.ui import my_mentors_help, my_mentors_portfolio, my_mentors_search, own_section
from netaudit.ui.own_frame import own_frame

own = own_frame("My mentors", "Who helps me along, with what, and where might I look?")
own_section.looks()
standing = own.ask(person_mentors_portfolio.standing, wave=own.at.wave)
if standing == "some":
    my_mentors_portfolio.portfolio(own)
    my_mentors_help.knowing(own)
    my_mentors_help.giving(own)
    my_mentors_help.kind(own)
    my_mentors_search.gaps(own)
else:
    my_mentors_search.beginning(own, standing)
my_mentors_search.preparation(own)
my_mentors_portfolio.waves(own)
own.link("my_network", "My network")
own.link("my_plan", "My plan")
