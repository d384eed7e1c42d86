/*---
title = "Overlap of the two lists"
theme = "change"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["audit", "carried_over"]
undefined_when = "the audit was not done, or there is no completed wave before it, or both lists are empty"
why_it_matters = """
One figure for how alike the two lists are.
"""
how_it_is_calculated = """
Contacts kept divided by all different people on either list.
"""
caution = """
If each wave recalls four in five of an unchanged circle, the overlap is still only two thirds.
"""
references = ["Jaccard (1912), New Phytologist 11", "Perry & Pescosolido (2012), American Journal of Sociology 118", "Feld, Suitor & Hoegh (2007), Field Methods 19"]

[[examples]]
note = "two of seven"
previous = "A B C D"
contacts = "A B E F G"
value = 0.285714

[[examples]]
note = "one list is empty"
previous = "A"
contacts = ""
value = 0.0

[[examples]]
note = "both are empty"
previous = ""
contacts = ""

[[examples]]
note = "the first wave"
contacts = "A B"
---*/
SELECT
    a.audit_id,
    c.retained / nullif(c.size_now + c.size_before - c.retained, 0) AS value
FROM audit AS a
LEFT JOIN carried_over AS c ON a.audit_id = c.audit_id
