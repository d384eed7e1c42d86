/*---
title = "Support both ways"
theme = "content"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "the direction of support is known of no contact"
why_it_matters = """
Relationships that give and take tend to last.
"""
how_it_is_calculated = """
Contacts with support both ways divided by contacts with a known direction.
"""
caution = """
It is the participant's view; the contact was not asked. Senior contacts mostly give.
"""
references = ["Wellman & Wortley (1990), American Journal of Sociology 96"]

[[examples]]
note = "one of three known"
contacts = """
contact_id support_direction
A both
B i_get
C i_give
D unknown
"""
value = 0.333333

[[examples]]
note = "both for all"
contacts = """
contact_id support_direction
A both
B both
"""
value = 1.0

[[examples]]
note = "no answer"
contacts = "A"
---*/
SELECT
    audit_id,
    reciprocal / nullif(support_known, 0) AS value
FROM contact_summary
