/*---
grain = "one row per wave, measure and attribute: how the measure is spread over the selected participants"
parameters = ["measures"]
---*/
-- participants counts those for whom the measure is defined, undefined the others who completed the
-- audit. The median of fewer than 10 and the quartiles of fewer than 20 lie too close to one
-- person's own value and stay NULL.
SELECT
    a.wave,
    a.wave_no,
    m.measure,
    m.attribute,
    count(m.value) AS participants,
    count(*) FILTER (WHERE m.value IS NULL) AS undefined,
    avg(m.value) AS mean,
    CASE WHEN count(m.value) >= 10 THEN median(m.value) END AS median,
    CASE WHEN count(m.value) >= 20 THEN quantile_cont(m.value, 0.25) END AS lower_quartile,
    CASE WHEN count(m.value) >= 20 THEN quantile_cont(m.value, 0.75) END AS upper_quartile
FROM selected_audit($viewer, $selection) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE a.is_completed AND list_contains($measures, m.measure)
GROUP BY a.wave, a.wave_no, m.measure, m.attribute
ORDER BY a.wave_no, list_position($measures, m.measure), m.attribute NULLS FIRST
