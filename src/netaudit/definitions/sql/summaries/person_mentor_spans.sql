/*---
grain = "one row per audit of a participant and stretch of time with two or more mentoring relationships"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    a.wave_no,
    s.from_day,
    s.to_day,
    s.at_once
FROM visible_audit($viewer) AS a
INNER JOIN mentoring_span AS s ON a.audit_id = s.audit_id
WHERE a.participant_id = $participant AND s.at_once >= 2 AND s.to_day > s.from_day
ORDER BY a.wave_no, s.from_day
