/*---
title = "Index of qualitative variation"
theme = "composition"
unit = "index"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["attribute_diversity"]
analyst_only = true
undefined_when = "the attribute is known of fewer than two contacts, or there is only one category"
why_it_matters = """
Puts attributes with few and with many categories on one scale.
"""
how_it_is_calculated = """
The Blau index times K / (K - 1). K is 2 for affiliation, 3 for seniority, 4 for distance; for function, sector and further attributes it is the number of categories that contacts of the whole programme hold.
"""
caution = """
A list shorter than K cannot reach 1, and K itself may grow when another cohort joins.
"""
references = ["Agresti & Agresti (1978), Sociological Methodology 9"]

[[examples]]
note = "functions 2, 1, 1 and three seen in all"
contacts = """
contact_id function
A clinical
B clinical
C operations
D research
E unknown
F not_applicable
"""
attribute = "function"
value = 0.9375

[[examples]]
note = "distance has four categories"
contacts = """
contact_id distance
A same_site
B same_country
"""
attribute = "distance"
value = 0.666667

[[examples]]
note = "one category in the whole programme"
contacts = """
contact_id function
A ops
B ops
"""
attribute = "function"
---*/
SELECT
    audit_id,
    attribute,
    CASE
        WHEN known >= 2
            THEN 2 * differing_pairs * categories / nullif(known * known * (categories - 1), 0)
    END AS value
FROM attribute_diversity
