/*---
title = "Connectivity"
theme = "headline"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["network", "bridging"]
undefined_when = "there are fewer than two contacts, or a pair of contacts was not answered"
why_it_matters = """
How far the participant links people and groups who would otherwise not meet.
"""
how_it_is_calculated = """
The share of pairs linked by the participant: each open pair counts 1 / (1 + contacts whom both know), divided by all pairs.
"""
caution = """
It is a position, not an activity: introductions that were made lower it.
"""
references = ["Ibarra (2015), Act Like a Leader, Think Like a Leader, Harvard Business Review Press", "Everett & Borgatti (2005), Social Networks 27"]

[[examples]]
note = "A-B and B-C: of three pairs only A and C are open, shared with B"
contacts = "A B C"
ties = "A-B B-C"
value = 0.166667

[[examples]]
note = "nobody knows anybody"
contacts = "A B C"
value = 1.0

[[examples]]
note = "all know one another"
contacts = "A B C"
ties = "A-B B-C A-C"
value = 0.0

[[examples]]
note = "one contact"
contacts = "A"
---*/
SELECT
    n.audit_id,
    b.bridged / nullif(b.pairs, 0) AS value
FROM network AS n
LEFT JOIN bridging AS b ON n.audit_id = b.audit_id
