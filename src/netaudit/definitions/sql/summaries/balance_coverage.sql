/*---
grain = "one row: how the purposes are covered over the selected participants at one wave"
---*/
-- As in balance_purposes, only participants count who named somebody and said what for.
WITH person AS (
    SELECT
        any_value(p.answered) AS answered,
        any_value(p.mentions) AS mentions,
        count(*) FILTER (WHERE p.contacts > 0) AS covered,
        count(*) FILTER (WHERE p.contacts = 1) AS resting_on_one
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN purpose_count AS p ON a.audit_id = p.audit_id
    GROUP BY a.audit_id
)

SELECT
    count(*) AS participants,
    count(*) FILTER (WHERE covered = 3) AS all_covered,
    count(*) FILTER (WHERE resting_on_one > 0) AS resting_on_one,
    avg(mentions / nullif(answered, 0)) AS mean_purposes
FROM person
WHERE answered > 0
