/*---
title = "Retention"
theme = "change"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["audit", "carried_over"]
undefined_when = "the audit was not done, or there is no completed wave before it, or nobody was named then"
why_it_matters = """
How much of the earlier list has lasted.
"""
how_it_is_calculated = """
Contacts kept divided by contacts at the previous completed wave.
"""
caution = """
People forget some contacts each time, so some coming and going shows even where nothing changed.
"""
references = ["Perry & Pescosolido (2012), American Journal of Sociology 118", "Feld, Suitor & Hoegh (2007), Field Methods 19", "Brewer & Webster (1999), Social Networks 21"]

[[examples]]
note = "two of four"
previous = "A B C D"
contacts = "A B E F G"
value = 0.5

[[examples]]
note = "nobody now"
previous = "A B"
contacts = ""
value = 0.0

[[examples]]
note = "nobody was named before"
previous = ""
contacts = "A"

[[examples]]
note = "the first wave"
contacts = "A B"
---*/
SELECT
    a.audit_id,
    c.retained / nullif(c.size_before, 0) AS value
FROM audit AS a
LEFT JOIN carried_over AS c ON a.audit_id = c.audit_id
