/*---
title = "Density"
theme = "structure"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["network"]
undefined_when = "there are fewer than two contacts, or a pair was not answered"
why_it_matters = """
Where contacts know one another, help is easy to coordinate and norms are firm; news is more often heard twice.
"""
how_it_is_calculated = """
Pairs of contacts who know each other, divided by all pairs there could be. The participant is left out.
"""
caution = """
It rests on what the participant believes about others, and falls with the length of the list because knowing everybody gets harder.
"""
references = ["Wasserman & Faust (1994), Social Network Analysis, chapter 4", "Coleman (1988), American Journal of Sociology 94"]

[[examples]]
note = "three of six pairs"
contacts = "A B C D"
ties = "A-B B-C A-C"
value = 0.5

[[examples]]
note = "one contact has nobody to know"
contacts = "A"

[[examples]]
note = "one pair was not answered"
contacts = "A B C"
ties = "A-B B?C"
---*/
SELECT
    audit_id,
    CASE WHEN pairs_known THEN CAST(ties AS DOUBLE) / nullif(pairs, 0) END AS value
FROM network
