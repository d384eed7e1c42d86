/*---
title = "Median days since last contact"
theme = "content"
unit = "days"
range = [0, 36500]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "the days are blank for every contact"
why_it_matters = """
How alive the relationships on the list are.
"""
how_it_is_calculated = """
Median of days since the last contact over contacts with an answer.
"""
caution = """
It depends on the day of the audit: holidays and busy weeks show.
"""
references = ["Levin, Walter & Murnighan (2011), Organization Science 22"]

[[examples]]
note = "2, 30, 31 and 90 days"
contacts = """
contact_id last_contact_days
A 2
B 30
C 31
D 90
E .
"""
value = 30.5

[[examples]]
note = "one answer"
contacts = """
contact_id last_contact_days
A 4
"""
value = 4.0

[[examples]]
note = "no answer"
contacts = "A"
---*/
SELECT
    audit_id,
    last_contact_median_days AS value
FROM contact_summary
