from netaudit.ui import my_plan_around, my_plan_steps, my_plan_words, own_section
from netaudit.ui.own_frame import own_frame
from netaudit.ui.take_away import take_away

own = own_frame("My plan", "What do I want to develop, and what comes first?", wave=False)
own_section.looks()
plan = my_plan_steps.plan_of(own)
my_plan_steps.first_step(plan)
my_plan_words.strengths(own)
my_plan_steps.purposes(own)
my_plan_steps.activities(own)
my_plan_steps.actions(plan)
my_plan_steps.patterns(own)
my_plan_words.reflection(own)
my_plan_around.preparation(own)
my_plan_around.exchange(own)
my_plan_around.take_along(own)
take_away(own)
