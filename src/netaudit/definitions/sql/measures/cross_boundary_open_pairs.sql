/*---
title = "Open pairs across the boundary"
theme = "balance"
unit = "count"
range = [0, 625]
grain = "audit"
chart = "counts"
needs = ["bridging", "contact_summary"]
undefined_when = "a pair of contacts was not answered, or no contact's affiliation is known"
why_it_matters = """
Each is an introduction across the organisation's edge that only the participant is placed to make.
"""
how_it_is_calculated = """
Pairs of one internal and one external contact who do not know each other. Contacts of unknown affiliation are left out.
"""
caution = """
It grows with the length of the list; an open pair is a possibility, not a task, and not every introduction is wanted.
"""
references = ["Burt (2001), in Lin, Cook & Burt (eds), Social Capital: Theory and Research", "Obstfeld (2005), Administrative Science Quarterly 50"]

[[examples]]
note = "of two cross pairs one is tied"
contacts = """
contact_id affiliation
A same_team
B same_org
C outside_work
"""
ties = "A-B A-C"
value = 1

[[examples]]
note = "everybody works inside"
contacts = """
contact_id affiliation
A same_team
B same_org
"""
value = 0

[[examples]]
note = "no affiliation is known"
contacts = "A B C"
ties = "A-B"

[[examples]]
note = "one pair was not answered"
contacts = """
contact_id affiliation
A same_team
B outside_work
"""
ties = "A?B"
---*/
SELECT
    s.audit_id,
    CASE WHEN s.internal + s.external > 0 THEN b.cross_boundary_open_pairs END AS value
FROM contact_summary AS s
LEFT JOIN bridging AS b ON s.audit_id = b.audit_id
