/*---
title = "Chance that two contacts differ"
theme = "composition"
unit = "share"
range = [0, 1]
grain = "attribute"
chart = "by_attribute"
needs = ["attribute_diversity"]
undefined_when = "the attribute is known of fewer than two contacts"
why_it_matters = """
People who differ bring different news and different questions.
"""
how_it_is_calculated = """
Pairs of contacts in different categories divided by all pairs, over contacts whose category is known and applies. Affiliation is taken as internal against external.
"""
caution = """
Even counts as varied whatever the categories are; how different two categories are is not in the number.
"""
references = ["Simpson (1949), Nature 163", "Agresti & Agresti (1978), Sociological Methodology 9"]

[[examples]]
note = "functions 2, 1, 1: five of six pairs differ"
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
value = 0.833333

[[examples]]
note = "affiliation: two inside, two outside"
contacts = """
contact_id affiliation
A same_team
B same_org
C other_org_same_sector
D outside_work
E unknown
"""
attribute = "affiliation"
value = 0.666667

[[examples]]
note = "all at one level"
contacts = """
contact_id seniority
A same_level
B same_level
C not_applicable
"""
attribute = "seniority"
value = 0.0

[[examples]]
note = "one known sector is too few"
contacts = """
contact_id sector
A health
B unknown
"""
attribute = "sector"
---*/
SELECT
    audit_id,
    attribute,
    differing_pairs / nullif(known * (known - 1) / 2, 0) AS value
FROM attribute_diversity
