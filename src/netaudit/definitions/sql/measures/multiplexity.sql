/*---
title = "Purposes per contact"
theme = "purposes"
unit = "index"
range = [0, 3]
grain = "audit"
chart = "distribution"
needs = ["purpose_count"]
undefined_when = "the purposes of no contact were answered"
why_it_matters = """
Whether each contact serves one purpose or several.
"""
how_it_is_calculated = """
Purposes named over all contacts divided by contacts with an answer.
"""
caution = """
More purposes on one contact is a closer bond and a heavier load at once.
"""
references = ["Verbrugge (1979), Social Forces 57", "Ibarra & Hunter (2007), Harvard Business Review 85(1)"]

[[examples]]
note = "six mentions over five answers"
contacts = """
contact_id purposes affiliation
A operational same_team
B operational|personal same_org
C strategic|personal outside_work
D none same_org
E . same_org
F operational unknown
"""
value = 1.2

[[examples]]
note = "answered, and none"
contacts = """
contact_id purposes
A none
"""
value = 0.0

[[examples]]
note = "nobody named"
contacts = ""
---*/
SELECT
    audit_id,
    any_value(mentions) / nullif(any_value(answered), 0) AS value
FROM purpose_count
GROUP BY audit_id
