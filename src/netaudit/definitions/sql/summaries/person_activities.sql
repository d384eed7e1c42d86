/*---
grain = "one row per audit of a participant and activity considered"
selects = false
parameters = ["participant"]
---*/
SELECT
    a.wave,
    a.wave_no,
    v.activity,
    v.status
FROM visible_audit($viewer) AS a
INNER JOIN activities AS v ON a.participant_id = v.participant_id AND a.wave = v.wave
WHERE a.participant_id = $participant
ORDER BY a.wave_no, v.activity
