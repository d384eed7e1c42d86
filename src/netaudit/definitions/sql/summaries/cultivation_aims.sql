/*---
grain = "one row per purpose, activity and pattern that an action of one wave names, and one for those that name none"
---*/
-- with_action counts everybody with an action, as the base of each row.
WITH action AS (
    SELECT
        a.audit_id,
        t.purpose,
        t.activity,
        t.pattern
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN action_to_date AS t ON a.audit_id = t.audit_id
),

everybody AS (
    SELECT count(DISTINCT audit_id) AS with_action
    FROM action
),

aim AS (
    SELECT
        audit_id,
        what,
        category
    FROM action
    UNPIVOT INCLUDE NULLS (category FOR what IN (purpose, activity, pattern))
)

SELECT
    m.what,
    m.category,
    count(*) AS actions,
    count(DISTINCT m.audit_id) AS participants,
    e.with_action,
    CAST(participants AS DOUBLE) / nullif(e.with_action, 0) AS share
FROM aim AS m
CROSS JOIN everybody AS e
GROUP BY m.what, m.category, e.with_action
ORDER BY m.what, m.category
