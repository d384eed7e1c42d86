/*---
grain = "one row per audit of a participant that answers on mentoring: the developmental network; for the participant alone"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    a.wave_no,
    d.* EXCLUDE (audit_id)
FROM visible_audit($viewer) AS a
INNER JOIN developmental_network AS d ON a.audit_id = d.audit_id
WHERE a.participant_id = $participant AND $viewer['role'] = 'participant'
ORDER BY a.wave_no
