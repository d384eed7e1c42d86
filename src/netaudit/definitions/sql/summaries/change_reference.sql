/*---
grain = "one row per wave: one measure in the programme's own earlier cohorts"
parameters = ["measure", "attribute"]
---*/
-- Earlier cohorts are those of the programme that began before the selection's own did; without a
-- cohort chosen, or where a beginning is not declared, there are none. own_mean and own_n are of the
-- selection itself at the wave.
WITH own AS (
    SELECT "start"
    FROM declared_cohort
    WHERE cohort = $selection['cohort']
),

earlier AS (
    SELECT d.cohort
    FROM declared_cohort AS d
    CROSS JOIN own AS o
    WHERE d."start" < o."start" AND d.arm = 'programme'
),

chosen AS (
    SELECT
        a.wave,
        avg(m.value) AS mean,
        count(m.value) AS n
    FROM selected_audit($viewer, $selection) AS a
    INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
    WHERE m.measure = $measure AND m.attribute IS NOT DISTINCT FROM $attribute
    GROUP BY a.wave
)

SELECT
    a.wave,
    a.wave_no,
    count(DISTINCT a.cohort) AS cohorts,
    count(*) AS n,
    avg(m.value) AS mean,
    CASE WHEN count(*) >= 20 THEN quantile_cont(m.value, 0.25) END AS lower_quartile,
    CASE WHEN count(*) >= 20 THEN quantile_cont(m.value, 0.75) END AS upper_quartile,
    min(a.completed_on) AS first_day,
    max(a.completed_on) AS last_day,
    any_value(c.mean) AS own_mean,
    coalesce(any_value(c.n), 0) AS own_n
FROM visible_audit($viewer) AS a
INNER JOIN earlier AS e ON a.cohort = e.cohort
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
LEFT JOIN chosen AS c ON a.wave = c.wave
WHERE
    m.measure = $measure
    AND m.attribute IS NOT DISTINCT FROM $attribute
    AND m.value IS NOT NULL
GROUP BY a.wave, a.wave_no
ORDER BY a.wave_no
