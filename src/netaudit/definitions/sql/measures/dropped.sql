/*---
title = "Contacts no longer listed"
theme = "change"
unit = "count"
range = [0, 50]
grain = "audit"
chart = "counts"
needs = ["audit", "carried_over"]
undefined_when = "the audit was not done, or there is no completed wave before it"
why_it_matters = """
Who is no longer on the list.
"""
how_it_is_calculated = """
Contacts of the previous completed wave who are not on the core list now.
"""
caution = """
Not listed is not lost: the relationship may go on, or come back.
"""
references = ["Perry & Pescosolido (2012), American Journal of Sociology 118", "Feld, Suitor & Hoegh (2007), Field Methods 19", "Levin, Walter & Murnighan (2011), Organization Science 22"]

[[examples]]
note = "C and D"
previous = "A B C D"
contacts = "A B E F G"
value = 2

[[examples]]
note = "all of them"
previous = "A B"
contacts = ""
value = 2

[[examples]]
note = "the first wave"
contacts = "A B"
---*/
SELECT
    a.audit_id,
    c.size_before - c.retained AS value
FROM audit AS a
LEFT JOIN carried_over AS c ON a.audit_id = c.audit_id
