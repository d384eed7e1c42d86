/*---
grain = "one row per audit and stretch of days in which the number of mentoring relationships stays the same"
needs = ["mentoring_told"]
---*/
-- A sweep over the days on which one begins (one more) or ends (one less). The changes of a day are
-- taken together, so that one that follows another does not overlap with it. The last stretch goes up
-- to the day of the audit, and has no length where something changes on that very day.
WITH run AS (
    SELECT
        audit_id,
        observed_to,
        from_day,
        to_day
    FROM mentoring_told
    WHERE from_day <= observed_to AND coalesce(to_day > from_day, TRUE)
),

turn AS (
    SELECT
        audit_id,
        observed_to,
        from_day AS on_day,
        1 AS step
    FROM run
    UNION ALL
    SELECT
        audit_id,
        observed_to,
        to_day AS on_day,
        -1 AS step
    FROM run
    WHERE to_day IS NOT NULL
),

turning_day AS (
    SELECT
        audit_id,
        observed_to,
        on_day,
        sum(step) AS step
    FROM turn
    GROUP BY audit_id, observed_to, on_day
)

SELECT
    audit_id,
    on_day AS from_day,
    coalesce(lead(on_day) OVER (PARTITION BY audit_id ORDER BY on_day), observed_to) AS to_day,
    CAST(sum(step) OVER (PARTITION BY audit_id ORDER BY on_day) AS INTEGER) AS at_once
FROM turning_day
ORDER BY audit_id, from_day
