/*---
title = "Internal share by purpose"
theme = "purposes"
unit = "share"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["purpose_count"]
undefined_when = "nobody of known affiliation serves the purpose"
why_it_matters = """
Whether a purpose is served inside the organisation, outside, or both.
"""
how_it_is_calculated = """
Internal contacts serving the purpose divided by contacts serving it whose affiliation is known.
"""
caution = """
Often a share of one or two people: read it with the number behind it.
"""
references = ["Ibarra & Hunter (2007), Harvard Business Review 85(1)", "Podolny & Baron (1997), American Sociological Review 62"]

[[examples]]
note = "A and B; F's affiliation is unknown"
contacts = """
contact_id purposes affiliation
A operational same_team
B operational|personal same_org
C strategic|personal outside_work
D none same_org
E . same_org
F operational unknown
"""
attribute = "operational"
value = 1.0

[[examples]]
note = "one of two"
contacts = """
contact_id purposes affiliation
A operational same_team
B operational|personal same_org
C strategic|personal outside_work
D none same_org
E . same_org
F operational unknown
"""
attribute = "personal"
value = 0.5

[[examples]]
note = "nobody serves it"
contacts = """
contact_id purposes affiliation
A personal same_org
"""
attribute = "strategic"
---*/
SELECT
    audit_id,
    purpose AS attribute,
    internal / nullif(placed, 0) AS value
FROM purpose_count
