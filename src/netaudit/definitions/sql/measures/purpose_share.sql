/*---
title = "Contacts per purpose"
theme = "purposes"
unit = "share"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["purpose_count"]
undefined_when = "the purposes of no contact were answered"
why_it_matters = """
How many of the contacts serve each purpose.
"""
how_it_is_calculated = """
Contacts serving the purpose divided by contacts with an answer.
"""
caution = """
A contact can serve several purposes, so the three shares may add up to more than one.
"""
references = ["Ibarra & Hunter (2007), Harvard Business Review 85(1)", "Ibarra (2015), Act Like a Leader, Think Like a Leader, Harvard Business Review Press"]

[[examples]]
note = "three of five"
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
value = 0.6

[[examples]]
note = "nobody strategic"
contacts = """
contact_id purposes
A personal
"""
attribute = "strategic"
value = 0.0

[[examples]]
note = "no answer"
contacts = "A B"
attribute = "personal"
---*/
SELECT
    audit_id,
    purpose AS attribute,
    contacts / nullif(answered, 0) AS value
FROM purpose_count
