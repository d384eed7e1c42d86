/*---
grain = "one row per audit and measure, or per audit, measure and attribute, of the selection"
---*/
SELECT
    a.cohort,
    a.participant_id,
    a.wave,
    m.measure,
    m.attribute,
    m.value
FROM selected_audit($viewer, $selection) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
ORDER BY a.cohort, a.participant_id, a.wave_no, m.measure, m.attribute NULLS FIRST
