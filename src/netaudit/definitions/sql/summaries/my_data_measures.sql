/*---
grain = "one row per audit of a participant, measure and attribute, for nobody but them"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    m.measure,
    m.attribute,
    m.value
FROM visible_audit($viewer) AS a
INNER JOIN measure_value AS m ON a.audit_id = m.audit_id
WHERE a.participant_id = $participant AND $viewer['role'] = 'participant'
ORDER BY a.wave_no, m.measure, m.attribute NULLS FIRST
