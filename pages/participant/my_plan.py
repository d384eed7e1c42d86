from netaudit.ui import my_plan_parts, my_plan_steps, own_section
from netaudit.ui.own_frame import own_frame

own = own_frame("My plan", "What do I want to develop, and what comes first?", wave=False)
own_section.looks()
plan = my_plan_steps.plan_of(own)
my_plan_steps.first_step(plan)
my_plan_parts.show(own, plan)
own_section.ways_on(own, my_network="My network", my_mentors="My mentors")
