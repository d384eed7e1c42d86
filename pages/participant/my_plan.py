from netaudit.ui.own import plan_parts, plan_steps, section
from netaudit.ui.own.frame import own_frame

own = own_frame("My plan", "What do I want to develop, and what comes first?", wave=False)
section.looks()
plan = plan_steps.plan_of(own)
plan_steps.first_step(plan)
plan_parts.show(own, plan)
section.ways_on(own, my_network="My network", my_mentors="My mentors")
