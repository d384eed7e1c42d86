/*---
grain = "one row per category of an attribute and one of everybody: one measure at two waves, in the same people"
parameters = ["attribute", "measure", "aspect", "first", "last"]
---*/
-- The selection comes without a wave. attribute is what the participants are grouped by, aspect the
-- measure's own. category is NULL in the row of everybody, which holds those too whose category is not
-- known. The figures of the others are of everybody outside the category.
WITH person AS (
    SELECT
        a.participant_id,
        any_value(m.value) FILTER (WHERE a.wave = $first) AS value_from,
        any_value(m.value) FILTER (WHERE a.wave = $last) AS value_to
    FROM selected_programme_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE
        a.wave IN ($first, $last)
        AND m.measure = $measure
        AND m.attribute IS NOT DISTINCT FROM $aspect
    GROUP BY a.participant_id
    HAVING value_from IS NOT NULL AND value_to IS NOT NULL
),

grouped AS (
    SELECT
        p.*,
        round(p.value_to - p.value_from, 10) AS difference,
        g.category
    FROM person AS p
    LEFT JOIN participant_attribute AS g
        ON p.participant_id = g.participant_id AND g.attribute = $attribute
),

category AS (
    SELECT DISTINCT category
    FROM grouped
    WHERE category IS NOT NULL
),

inside AS (
    SELECT
        c.category,
        coalesce(g.category = c.category, FALSE) AS is_in,
        g.value_from,
        g.value_to,
        g.difference
    FROM category AS c
    CROSS JOIN grouped AS g
    UNION ALL
    SELECT
        NULL AS category,
        TRUE AS is_in,
        g.value_from,
        g.value_to,
        g.difference
    FROM grouped AS g
)

SELECT
    category,
    count(*) FILTER (WHERE is_in) AS n,
    avg(value_from) FILTER (WHERE is_in) AS mean_from,
    avg(value_to) FILTER (WHERE is_in) AS mean_to,
    avg(difference) FILTER (WHERE is_in) AS mean_difference,
    stddev_samp(difference) FILTER (WHERE is_in) AS sd_difference,
    count(*) FILTER (WHERE NOT is_in) AS n_others,
    avg(difference) FILTER (WHERE NOT is_in) AS others_difference,
    stddev_samp(difference) FILTER (WHERE NOT is_in) AS others_sd
FROM inside
GROUP BY category
HAVING count(*) FILTER (WHERE is_in) > 0
ORDER BY category NULLS FIRST
