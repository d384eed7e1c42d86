/*---
grain = "one row per audit of the selection in which every pair of core contacts was answered"
---*/
SELECT
    a.participant_id,
    a.wave
FROM selected_audit($viewer, $selection) AS a
INNER JOIN network AS n ON a.audit_id = n.audit_id
WHERE n.pairs_known AND n.n >= 2 AND a.ties_status <> 'not_asked'
ORDER BY a.participant_id, a.wave_no
