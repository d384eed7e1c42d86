/*---
title = "Breadth"
theme = "headline"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["audit", "attribute_diversity"]
undefined_when = "fewer than three of the four attributes can be computed"
why_it_matters = """
How varied the list is across groups, in one figure whose parts stay in view.
"""
how_it_is_calculated = """
Mean of the chance that two contacts differ in affiliation (internal or external), function, seniority and sector; at least three of the four.
"""
caution = """
Equal weights are a convention. A list of external contacts only counts as uniform on affiliation.
"""
references = ["Ibarra (2015), Act Like a Leader, Think Like a Leader, Harvard Business Review Press", "Simpson (1949), Nature 163"]

[[examples]]
note = "two of three pairs differ on each of the four"
contacts = """
contact_id affiliation function seniority sector
A same_team clinical same_level health
B same_org clinical more_senior health
C outside_work research same_level education
"""
value = 0.666667

[[examples]]
note = "three attributes are enough"
contacts = """
contact_id function seniority sector
A ops same_level health
B ops more_senior health
"""
value = 0.333333

[[examples]]
note = "two are not"
contacts = """
contact_id function seniority
A ops same_level
B hr more_senior
"""
---*/
WITH part AS (
    SELECT
        audit_id,
        differing_pairs / nullif(known * (known - 1) / 2, 0) AS diversity
    FROM attribute_diversity
    WHERE attribute IN ('affiliation', 'function', 'seniority', 'sector')
)

SELECT
    a.audit_id,
    CASE WHEN count(p.diversity) >= 3 THEN avg(p.diversity) END AS value
FROM audit AS a
LEFT JOIN part AS p ON a.audit_id = p.audit_id
GROUP BY a.audit_id
