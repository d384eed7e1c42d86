/*---
title = "E-I index"
theme = "balance"
unit = "index"
range = [-1, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
analyst_only = true
undefined_when = "no contact's affiliation is known"
why_it_matters = """
The form in which the balance of external and internal contacts is usually published.
"""
how_it_is_calculated = """
External minus internal contacts, divided by their sum: -1 all internal, 0 even, 1 all external.
"""
caution = """
It says the same as the internal share (1 - 2 x share); reporting both counts one finding twice.
"""
references = ["Krackhardt & Stern (1988), Social Psychology Quarterly 51"]

[[examples]]
note = "one external, three internal"
contacts = """
contact_id affiliation
A same_team
B same_org
C same_org
D outside_work
"""
value = -0.5

[[examples]]
note = "all external"
contacts = """
contact_id affiliation
A outside_work
B other_org_other_sector
"""
value = 1.0

[[examples]]
note = "nobody named"
contacts = ""
---*/
SELECT
    audit_id,
    (external - internal) / nullif(external + internal, 0) AS value
FROM contact_summary
