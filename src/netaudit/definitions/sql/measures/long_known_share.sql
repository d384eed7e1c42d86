/*---
title = "Known five years or more"
theme = "content"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "years known is blank for every contact"
why_it_matters = """
How much of the list comes from earlier times.
"""
how_it_is_calculated = """
Contacts known for five years or longer divided by contacts with an answer.
"""
caution = """
Old contacts can matter for what comes next, above all when they are met again after a while.
"""
references = ["Levin, Walter & Murnighan (2011), Organization Science 22", "Marsden & Campbell (1984), Social Forces 63"]

[[examples]]
note = "two of four"
contacts = """
contact_id years_known first_known
A 9 .
B 5 .
C 0.5 .
D 3 this_programme
E . education
F . unknown
"""
value = 0.5

[[examples]]
note = "exactly five counts"
contacts = """
contact_id years_known
A 5
"""
value = 1.0

[[examples]]
note = "no answer"
contacts = "A B"
---*/
SELECT
    audit_id,
    long_known / nullif(years_known, 0) AS value
FROM contact_summary
