/*---
title = "Mean closeness"
theme = "content"
unit = "points"
range = [1, 4]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "closeness is known of fewer than four contacts in five"
why_it_matters = """
Close contacts are quick to help; distant ones reach further.
"""
how_it_is_calculated = """
Mean of closeness from 1 (distant) to 4 (very close) over contacts with an answer.
"""
caution = """
Closeness is the participant's side of the relationship. The list asks for people turned to, so it holds few distant ones.
"""
references = ["Marsden & Campbell (1984), Social Forces 63", "Marsden & Campbell (2012), Social Forces 91"]

[[examples]]
note = "four of five answered"
contacts = """
contact_id closeness
A 4
B 3
C 2
D 1
E .
"""
value = 2.5

[[examples]]
note = "two of three are too few"
contacts = """
contact_id closeness
A 4
B 3
C .
"""

[[examples]]
note = "nobody named"
contacts = ""
---*/
SELECT
    audit_id,
    CASE WHEN closeness_known * 100 >= contacts * 80 THEN closeness_mean END AS value
FROM contact_summary
