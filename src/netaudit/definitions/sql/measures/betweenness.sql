/*---
title = "Share of pairs linked by me"
theme = "structure"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["network", "bridging"]
undefined_when = "there are fewer than two contacts, or a pair of contacts was not answered"
why_it_matters = """
For how many pairs of contacts the participant is the way to each other.
"""
how_it_is_calculated = """
Each pair that does not know each other counts 1 / (1 + contacts whom both know); the sum is divided by all pairs.
"""
caution = """
Nobody else holding a list together can be an opening and a burden; it also falls as density rises.
"""
references = ["Everett & Borgatti (2005), Social Networks 27", "Freeman (1979), Social Networks 1"]

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
