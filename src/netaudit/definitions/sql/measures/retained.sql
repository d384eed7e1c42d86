/*---
title = "Contacts kept"
theme = "change"
unit = "count"
range = [0, 50]
grain = "audit"
chart = "counts"
needs = ["audit", "carried_over"]
undefined_when = "the audit was not done, or there is no completed wave before it"
why_it_matters = """
Who is still on the list.
"""
how_it_is_calculated = """
Core contacts who were also on the list at the participant's previous completed wave.
"""
caution = """
People forget some contacts each time, so some coming and going shows even where nothing changed.
"""
references = ["Perry & Pescosolido (2012), American Journal of Sociology 118", "Feld, Suitor & Hoegh (2007), Field Methods 19", "Brewer & Webster (1999), Social Networks 21"]

[[examples]]
note = "A and B"
previous = "A B C D"
contacts = "A B E F G"
value = 2

[[examples]]
note = "everybody is new"
previous = "A"
contacts = "B"
value = 0

[[examples]]
note = "the first wave"
contacts = "A B"
---*/
SELECT
    a.audit_id,
    c.retained AS value
FROM audit AS a
LEFT JOIN carried_over AS c ON a.audit_id = c.audit_id
