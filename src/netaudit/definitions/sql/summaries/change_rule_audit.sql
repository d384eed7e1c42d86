/*---
grain = "one row per pattern and category of an attribute, and one of everybody: how often the rule says watch"
parameters = ["attribute", "now"]
---*/
-- The selection comes without a wave. Counted are completed audits whose list gives enough
-- information. category is NULL for everybody.
WITH said AS (
    SELECT
        a.participant_id,
        s.pattern,
        s.computed = 'watch' AS is_watch
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN pattern_state AS s ON a.audit_id = s.audit_id
    WHERE a.is_completed AND a.wave = $now AND s.computed <> 'not_enough_information'
),

grouped AS (
    SELECT
        pattern,
        NULL AS category,
        is_watch
    FROM said
    UNION ALL
    SELECT
        s.pattern,
        g.category,
        s.is_watch
    FROM said AS s
    INNER JOIN participant_attribute AS g
        ON s.participant_id = g.participant_id AND g.attribute = $attribute
)

SELECT
    pattern,
    category,
    count(*) AS n,
    count(*) FILTER (WHERE is_watch) AS watch,
    CAST(watch AS DOUBLE) / nullif(n, 0) AS share,
    wilson_low(watch, n) AS ci_low,
    wilson_high(watch, n) AS ci_high
FROM grouped
GROUP BY pattern, category
ORDER BY pattern, category NULLS FIRST
