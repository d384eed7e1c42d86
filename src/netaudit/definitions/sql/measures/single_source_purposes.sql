/*---
title = "Purposes resting on one contact"
theme = "purposes"
unit = "count"
range = [0, 3]
grain = "audit"
chart = "counts"
needs = ["network", "purpose_count"]
undefined_when = "the audit was not done, or contacts are listed and the purposes of none were answered"
why_it_matters = """
Where one person leaving would leave a purpose without anybody.
"""
how_it_is_calculated = """
Purposes that exactly one contact serves.
"""
caution = """
Unknown answers may hide a second person. One strong contact can be enough.
"""
references = ["Ibarra & Hunter (2007), Harvard Business Review 85(1)", "Ibarra (2015), Act Like a Leader, Think Like a Leader, Harvard Business Review Press"]

[[examples]]
note = "strategic rests on C"
contacts = """
contact_id purposes affiliation
A operational same_team
B operational|personal same_org
C strategic|personal outside_work
D none same_org
E . same_org
F operational unknown
"""
value = 1

[[examples]]
note = "none rests on one"
contacts = """
contact_id purposes
A personal
B personal
"""
value = 0

[[examples]]
note = "nobody to name"
contacts = ""
value = 0

[[examples]]
note = "contacts without an answer"
contacts = "A B"
---*/
WITH counted AS (
    SELECT
        audit_id,
        max(answered) AS answered,
        count(*) FILTER (WHERE contacts = 1) AS purposes
    FROM purpose_count
    GROUP BY audit_id
)

SELECT
    n.audit_id,
    CASE WHEN n.n = 0 OR c.answered > 0 THEN c.purposes END AS value
FROM network AS n
INNER JOIN counted AS c ON n.audit_id = c.audit_id
