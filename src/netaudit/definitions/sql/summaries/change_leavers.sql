/*---
grain = "one row per measure, or measure and attribute: those who answered the later wave too beside those who did not, at the earlier wave"
parameters = ["measures", "first", "last"]
---*/
-- For evaluators alone. The selection comes without a wave; measures are ids, with a colon before an
-- attribute. Whoever completed the earlier wave stayed
-- if they completed the later one; of both, those in whom the measure is defined at the earlier wave
-- are counted. mean_if_same is the mean change if everybody without a value at the later wave had
-- not changed at all, and tipping_point what they would have to have changed by on average for the
-- mean of all to be zero.
WITH answered AS (
    SELECT
        a.participant_id,
        any_value(a.audit_id) FILTER (WHERE a.wave = $first AND a.is_completed) AS first_id,
        any_value(a.audit_id) FILTER (WHERE a.wave = $last AND a.is_completed) AS last_id
    FROM selected_programme_audit($viewer, $selection) AS a
    WHERE a.wave IN ($first, $last) AND $viewer['role'] = 'evaluator'
    GROUP BY a.participant_id
    HAVING first_id IS NOT NULL
),

person AS (
    SELECT
        m.measure,
        m.attribute,
        m.measure || coalesce(':' || m.attribute, '') AS name,
        p.last_id IS NOT NULL AS stayed,
        m.value AS value_from,
        round(t.value - m.value, 10) AS difference
    FROM answered AS p
    INNER JOIN measure_value AS m ON p.first_id = m.audit_id
    LEFT JOIN measure_value AS t
        ON
            p.last_id = t.audit_id
            AND m.measure = t.measure
            AND m.attribute IS NOT DISTINCT FROM t.attribute
    WHERE
        m.value IS NOT NULL
        AND list_contains($measures, m.measure || coalesce(':' || m.attribute, ''))
)

SELECT
    measure,
    attribute,
    count(*) FILTER (WHERE stayed) AS n_stayed,
    avg(value_from) FILTER (WHERE stayed) AS mean_stayed,
    stddev_samp(value_from) FILTER (WHERE stayed) AS sd_stayed,
    count(*) FILTER (WHERE NOT stayed) AS n_left,
    avg(value_from) FILTER (WHERE NOT stayed) AS mean_left,
    stddev_samp(value_from) FILTER (WHERE NOT stayed) AS sd_left,
    count(*) AS n_all,
    count(difference) AS n_paired,
    avg(difference) AS mean_difference,
    avg(coalesce(difference, 0)) AS mean_if_same,
    stddev_samp(coalesce(difference, 0)) AS sd_if_same,
    -sum(difference) / nullif(count(*) - count(difference), 0) AS tipping_point
FROM person
GROUP BY measure, attribute, name
ORDER BY list_position($measures, name)
