/*---
title = "Shannon entropy"
theme = "composition"
unit = "index"
range = [0]
grain = "attribute"
chart = "by_attribute"
needs = ["attribute_diversity"]
analyst_only = true
undefined_when = "the attribute is known of fewer than two contacts"
why_it_matters = """
A second opinion on variety: it gives rare categories more weight than the Blau index does.
"""
how_it_is_calculated = """
Minus the sum of share times natural logarithm of share.
"""
caution = """
Its upper end is the logarithm of the number of categories, so attributes cannot be compared with one another.
"""
references = ["Shannon (1948), Bell System Technical Journal 27"]

[[examples]]
note = "two even categories: ln 2"
contacts = """
contact_id sector
A health
B education
"""
attribute = "sector"
value = 0.693147

[[examples]]
note = "one category"
contacts = """
contact_id sector
A health
B health
"""
attribute = "sector"
value = 0.0

[[examples]]
note = "one contact cannot be varied"
contacts = """
contact_id sector
A health
"""
attribute = "sector"
---*/
SELECT
    audit_id,
    attribute,
    CASE WHEN known >= 2 THEN entropy END AS value
FROM attribute_diversity
