/*---
title = "Median years known"
theme = "content"
unit = "years"
range = [0, 80]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "years known is blank for every contact"
why_it_matters = """
How far back the list goes.
"""
how_it_is_calculated = """
Median of years known over contacts with an answer.
"""
caution = """
Long acquaintance is not the same as a list that stands still.
"""
references = ["Marsden & Campbell (1984), Social Forces 63"]

[[examples]]
note = "9, 5, 0.5 and 3 years"
contacts = """
contact_id years_known first_known
A 9 .
B 5 .
C 0.5 .
D 3 this_programme
E . education
F . unknown
"""
value = 4.0

[[examples]]
note = "one answer"
contacts = """
contact_id years_known
A 7
B .
"""
value = 7.0

[[examples]]
note = "no answer"
contacts = "A B"
---*/
SELECT
    audit_id,
    years_known_median AS value
FROM contact_summary
