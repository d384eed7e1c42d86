/*---
title = "Blau index"
theme = "composition"
unit = "index"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["attribute_diversity"]
analyst_only = true
undefined_when = "the attribute is known of fewer than two contacts"
why_it_matters = """
The index of heterogeneity most often published, kept for comparison with other studies.
"""
how_it_is_calculated = """
1 minus the sum of squared shares of the categories.
"""
caution = """
It rises with the length of the list even when the mix stays the same; the chance that two contacts differ does not.
"""
references = ["Blau (1977), Inequality and Heterogeneity, Free Press"]

[[examples]]
note = "functions 2, 1, 1"
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
value = 0.625

[[examples]]
note = "star of five in the published comparison: functions 2, 1, 1, 1"
contacts = """
contact_id function
A ops
B ops
C hr
D it
E fin
"""
attribute = "function"
value = 0.72

[[examples]]
note = "one contact cannot be varied"
contacts = """
contact_id function
A ops
"""
attribute = "function"
---*/
SELECT
    audit_id,
    attribute,
    CASE WHEN known >= 2 THEN 2 * differing_pairs / (known * known) END AS value
FROM attribute_diversity
