/*---
title = "Contacts listed"
theme = "size"
unit = "count"
range = [0, 50]
grain = "audit"
chart = "counts"
needs = ["network"]
undefined_when = "the audit was not done"
why_it_matters = """
How many people the participant turned to in the months asked about.
"""
how_it_is_calculated = """
Contacts on the core list. Nobody to name is 0; the second list of weak ties does not count.
"""
caution = """
The form has a limit, and people forget: a list at the limit may stand for a longer one, so a change from or to the limit is a lower bound.
"""
references = ["Marsden (1987), American Sociological Review 52", "Brewer & Webster (1999), Social Networks 21"]

[[examples]]
note = "three people named"
contacts = "A B C"
value = 3

[[examples]]
note = "nobody to name is an answer"
contacts = ""
value = 0

[[examples]]
note = "the weak tie is on the other list"
contacts = """
contact_id list_kind
A core
B .
C weak_tie
"""
value = 2

[[examples]]
note = "the audit was not done"
audit = { contacts_status = "not_done" }
---*/
SELECT
    audit_id,
    n AS value
FROM network
