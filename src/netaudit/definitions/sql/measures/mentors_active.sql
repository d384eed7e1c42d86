/*---
title = "Mentors"
theme = "mentoring"
unit = "count"
range = [0]
grain = "audit"
chart = "counts"
needs = ["mentoring_portfolio"]
undefined_when = "nobody of the cohort reported a mentoring relationship at that wave, or the audit was not done and holds none"
why_it_matters = """
Whether somebody mentors the participant, and how many do. Several people can each help with something else.
"""
how_it_is_calculated = """
Mentoring relationships that are open on the day the audit was completed and in which the participant is mentored, or both mentor each other. Open means begun, and without an end or ending later; a year or a month alone counts from its first day as a start and until its last as an end.
"""
caution = """
More mentors are not better mentoring. A relationship without a start counts as begun, and without a day of completion every one without an end counts as open.
"""
references = ["Kram (1985), Mentoring at Work", "Higgins & Kram (2001), Academy of Management Review 26"]

[[examples]]
note = "one mentor, one reciprocal relationship; the third is given, not received"
mentoring = """
mentoring_id my_role
m1 mentee
m2 both
m3 mentor
"""
value = 2

[[examples]]
note = "on 30 June 2026: ended in May, ends this very day, ends in July; not yet begun; begun this month"
mentoring = """
mentoring_id my_role start_date end_date
m1 mentee 2025 2026-05
m2 mentee 2025-03 2026-06
m3 mentee 2025-03-01 2026-07
m4 mentee 2026-07 .
m5 mentee 2026-06 .
"""
value = 2

[[examples]]
note = "the day of completion is not known: open is what has no end"
audit = { completed_on = "." }
mentoring = """
mentoring_id my_role start_date end_date
m1 mentee 2026-12 .
m2 mentee 2025 2030
"""
value = 1

[[examples]]
note = "all have ended"
mentoring = """
mentoring_id my_role end_date
m1 mentee 2025
"""
value = 0

[[examples]]
note = "nobody of the cohort reported one"
---*/
SELECT
    audit_id,
    mentors AS value
FROM mentoring_portfolio
