/*---
grain = "one row per cohort and one of all the programme's together: one measure at two waves, in the same people"
parameters = ["measure", "attribute", "first", "last"]
---*/
-- The selection comes without a cohort and without a wave. cohort is NULL in the row of all, which
-- holds no comparison cohort.
WITH answer AS (
    SELECT
        a.participant_id,
        a.cohort,
        any_value(m.value) FILTER (WHERE a.wave = $first) AS value_from,
        any_value(m.value) FILTER (WHERE a.wave = $last) AS value_to,
        min(a.completed_on) FILTER (WHERE a.wave = $first) AS day
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE
        a.wave IN ($first, $last)
        AND m.measure = $measure
        AND m.attribute IS NOT DISTINCT FROM $attribute
    GROUP BY a.participant_id, a.cohort
),

person AS (
    SELECT
        r.cohort,
        coalesce(d.name, r.cohort) AS name,
        coalesce(d.arm, 'programme') AS arm,
        d."start" AS starts,
        r.day,
        r.value_from,
        r.value_to,
        round(r.value_to - r.value_from, 10) AS difference
    FROM answer AS r
    LEFT JOIN declared_cohort AS d ON r.cohort = d.cohort
),

counted AS (
    SELECT
        *,
        cohort AS group_of
    FROM person
    UNION ALL
    SELECT
        *,
        NULL AS group_of
    FROM person
    WHERE arm = 'programme'
)

SELECT
    group_of AS cohort,
    CASE WHEN group_of IS NOT NULL THEN any_value(name) END AS name,
    any_value(arm) AS arm,
    min(starts) AS starts,
    min(day) AS first_day,
    count(value_from) AS n_from,
    count(value_to) AS n_to,
    count(difference) AS n_paired,
    avg(value_from) FILTER (WHERE difference IS NOT NULL) AS mean_from,
    avg(value_to) FILTER (WHERE difference IS NOT NULL) AS mean_to,
    avg(difference) AS mean_difference,
    stddev_samp(difference) AS sd_difference
FROM counted
GROUP BY group_of
ORDER BY
    group_of IS NULL, any_value(arm) = 'comparison', starts DESC NULLS LAST, group_of DESC
