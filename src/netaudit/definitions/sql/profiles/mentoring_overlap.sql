/*---
title = "Mentoring relationships at one time"
grain = "one row per audit: how many mentoring relationships ran at one time, and for how long"
needs = ["audit", "mentoring_portfolio", "mentoring_span", "mentoring_told"]
plain_words = "How many mentoring relationships somebody had at one time, at the most, and for how long there were two or more."
rule = "The days on which relationships begin and end are put in order and counted through: one more at a beginning, one less at an end. On a day on which one ends and another begins, the end comes first. Counting goes from the first beginning to the day of the audit. Where a date is known only to the month or the year, months are told in place of days: every month in which two or more ran at some time."
minimum_data = "The day on which the audit was completed. A relationship without a start counts from the first audit at which it was open; one that is told of no more, until the audit that last told of it."
why_it_matters = """
Several people who help at the same time can each help with something else, and one of them can leave without everything stopping.
"""
caution = """
A year alone counts from January as a start and until December as an end, so relationships may have overlapped for less time than it says. More at one time is not better by itself.
"""
references = ["Kram (2024), in Mentoring in Health, Social Care and Beyond", "Higgins & Kram (2001), Academy of Management Review 26"]

[[examples]]
note = "the second begins in the first one's time, the third in the second one's; up to 1 March 2025"
audit = { completed_on = "2025-03-01" }
mentoring = """
mentoring_id my_role start_date end_date
m1 mentee 2024-01-01 2024-09-01
m2 mentee 2024-05-01 .
m3 mentee 2024-08-01 2025-02-01
"""
gives = { most_at_once = 3, days_with_several = 276, days = 425, by_month = false }

[[examples]]
note = "the same, known to the month: May to February are ten of fourteen months"
audit = { completed_on = "2025-03-01" }
mentoring = """
mentoring_id my_role start_date end_date
m1 mentee 2024-01 2024-09
m2 mentee 2024-05 .
m3 mentee 2024-08 2025-02
"""
gives = { most_at_once = 3, months_with_several = 10, months = 14, by_month = true }

[[examples]]
note = "one begins on the day on which the other ends"
mentoring = """
mentoring_id my_role start_date end_date
m1 mentee 2026-01-10 2026-03-10
m2 mentee 2026-03-10 .
"""
gives = { most_at_once = 1, days_with_several = 0, days = 171 }

[[examples]]
note = "one has no start: it counts on the day of the audit alone"
mentoring = """
mentoring_id my_role start_date end_date
m1 mentee 2026-01-10 .
m2 mentor . .
"""
gives = { most_at_once = 2, days_with_several = 0, days = 171, without_start = 1 }

[[examples]]
note = "mentoring was not asked"
gives = {}
---*/
WITH swept AS (
    SELECT
        audit_id,
        max(at_once) AS most_at_once,
        sum(to_day - from_day) AS days,
        coalesce(sum(to_day - from_day) FILTER (WHERE at_once >= 2), 0) AS days_with_several
    FROM mentoring_span
    GROUP BY audit_id
),

month_touched AS (
    SELECT
        audit_id,
        at_once,
        unnest(range(
            year(from_day) * 12 + month(from_day), year(to_day - 1) * 12 + month(to_day - 1) + 1
        )) AS month_no
    FROM mentoring_span
    WHERE to_day > from_day
),

by_month AS (
    SELECT
        audit_id,
        count(DISTINCT month_no) AS months,
        count(DISTINCT month_no) FILTER (WHERE at_once >= 2) AS months_with_several
    FROM month_touched
    GROUP BY audit_id
),

told AS (
    SELECT
        audit_id,
        count(*) FILTER (WHERE start_date IS NULL) AS without_start,
        coalesce(
            bool_or(length(start_date) < 10 OR (to_day IS NOT NULL AND length(end_date) < 10)),
            FALSE
        ) AS by_month
    FROM mentoring_told
    GROUP BY audit_id
)

SELECT
    a.audit_id,
    CASE WHEN a.completed_on IS NOT NULL THEN coalesce(s.most_at_once, 0) END AS most_at_once,
    CAST(s.days AS INTEGER) AS days,
    CAST(s.days_with_several AS INTEGER) AS days_with_several,
    t.by_month,
    CAST(m.months AS INTEGER) AS months,
    CAST(m.months_with_several AS INTEGER) AS months_with_several,
    CAST(t.without_start AS INTEGER) AS without_start
FROM audit AS a
INNER JOIN mentoring_portfolio AS p ON a.audit_id = p.audit_id
LEFT JOIN swept AS s ON a.audit_id = s.audit_id
LEFT JOIN by_month AS m ON a.audit_id = m.audit_id
LEFT JOIN told AS t ON a.audit_id = t.audit_id
WHERE p.is_known
ORDER BY a.audit_id
