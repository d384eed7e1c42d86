/*---
title = "Novelty"
theme = "change"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["audit", "carried_over"]
undefined_when = "the audit was not done, or there is no completed wave before it, or nobody is named now"
why_it_matters = """
How much of the list was not there before.
"""
how_it_is_calculated = """
Contacts added divided by contacts now.
"""
caution = """
A new name is not in itself progress; a new post raises it too. People forget some contacts each time, so some coming and going shows even where nothing changed.
"""
references = ["Perry & Pescosolido (2012), American Journal of Sociology 118", "Feld, Suitor & Hoegh (2007), Field Methods 19", "Small, Pamphile & McMahan (2015), Social Networks 40"]

[[examples]]
note = "three of five"
previous = "A B C D"
contacts = "A B E F G"
value = 0.6

[[examples]]
note = "nobody named now"
previous = "A B"
contacts = ""

[[examples]]
note = "the first wave"
contacts = "A B"
---*/
SELECT
    a.audit_id,
    (c.size_now - c.retained) / nullif(c.size_now, 0) AS value
FROM audit AS a
LEFT JOIN carried_over AS c ON a.audit_id = c.audit_id
