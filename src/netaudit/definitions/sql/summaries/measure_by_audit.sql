/*---
grain = "one row per audit (and attribute) of the selection, for one measure"
parameters = ["measure"]
---*/
SELECT
    a.cohort,
    a.participant_id,
    a.wave,
    a.wave_no,
    m.attribute,
    m.value
FROM selected_audit($viewer, $selection) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE m.measure = $measure
ORDER BY a.cohort, a.participant_id, a.wave_no, m.attribute
