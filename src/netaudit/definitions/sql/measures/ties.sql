/*---
title = "Pairs who know each other"
theme = "structure"
unit = "count"
range = [0, 1225]
grain = "audit"
chart = "counts"
needs = ["network"]
undefined_when = "the audit was not done, or the tie section was not asked and there are two contacts or more"
why_it_matters = """
The count behind the density.
"""
how_it_is_calculated = """
Pairs of core contacts who are acquainted or work closely together, as the participant reports it.
"""
caution = """
Where some pairs were not answered it is a lower bound.
"""
references = ["Wasserman & Faust (1994), Social Network Analysis, chapter 4"]

[[examples]]
note = "reversed and repeated rows count once"
contacts = "A B C"
ties = "A-B B-A B=C"
value = 2

[[examples]]
note = "one pair is unknown, the other counts"
contacts = "A B C"
ties = "A-B B?C"
value = 1

[[examples]]
note = "one contact, ties not asked"
contacts = "A"
audit = { ties_status = "not_asked" }
value = 0

[[examples]]
note = "ties were not asked"
contacts = "A B"
audit = { ties_status = "not_asked" }
---*/
SELECT
    audit_id,
    ties AS value
FROM network
