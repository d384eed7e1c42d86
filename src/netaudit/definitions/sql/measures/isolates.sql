/*---
title = "Contacts who know none of the others"
theme = "structure"
unit = "count"
range = [0, 50]
grain = "audit"
chart = "counts"
needs = ["network", "neighbourhood"]
undefined_when = "a pair of contacts was not answered or the audit was not done"
why_it_matters = """
Each links the participant to a circle that no other contact reaches.
"""
how_it_is_calculated = """
Core contacts without a tie to another core contact.
"""
caution = """
It rests on what the participant believes; contacts may know each other unnoticed.
"""
references = ["Wasserman & Faust (1994), Social Network Analysis, chapter 4"]

[[examples]]
note = "one pair, two who stand alone"
contacts = "A B C D"
ties = "A-B"
value = 2

[[examples]]
note = "a single contact stands alone"
contacts = "A"
value = 1

[[examples]]
note = "everybody knows somebody"
contacts = "A B"
ties = "A-B"
value = 0

[[examples]]
note = "one pair was not answered"
contacts = "A B C"
ties = "A-B B?C"
---*/
WITH counted AS (
    SELECT
        audit_id,
        count(*) FILTER (WHERE degree = 0) AS isolates
    FROM neighbourhood
    GROUP BY audit_id
)

SELECT
    n.audit_id,
    CASE WHEN n.pairs_known THEN coalesce(c.isolates, 0) END AS value
FROM network AS n
LEFT JOIN counted AS c ON n.audit_id = c.audit_id
