/*---
grain = "one row per cohort, wave, measure and attribute: how the measure is spread over participants"
parameters = ["measures"]
---*/
-- defined counts the participants behind the statistics; audits also those for whom the measure is
-- undefined.
SELECT
    a.cohort,
    a.wave,
    a.wave_no,
    m.measure,
    m.attribute,
    count(*) AS audits,
    count(m.value) AS defined,
    avg(m.value) AS mean,
    stddev_samp(m.value) AS sd,
    median(m.value) AS median,
    quantile_cont(m.value, 0.25) AS lower_quartile,
    quantile_cont(m.value, 0.75) AS upper_quartile,
    min(m.value) AS lowest,
    max(m.value) AS highest
FROM selected_audit($viewer, $selection) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE list_contains($measures, m.measure)
GROUP BY ALL
ORDER BY a.cohort, a.wave_no, m.measure, m.attribute
