/*---
title = "Same as me"
theme = "similarity"
unit = "share"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["similarity"]
undefined_when = "the attribute is known of no contact, or the participant's own function or sector is not known"
why_it_matters = """
People tend to know people like themselves; the share shows on which attributes.
"""
how_it_is_calculated = """
Contacts that are the same as the participant divided by contacts of whom it is known and applies: the participant's own function and sector, the same level, the same site or city and region, age within ten years, the same gender and ethnicity.
"""
caution = """
Much likeness comes from who is around. Where most people share an attribute, most lists will too.
"""
references = ["McPherson, Smith-Lovin & Cook (2001), Annual Review of Sociology 27", "Coleman (1958), Human Organization 17"]

[[examples]]
note = "two of four share the participant's function"
participant = { function = "clinical" }
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
value = 0.5

[[examples]]
note = "near is the same site, city or region"
contacts = """
contact_id distance
A same_site
B same_city_region
C same_country
D unknown
"""
attribute = "distance"
value = 0.666667

[[examples]]
note = "prefer not to say is unknown"
contacts = """
contact_id gender_rel
A same
B different
C prefer_not
"""
attribute = "gender"
value = 0.5

[[examples]]
note = "the participant's own sector is not known"
contacts = """
contact_id sector
A health
"""
attribute = "sector"

[[examples]]
note = "no age is known"
contacts = """
contact_id age_rel
A unknown
"""
attribute = "age"
---*/
SELECT
    audit_id,
    attribute,
    n_same / nullif(n_known, 0) AS value
FROM similarity
