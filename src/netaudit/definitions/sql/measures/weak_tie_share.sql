/*---
title = "Weak-tie share"
theme = "content"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "closeness is known of no contact"
why_it_matters = """
Weak ties reach people and news that close contacts do not.
"""
how_it_is_calculated = """
Contacts with closeness 1 or 2 divided by contacts with an answer.
"""
caution = """
The list asks for people turned to and leaves out most weak ties a person has.
"""
references = ["Granovetter (1973), American Journal of Sociology 78", "Marsden & Campbell (1984), Social Forces 63"]

[[examples]]
note = "two of four"
contacts = """
contact_id closeness
A 4
B 3
C 2
D 1
E .
"""
value = 0.5

[[examples]]
note = "all close"
contacts = """
contact_id closeness
A 4
B 3
"""
value = 0.0

[[examples]]
note = "no answer"
contacts = "A B"
---*/
SELECT
    audit_id,
    weak / nullif(closeness_known, 0) AS value
FROM contact_summary
