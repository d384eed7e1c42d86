/*---
grain = "one row per audit of a participant, measure and attribute"
selects = false
parameters = ["participant", "measures"]
---*/
SELECT
    a.wave,
    a.wave_no,
    m.measure,
    m.attribute,
    m.value
FROM visible_audit($viewer) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE a.participant_id = $participant AND list_contains($measures, m.measure)
ORDER BY a.wave_no, m.measure, m.attribute
