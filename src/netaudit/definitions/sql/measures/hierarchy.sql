/*---
title = "Hierarchy of constraint"
theme = "structure"
unit = "index"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["network", "contact_constraint"]
analyst_only = true
undefined_when = "there are fewer than two contacts, or a pair of contacts was not answered"
why_it_matters = """
Whether constraint comes from everybody alike or from one contact.
"""
how_it_is_calculated = """
The Coleman-Theil index of disorder over the contacts' parts c of the constraint: the sum of (c / mean) x ln(c / mean), divided by n ln n. 0 is an even spread.
"""
caution = """
In short lists it moves little and one tie can change it.
"""
references = ["Burt (1992), Structural Holes, Harvard University Press", "Everett & Borgatti (2020), Social Networks 62"]

[[examples]]
note = "alike for all"
contacts = "A B C"
value = 0.0

[[examples]]
note = "A-B tied, C apart: parts 1/4, 1/4, 1/9"
contacts = "A B C"
ties = "A-B"
value = 0.052205

[[examples]]
note = "one contact"
contacts = "A"
---*/
-- Equal parts may leave a rest below zero from rounding.
WITH disorder AS (
    SELECT
        audit_id,
        n,
        constrains / avg(constrains) OVER (PARTITION BY audit_id) AS relative
    FROM contact_constraint
    WHERE n >= 2
),

evened AS (
    SELECT
        audit_id,
        greatest(sum(relative * ln(relative)) / (any_value(n) * ln(any_value(n))), 0) AS hierarchy
    FROM disorder
    GROUP BY audit_id
)

SELECT
    n.audit_id,
    e.hierarchy AS value
FROM network AS n
LEFT JOIN evened AS e ON n.audit_id = e.audit_id
