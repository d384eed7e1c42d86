/*---
title = "Types of mentoring"
theme = "mentoring"
unit = "count"
range = [0, 6]
grain = "audit"
chart = "counts"
needs = ["mentoring_portfolio"]
undefined_when = "nobody of the cohort reported a mentoring relationship at that wave, or the audit was not done and holds none"
why_it_matters = """
A sponsor opens doors, a peer compares notes, a younger colleague shows what is new. One type rarely does the work of another.
"""
how_it_is_calculated = """
Different types among the open relationships, in whichever role; a type that is not known is no type.
"""
caution = """
The type is the participant's own word for a relationship that may be several things.
"""
references = ["Higgins & Kram (2001), Academy of Management Review 26"]

[[examples]]
note = "two types, one of them twice"
mentoring = """
mentoring_id my_role type
m1 mentee sponsorship
m2 mentee peer
m3 mentor peer
m4 mentee unknown
"""
value = 2

[[examples]]
note = "open, and no type is known"
mentoring = """
mentoring_id my_role type
m1 mentee unknown
m2 mentee .
"""
value = 0

[[examples]]
note = "the sponsor's time is over"
mentoring = """
mentoring_id my_role type end_date
m1 mentee sponsorship 2025-12
m2 mentee reverse .
"""
value = 1

[[examples]]
note = "nobody of the cohort reported a relationship"
---*/
SELECT
    audit_id,
    types AS value
FROM mentoring_portfolio
