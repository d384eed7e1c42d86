/*---
title = "Kinds of knowing covered"
theme = "mentoring"
unit = "count"
range = [0, 3]
grain = "audit"
chart = "counts"
needs = ["mentoring_portfolio"]
undefined_when = "nobody of the cohort reported a mentoring relationship at that wave, or the audit was not done and holds none, or there are mentors and none of the three questions was answered for any"
why_it_matters = """
Mentors help with knowing why (what one wants and values), knowing how (skill for the work) and knowing whom (people). What no mentor covers is a place to look next.
"""
how_it_is_calculated = """
How many of the three at least one mentor helps with, over the open relationships in which the participant is mentored.
"""
caution = """
Help may come from people who are no mentors. A question left blank counts as no help, as long as one was answered.
"""
references = ["De Janasz & Sullivan (2004), Journal of Vocational Behavior 64", "DeFillippi & Arthur (1994), Journal of Organizational Behavior 15"]

[[examples]]
note = "one helps with why and how, another with how"
mentoring = """
mentoring_id my_role helps_why helps_how helps_whom
m1 mentee yes yes no
m2 both . yes .
"""
value = 2

[[examples]]
note = "help given does not count"
mentoring = """
mentoring_id my_role helps_why helps_how helps_whom
m1 mentor yes yes yes
m2 mentee no no yes
"""
value = 1

[[examples]]
note = "a mentor, and nothing answered"
mentoring = """
mentoring_id my_role
m1 mentee
"""

[[examples]]
note = "no mentor is open"
mentoring = """
mentoring_id my_role helps_why end_date
m1 mentee yes 2025
"""
value = 0

[[examples]]
note = "nobody of the cohort reported a relationship"
---*/
SELECT
    audit_id,
    CASE
        WHEN mentors = 0 THEN 0
        WHEN mentors_with_knowing > 0
            THEN
                CAST(coalesce(helps_why, FALSE) AS INTEGER)
                + CAST(coalesce(helps_how, FALSE) AS INTEGER)
                + CAST(coalesce(helps_whom, FALSE) AS INTEGER)
    END AS value
FROM mentoring_portfolio
