/*---
title = "Internal share"
theme = "balance"
unit = "share"
range = [0, 1]
grain = "audit"
chart = "distribution"
needs = ["contact_summary"]
undefined_when = "no contact's affiliation is known"
why_it_matters = """
Inside contacts know how things are done here; outside contacts bring what is not known here yet. The share shows where advice comes from.
"""
how_it_is_calculated = """
Internal contacts divided by internal and external ones. Internal means the same team or organisation, unless the programme drew the line at the team or at the sector. Contacts of unknown affiliation are left out.
"""
caution = """
In a very large organisation an internal contact may be far away, and friends and family count as external.
"""
references = ["Krackhardt & Stern (1988), Social Psychology Quarterly 51", "Perry, Pescosolido & Borgatti (2018), Egocentric Network Analysis, Cambridge University Press"]

[[examples]]
note = "two of four known contacts work in the organisation"
contacts = """
contact_id affiliation
A same_team
B same_org
C other_org_same_sector
D outside_work
E unknown
"""
value = 0.5

[[examples]]
note = "drawn at the team, one of four"
contacts = """
contact_id affiliation
A same_team
B same_org
C other_org_same_sector
D outside_work
E unknown
"""
programme = { internal_boundary = "team" }
value = 0.25

[[examples]]
note = "drawn at the sector, three of four"
contacts = """
contact_id affiliation
A same_team
B same_org
C other_org_same_sector
D outside_work
E unknown
"""
programme = { internal_boundary = "sector" }
value = 0.75

[[examples]]
note = "no affiliation is known"
contacts = "A B"
---*/
SELECT
    audit_id,
    internal / nullif(internal + external, 0) AS value
FROM contact_summary
