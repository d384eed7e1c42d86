/*---
title = "Mix of purposes"
theme = "purposes"
unit = "share"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["purpose_count"]
undefined_when = "no purpose was named"
why_it_matters = """
What weight each purpose has on the list.
"""
how_it_is_calculated = """
Contacts serving the purpose divided by all purposes named; the three add up to one.
"""
caution = """
There is no ideal mix: it depends on the post and the time in a career.
"""
references = ["Ibarra & Hunter (2007), Harvard Business Review 85(1)", "Ibarra (2015), Act Like a Leader, Think Like a Leader, Harvard Business Review Press"]

[[examples]]
note = "three of six mentions"
contacts = """
contact_id purposes affiliation
A operational same_team
B operational|personal same_org
C strategic|personal outside_work
D none same_org
E . same_org
F operational unknown
"""
attribute = "operational"
value = 0.5

[[examples]]
note = "one of six"
contacts = """
contact_id purposes affiliation
A operational same_team
B operational|personal same_org
C strategic|personal outside_work
D none same_org
E . same_org
F operational unknown
"""
attribute = "strategic"
value = 0.166667

[[examples]]
note = "answered, and none"
contacts = """
contact_id purposes
A none
"""
attribute = "personal"
---*/
SELECT
    audit_id,
    purpose AS attribute,
    contacts / nullif(mentions, 0) AS value
FROM purpose_count
