/*---
title = "Efficiency"
theme = "structure"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["network"]
analyst_only = true
undefined_when = "nobody was named, or a pair of contacts was not answered"
why_it_matters = """
Effective size on a scale that does not depend on the length of the list.
"""
how_it_is_calculated = """
Effective size divided by the number of contacts.
"""
caution = """
It is density turned round (1 - density x (n - 1) / n): the two are one finding, not two.
"""
references = ["Burt (1992), Structural Holes, Harvard University Press", "Borgatti (1997), Connections 20(1)"]

[[examples]]
note = "a star of five: 3.4 of 5"
contacts = "A B C D E"
ties = "A-B A-C A-D A-E"
value = 0.68

[[examples]]
note = "one contact"
contacts = "A"
value = 1.0

[[examples]]
note = "two who know each other"
contacts = "A B"
ties = "A-B"
value = 0.5

[[examples]]
note = "one pair was not answered"
contacts = "A B"
ties = "A?B"
---*/
SELECT
    audit_id,
    CASE WHEN pairs_known THEN 1 - 2 * ties / nullif(n * n, 0) END AS value
FROM network
