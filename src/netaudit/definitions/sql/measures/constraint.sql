/*---
title = "Burt's constraint"
theme = "structure"
unit = "index"
range = [0, 1.125]
grain = "audit"
chart = "distribution"
needs = ["network", "contact_constraint"]
analyst_only = true
undefined_when = "nobody was named, or a pair of contacts was not answered"
why_it_matters = """
How far the participant's contacts lead back to one another, so that there is little room between them.
"""
how_it_is_calculated = """
For each contact, the part of the participant's attention it takes directly and through others, squared; added up over the contacts. The network is the participant, the contacts and the ties between them.
"""
caution = """
It depends strongly on the length of the list (1 / n with no ties, at most 1.125 at two contacts) and is not to be compared between lists of different length.
"""
references = ["Burt (1992), Structural Holes, Harvard University Press", "Everett & Borgatti (2020), Social Networks 62"]

[[examples]]
note = "two who know each other, by hand: 2 x 0.75 squared"
contacts = "A B"
ties = "A-B"
value = 1.125

[[examples]]
note = "ten who do not: 1 / 10"
contacts = "A B C D E F G H I J"
value = 0.1

[[examples]]
note = "a star of five"
contacts = "A B C D E"
ties = "A-B A-C A-D A-E"
value = 0.5904

[[examples]]
note = "nobody named"
contacts = ""
---*/
SELECT
    n.audit_id,
    sum(c.constrains) AS value
FROM network AS n
LEFT JOIN contact_constraint AS c ON n.audit_id = c.audit_id
GROUP BY n.audit_id
