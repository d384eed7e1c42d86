/*---
title = "In touch within 30 days"
theme = "content"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "the days are blank for every contact"
why_it_matters = """
Who is in reach now, and who would have to be taken up again.
"""
how_it_is_calculated = """
Contacts last spoken to at most 30 days ago divided by contacts with an answer.
"""
caution = """
A contact in reserve may be worth as much as one met weekly.
"""
references = ["Levin, Walter & Murnighan (2011), Organization Science 22"]

[[examples]]
note = "two of four; day 30 counts"
contacts = """
contact_id last_contact_days
A 2
B 30
C 31
D 90
E .
"""
value = 0.5

[[examples]]
note = "all of them"
contacts = """
contact_id last_contact_days
A 1
B 2
"""
value = 1.0

[[examples]]
note = "no answer"
contacts = "A"
---*/
SELECT
    audit_id,
    recent / nullif(last_contact_known, 0) AS value
FROM contact_summary
