/*---
title = "Contacts added"
theme = "change"
unit = "count"
range = [0, 50]
grain = "audit"
chart = "counts"
needs = ["audit", "carried_over"]
undefined_when = "the audit was not done, or there is no completed wave before it"
why_it_matters = """
Who has come on to the list.
"""
how_it_is_calculated = """
Core contacts who were not on the list at the previous completed wave.
"""
caution = """
Someone may have been forgotten last time. With a full list, somebody must go before anybody can come.
"""
references = ["Perry & Pescosolido (2012), American Journal of Sociology 118", "Feld, Suitor & Hoegh (2007), Field Methods 19", "Brewer & Webster (1999), Social Networks 21"]

[[examples]]
note = "E, F and G"
previous = "A B C D"
contacts = "A B E F G"
value = 3

[[examples]]
note = "nobody"
previous = "A B"
contacts = "A"
value = 0

[[examples]]
note = "the first wave"
contacts = "A B"
---*/
SELECT
    a.audit_id,
    c.size_now - c.retained AS value
FROM audit AS a
LEFT JOIN carried_over AS c ON a.audit_id = c.audit_id
