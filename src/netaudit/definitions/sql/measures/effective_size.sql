/*---
title = "Effective size"
theme = "structure"
unit = "index"
range = [1, 50]
grain = "audit"
chart = "distribution"
needs = ["network"]
analyst_only = true
undefined_when = "nobody was named, or a pair of contacts was not answered"
why_it_matters = """
How many contacts the list would have if those who repeat one another counted once.
"""
how_it_is_calculated = """
Contacts minus twice the ties divided by contacts; with ties that are there or not, this is Burt's effective size.
"""
caution = """
It carries the same news as size and density together.
"""
references = ["Burt (1992), Structural Holes, Harvard University Press", "Borgatti (1997), Connections 20(1)"]

[[examples]]
note = "a star of five: 5 - 8 / 5"
contacts = "A B C D E"
ties = "A-B A-C A-D A-E"
value = 3.4

[[examples]]
note = "one contact"
contacts = "A"
value = 1.0

[[examples]]
note = "ten who do not know each other"
contacts = "A B C D E F G H I J"
value = 10.0

[[examples]]
note = "nobody named"
contacts = ""
---*/
SELECT
    audit_id,
    CASE WHEN pairs_known THEN n - 2 * ties / nullif(n, 0) END AS value
FROM network
