/*---
title = "Mentees"
theme = "mentoring"
unit = "count"
range = [0]
grain = "audit"
chart = "counts"
needs = ["mentoring_portfolio"]
undefined_when = "nobody of the cohort reported a mentoring relationship at that wave, or the audit was not done and holds none"
why_it_matters = """
Whether the participant passes on help as well as getting it.
"""
how_it_is_calculated = """
Mentoring relationships that are open on the day the audit was completed and in which the participant mentors, or both mentor each other.
"""
caution = """
Mentoring others takes time, and not every role leaves any.
"""
references = ["Kram (1985), Mentoring at Work"]

[[examples]]
note = "one mentee, one reciprocal relationship; the third is received, not given"
mentoring = """
mentoring_id my_role
m1 mentor
m2 both
m3 mentee
"""
value = 2

[[examples]]
note = "only mentored"
mentoring = """
mentoring_id my_role
m1 mentee
"""
value = 0

[[examples]]
note = "a role left blank counts on neither side"
mentoring = """
mentoring_id my_role
m1 .
m2 mentor
"""
value = 1

[[examples]]
note = "nobody of the cohort reported a relationship"
---*/
SELECT
    audit_id,
    mentees AS value
FROM mentoring_portfolio
